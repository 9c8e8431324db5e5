// SPDX-License-Identifier: GPL-3.0-or-later
// Filter: from what a person types to terms.
#include "models/filter.h"
#include "models/filtervalue.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {
QString plainName(const QString& name)
{
    QString plain;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            plain += c.toCaseFolded();
    }
    return plain;
}

std::ptrdiff_t columnNamed(const QString& name, const Columns& columns)
{
    const QString wanted = plainName(name);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (plainName(QString::fromUtf8(columns[i].key)) == wanted
            || plainName(QCoreApplication::translate("Column", columns[i].title)) == wanted)
            return static_cast<std::ptrdiff_t>(i);
    }
    return -1;
}

// One word as typed: what is quoted in it is not looked at for ":" and "-".
struct Word {
    QString text;
    qsizetype colon = -1;
    bool isExcluding = false;
    bool isQuotedBehindColon = false;
};

std::optional<std::vector<Word>> splitWords(const QString& text)
{
    std::vector<Word> words;
    std::optional<Word> word;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!isQuoted && c.isSpace()) {
            if (word)
                words.push_back(*std::exchange(word, {}));
            continue;
        }
        if (!word) {
            word.emplace();
            if (c == u'-' && i + 1 < text.size() && !text[i + 1].isSpace()) {
                word->isExcluding = true;
                continue;
            }
        }
        if (c == u'"') {
            isQuoted = !isQuoted;
            if (word->colon >= 0 && word->colon + 1 == word->text.size())
                word->isQuotedBehindColon = true;
        } else {
            if (c == u':' && !isQuoted && word->colon < 0)
                word->colon = word->text.size();
            word->text += c;
        }
    }
    if (word)
        words.push_back(*word);
    if (isQuoted)
        return {};
    return words;
}

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
    static const std::array<std::pair<QLatin1StringView, Test>, 5> tests {{
        {">="_L1, Test::GreaterOrEqual},
        {"<="_L1, Test::LessOrEqual},
        {">"_L1, Test::Greater},
        {"<"_L1, Test::Less},
        {"="_L1, Test::Equal},
    }};
    for (const auto& [sign, test] : tests) {
        if (value.startsWith(sign)) {
            value = value.sliced(sign.size()).trimmed();
            return test;
        }
    }
    return Test::Contains;
}

QString setColumnValue(Filter::Term& term, QString value, bool isQuoted, const Column& column, qint64 now)
{
    if (value.isEmpty()) {
        term.test = Filter::Test::IsKnown;
        return {};
    }
    term.test = isQuoted ? Filter::Test::Contains : takeTest(value);
    const bool compares = term.test != Filter::Test::Contains;
    if (compares && value.isEmpty())
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
    term.text = folded(value);
    return {};
}
} // namespace

Result<Filter, QString> Filter::parse(const QString& text, const Columns& columns, qint64 now)
{
    const auto words = splitWords(text);
    if (!words)
        return filterSentence("A quotation mark is not closed.");
    Filter filter;
    for (const Word& word : *words) {
        Term term;
        term.isExcluding = word.isExcluding;
        const QString name = word.colon > 0 ? word.text.first(word.colon) : QString();
        const QString value = word.text.sliced(word.colon + 1);
        const bool isName = !name.isEmpty() && name.front().isLetter() && !value.startsWith("//"_L1);
        term.column = isName ? columnNamed(name, columns) : -1;
        if (term.column >= 0) {
            const Column& column = columns[static_cast<std::size_t>(term.column)];
            const QString mistake = setColumnValue(term, value, word.isQuotedBehindColon, column, now);
            if (!mistake.isEmpty())
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

bool Filter::isNarrowerThan(const Filter& other) const
{
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
