// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/recordtable.h"
#include "models/series/seriesdata.h"
#include "models/series/valuenumbers.h"

#include <optional>

namespace Telamon {

// What charts of all kinds have of a table: its columns by their keys, and the values that rows are told
// apart by.

std::optional<std::size_t> columnIndex(const RecordTable& table, const QByteArray& key);
const CellColumn* columnCells(const RecordTable& table, const QByteArray& key); // null: there is none
// Not a number where it is not known, or none.
double weightOf(const CellColumn& cells, std::size_t row);

bool isBadPart(const ValueNumbers::Value& value, const SeriesDescription& description);
// `column`: where the value is from; null: all rows are one.
SeriesPart partOf(
    const ValueNumbers::Value& value, const SeriesDescription& description, const Column* column);
QByteArray sortKeyOf(const ValueNumbers::Value& value);

} // namespace Telamon
