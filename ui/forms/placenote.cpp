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
    QStringList mistakes;
    QStringList advice;
    for (const Violation& each : std::as_const(violations)) {
        const QString sentence =
            each.rule == "service"_L1 ? visibleText(each.sentence) : sentenceText(each.sentence);
        QStringList& told = each.rule == adviceRule() ? advice : mistakes;
        if (isShown(each) && !told.contains(sentence))
            told += sentence;
    }
    setMistake(inOneLine(mistakes));
    setAdvice(inOneLine(advice));
}

} // namespace Telamon
