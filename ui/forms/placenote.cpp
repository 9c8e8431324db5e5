// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/placenote.h"

#include "api/catalog/jsonpointer.h"
#include "api/records/plaintext.h"
#include "models/forms/formmodel.h"
#include "ui/forms/fieldcontext.h"

using namespace Qt::StringLiterals;

namespace Telamon {

bool isShown(const Violation& violation)
{
    return !violation.isUnchecked || violation.rule == "service"_L1 || violation.rule == adviceRule();
}

namespace {

QString inOneLine(const QStringList& sentences)
{
    QString line;
    for (const QString& each : sentences)
        line += (line.isEmpty() ? u""_s : line.endsWith(u'.') ? u" "_s : u". "_s) + each;
    return line;
}

// What a person who writes JSON calls the place: "limits.low", "[0].path". Empty for the value itself, and
// for an entry of a list, which is shown as a line.
QString memberName(const FormModel& model, const QString& pointer, const QString& around)
{
    QString name;
    bool isMember = false;
    QString at = around;
    const QStringList inside = pointerTokens(pointer).mid(pointerTokens(around).size());
    for (const QString& token : inside) {
        const bool isEntry = model.value(at).isArray();
        isMember |= !isEntry;
        name += isEntry ? u"[%1]"_s.arg(token) : (name.isEmpty() ? token : u'.' + token);
        at = childPointer(at, token);
    }
    return isMember ? visibleText(name) : QString();
}

} // namespace

PlaceNote::PlaceNote(FormModel& model, const QString& pointer, QWidget* editor, QWidget* parent)
    : FieldNote(editor, parent), m_model(model), m_pointer(pointer)
{
    showViolations();
}

void PlaceNote::coversInside(bool covers)
{
    m_coversInside = covers;
    showViolations();
}

void PlaceNote::touch()
{
    m_model.touch(m_pointer);
    if (m_coversInside) {
        const Violations all = m_model.violations();
        for (const Violation& each : all) {
            if (isInside(each.pointer, m_pointer))
                m_model.touch(each.pointer);
        }
    }
    showViolations();
}

void PlaceNote::showViolations()
{
    if (!m_model.isTouched(m_pointer)) {
        setMistake({});
        setAdvice({});
        return;
    }
    Violations violations = m_model.violationsAt(m_pointer);
    if (m_coversInside) {
        const Violations all = m_model.violations();
        for (const Violation& each : all) {
            if (isInside(each.pointer, m_pointer) && !violations.contains(each))
                violations.append(each);
        }
    }
    struct Told {
        QStringList sentences;
        QStringList ofMembers; // "path: is required"
    };
    Told mistakes;
    Told advice;
    for (const Violation& each : std::as_const(violations)) {
        if (!isShown(each))
            continue;
        const QString member = m_coversInside ? memberName(m_model, each.pointer, m_pointer) : QString();
        const bool isVerbatim = each.rule == "service"_L1 || !member.isEmpty();
        const QString sentence = isVerbatim ? visibleText(each.sentence) : sentenceText(each.sentence);
        Told& told = each.rule == adviceRule() ? advice : mistakes;
        QStringList& list = member.isEmpty() ? told.sentences : told.ofMembers;
        if (const QString text = member.isEmpty() ? sentence : u"%1: %2"_s.arg(member, sentence);
            !list.contains(text))
            list += text;
    }
    for (Told* told : {&mistakes, &advice}) {
        if (!told->ofMembers.isEmpty())
            told->sentences += told->ofMembers.join(u"; "_s);
    }
    setMistake(inOneLine(mistakes.sentences));
    setAdvice(inOneLine(advice.sentences));
}

} // namespace Telamon
