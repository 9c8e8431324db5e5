// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filterwords.h"

#include <QCoreApplication>

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

} // namespace

bool FilterWord::hasName() const
{
    return colon > 0 && text.front().isLetter() && !value().startsWith("//"_L1);
}

std::optional<std::vector<FilterWord>> filterWords(const QString& text)
{
    std::vector<FilterWord> words;
    std::optional<FilterWord> word;
    bool isQuoted = false;
    const auto end = [&](qsizetype at) {
        word->size = at - word->from;
        words.push_back(*word);
        word.reset();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!isQuoted && c.isSpace()) {
            if (word)
                end(i);
            continue;
        }
        if (!word) {
            word.emplace();
            word->from = i;
            if (c == u'-' && i + 1 < text.size() && !text[i + 1].isSpace()) {
                word->isExcluding = true;
                continue;
            }
        }
        if (c == u'"' && isQuoted && i + 1 < text.size() && text[i + 1] == u'"') {
            word->text += c;
            ++i;
        } else if (c == u'"') {
            isQuoted = !isQuoted;
            if (word->colon >= 0 && word->colon + 1 == word->text.size())
                word->isQuotedBehindColon = true;
        } else {
            if (c == u':' && !isQuoted && word->colon < 0)
                word->colon = word->text.size();
            word->text += c;
        }
    }
    if (isQuoted)
        return {};
    if (word)
        end(text.size());
    return words;
}

std::ptrdiff_t filterColumn(const FilterWord& word, const Columns& columns)
{
    return word.hasName() ? columnNamed(word.name(), columns) : -1;
}

QString quotedFilterValue(const QString& value)
{
    return u'"' + QString(value).replace(u'"', "\"\""_L1) + u'"';
}

} // namespace Telamon
