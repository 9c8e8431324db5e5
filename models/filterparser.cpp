// SPDX-License-Identifier: GPL-3.0-or-later
// Filter: from what a person types to terms.
#include "models/filter.h"
#include "models/filtervalue.h"
#include "models/filterwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {
QByteArray folded(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    return foldedText({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

// "42", "10.5", "2026-08-10T03": may stand in a number or a time.
bool isNumberLike(QStringView text)
{
    return text.front() >= u'0' && text.front() <= u'9'
        && std::all_of(text.cbegin(), text.cend(),
            [](QChar c) { return (c >= u'0' && c <= u'9') || QStringView(u"-:.tTzZ").contains(c); });
}

Filter::Test takeTest(QString& value)
{
    using Test = Filter::Test;
    static const std::array<std::pair<QLatin1StringView, Test>, 6> tests {{
        {"=="_L1, Test::Same},
        {">="_L1, Test::GreaterOrEqual},
        {"<="_L1, Test::LessOrEqual},
        {">"_L1, Test::Greater},
        {"<"_L1, Test::Less},
        {"="_L1, Test::Equal},
    }};
    for (const auto& [sign, test] : tests) {
        if (value.startsWith(sign)) {
            value = value.sliced(sign.size());
            if (test != Test::Same)
                value = value.trimmed();
            return test;
        }
    }
    return Test::Contains;
}

// "size:>100 GB" is typed with a blank as it is read: two words, and one value. What is quoted or excluded is
// a word of its own.
bool isUnitOf(const FilterWord& word, const FilterWord& next, const Column& column)
{
    const bool isPlain = !next.isExcluding && next.size == next.text.size();
    if (!isPlain || word.isQuotedBehindColon)
        return false;
    QString number = word.value();
    const bool isSigned = takeTest(number) != Filter::Test::Contains;
    // Without a sign a number is compared, and a time is looked into as a text.
    return (isSigned || column.type != ColumnType::Time) && takesFilterUnit(number, next.text, column);
}

QString setColumnValue(Filter::Term& term, QString value, bool isQuoted, const Column& column, qint64 now)
{
    if (value.isEmpty()) {
        term.test = Filter::Test::IsKnown;
        return {};
    }
    term.test = isQuoted ? Filter::Test::Contains : takeTest(value);
    const bool compares = term.test != Filter::Test::Contains;
    if (compares && value.isEmpty() && term.test != Filter::Test::Same)
        return filterSentence("After “<”, “>” or “=” a value is needed.");
    switch (column.type) {
    case ColumnType::Flag:
        return setFilterFlag(term, value);
    case ColumnType::Time:
        if (compares)
            return setFilterTime(term, value, now);
        break;
    case ColumnType::Integer:
    case ColumnType::Number:
        if (!compares)
            term.test = Filter::Test::Equal;
        return setFilterNumber(term, value, column);
    case ColumnType::Text:
    case ColumnType::Enum:
        break;
    }
    term.text = term.test == Filter::Test::Same ? value.toUtf8() : folded(value);
    return {};
}

// In the order of RecordModel::Attention.
constexpr std::array Attentions {"none", "notice", "warning", "critical"};

QString setAttention(Filter::Term& term, const QString& value)
{
    for (std::size_t level = 0; level < Attentions.size(); ++level) {
        if (value.compare(QLatin1StringView(Attentions[level]), Qt::CaseInsensitive) == 0) {
            term.column = Filter::AttentionColumn;
            term.test = Filter::Test::Equal;
            term.integer = static_cast<qint64>(level);
            return {};
        }
    }
    return filterSentence("Attention is one of none, notice, warning and critical.");
}
} // namespace

Result<Filter, QString> Filter::parse(const QString& text, const Columns& columns, qint64 now)
{
    const auto words = filterWords(text);
    if (!words)
        return filterSentence("A quotation mark is not closed.");
    Filter filter;
    for (std::size_t i = 0; i < words->size(); ++i) {
        const FilterWord& word = (*words)[i];
        Term term;
        term.isExcluding = word.isExcluding;
        const QString name = word.name();
        QString value = word.value();
        const bool isName = word.hasName();
        term.column = filterColumn(word, columns);
        if (term.column >= 0) {
            const Column& column = columns[static_cast<std::size_t>(term.column)];
            if (i + 1 < words->size() && isUnitOf(word, (*words)[i + 1], column))
                value += u' ' + (*words)[++i].text;
            const QString mistake = setColumnValue(term, value, word.isQuotedBehindColon, column, now);
            if (!mistake.isEmpty())
                return mistake;
        } else if (isName && name.compare("attention"_L1, Qt::CaseInsensitive) == 0) {
            if (const QString mistake = setAttention(term, value); !mistake.isEmpty())
                return mistake;
        } else if (isName && !name.contains(u'.') && !name.contains(u'-')) {
            return filterSentence("There is no column “%1”. To look for the text, put it in quotation marks.")
                .arg(name);
        } else if (word.text.isEmpty()) {
            continue;
        } else {
            term.text = folded(word.text);
            term.isLikeNumber = isNumberLike(word.text);
        }
        filter.m_terms.push_back(term);
    }
    return filter;
}

Filter Filter::nothing()
{
    Filter filter;
    filter.m_passesNone = true;
    return filter;
}

bool Filter::isNarrowerThan(const Filter& other) const
{
    if (m_passesNone || other.m_passesNone)
        return m_passesNone;
    const auto implies = [](const Term& term, const Term& old) {
        if (term == old)
            return true;
        if (term.isExcluding || old.isExcluding || term.column != old.column)
            return false;
        if (old.test == Test::IsKnown)
            return true;
        return old.test == Test::Contains && term.test == Test::Contains && term.text.contains(old.text)
            && (old.isLikeNumber || !term.isLikeNumber);
    };
    return std::all_of(other.m_terms.cbegin(), other.m_terms.cend(), [&](const Term& old) {
        return std::any_of(
            m_terms.cbegin(), m_terms.cend(), [&](const Term& term) { return implies(term, old); });
    });
}

} // namespace Telamon
