// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/column.h"

#include <QString>

#include <optional>

namespace Telamon {

// One word of a filter as typed: what is quoted in it is not looked at for ":" and "-". Inside quotes, two
// quotation marks are one.
struct FilterWord {
    qsizetype from = 0; // in the filter's text
    qsizetype size = 0;
    QString text; // without quotes and the "-" in front
    qsizetype colon = -1;
    bool isExcluding = false;
    bool isQuotedBehindColon = false;

    QString name() const { return colon > 0 ? text.first(colon) : QString(); }
    QString value() const { return text.sliced(colon + 1); }
    bool hasName() const; // "status:open"; not "http://x"
};

// Nothing where a quotation mark is not closed.
std::optional<std::vector<FilterWord>> filterWords(const QString& text);
// The column that a word names by key or title; -1: none.
std::ptrdiff_t filterColumn(const FilterWord& word, const Columns& columns);
// A value so that it stays together, whatever is in it.
QString quotedFilterValue(const QString& value);

} // namespace Telamon
