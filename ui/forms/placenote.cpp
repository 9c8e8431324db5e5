// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/placenote.h"

#include "api/catalog/choicewords.h"
#include "api/catalog/jsonpointer.h"
#include "api/records/plaintext.h"
#include "models/forms/formmodel.h"
#include "models/forms/placename.h"
#include "models/rolewords.h"
#include "ui/forms/fieldcontext.h"
#include "ui/forms/valuetext.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

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

// "limits.low"; of an element of a list with which one it is, "fields[1].path". Empty for the value itself,
// and for an entry of a list, which is shown as a line.
QString memberName(const FormModel& model, const QString& pointer, const QString& around)
{
    static const QRegularExpression entry(u"\\A(\\[[0-9]+\\])*\\z"_s);
    const QJsonValue use = model.value({});
    if (entry.match(jsonNameInside(use, pointer, around)).hasMatch())
        return {};
    const QString list = parentPointer(around);
    return jsonNameInside(use, pointer, valueAt(use, list).isArray() ? parentPointer(list) : around);
}

bool isSecretAt(const FormModel& model, const QString& pointer)
{
    const Schema* schema = model.schema(pointer);
    return schema && schema->isSecret;
}

// A line of a list, where there are others or nothing is in it: a person has to see which is meant.
QString lineName(const FormModel& model, const Violation& violation, const QString& list)
{
    constexpr qsizetype longest = 40;
    const QString text = model.value(violation.pointer).toString();
    const bool isLine = parentPointer(violation.pointer) == list && model.value(list).isArray();
    if (!isLine || violation.rule == "uniqueItems"_L1 || (!text.isEmpty() && model.itemCount(list) < 2))
        return {};
    if (text.isEmpty() || isSecretAt(model, violation.pointer))
        return PlaceNote::tr("Line %1").arg(pointerTokens(violation.pointer).constLast().toInt() + 1);
    return u"“%1”"_s.arg(visibleText(text, longest));
}

// What can be chosen, in the words that the form has for it.
QString sentenceOf(const FormModel& model, const Violation& violation)
{
    const QString around = parentPointer(violation.pointer);
    const QString name = pointerTokens(violation.pointer).value(pointerTokens(around).size());
    const Schema* schema = violation.rule == "enum"_L1 ? model.schema(violation.pointer) : nullptr;
    const bool isLine = model.value(around).isArray();
    if (!schema || schema->enumValues.isEmpty() || !(isLine || model.fields(around).contains(name)))
        return violation.sentence;
    return choiceSentence(
        schema->enumValues, model.value(violation.pointer), [isLine, &name](const QJsonValue& each) {
            return isLine ? roleWords(valueText(each)) : choiceText(name, each); // as it stands in the list
        });
}

// What is told at one place: each sentence once, with the lines that it is about and how many they are.
class Told {
public:
    void add(const QString& sentence, const QString& text, const QString& line)
    {
        auto same = std::find_if(m_sentences.begin(), m_sentences.end(),
            [&sentence](const Sentence& each) { return each.sentence == sentence; });
        if (same == m_sentences.end()) {
            m_sentences.append({sentence, text, {}});
            same = std::prev(m_sentences.end());
        }
        if (line.isEmpty())
            return;
        const auto known = std::find_if(
            same->lines.begin(), same->lines.end(), [&line](const Line& each) { return each.name == line; });
        if (known != same->lines.end())
            ++known->count;
        else
            same->lines.append({line, 1});
    }
    void addMember(const QString& text)
    {
        if (!m_ofMembers.contains(text))
            m_ofMembers.append(text);
    }
    QString text() const
    {
        QStringList all;
        for (const Sentence& each : m_sentences) {
            const QString lines = linesOf(each);
            all += lines.isEmpty() ? each.text : u"%1: %2"_s.arg(lines, visibleText(each.sentence));
        }
        if (!m_ofMembers.isEmpty())
            all += m_ofMembers.join(u"; "_s);
        return inOneLine(all);
    }

private:
    struct Line {
        QString name;
        int count; // of lines that are called so
    };
    struct Sentence {
        QString sentence;
        QString text; // of no line
        QList<Line> lines;
    };

    static QString linesOf(const Sentence& sentence)
    {
        constexpr int mostNamed = 3;
        QStringList named;
        int left = 0;
        for (const Line& each : sentence.lines) {
            if (named.size() == mostNamed)
                ++left; // as it is counted beside the button
            else if (each.count == 1)
                named.append(each.name);
            else
                named.append(PlaceNote::tr("%1 (%n times)", nullptr, each.count).arg(each.name));
        }
        const QString names = named.join(u", "_s);
        return left == 0 ? names : PlaceNote::tr("%1 and %n more", nullptr, left).arg(names);
    }

    QList<Sentence> m_sentences;
    QStringList m_ofMembers; // "path: is required"
};

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
    Told mistakes;
    Told advice;
    for (const Violation& each : std::as_const(violations)) {
        if (!isShown(each))
            continue;
        const QString member = m_coversInside ? memberName(m_model, each.pointer, m_pointer) : QString();
        Told& told = each.rule == adviceRule() ? advice : mistakes;
        const QString sentence = sentenceOf(m_model, each);
        if (!member.isEmpty())
            told.addMember(u"%1: %2"_s.arg(member, visibleText(each.sentence)));
        else if (each.rule == "service"_L1)
            told.add(sentence, visibleText(sentence), {});
        else
            told.add(sentence, sentenceText(sentence), lineName(m_model, each, m_pointer));
    }
    setMistake(mistakes.text());
    setAdvice(advice.text());
}

} // namespace Telamon
