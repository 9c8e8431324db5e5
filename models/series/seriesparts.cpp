// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/seriesparts.h"

#include "api/records/plaintext.h"
#include "models/enumwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace Telamon {

std::optional<std::size_t> columnIndex(const RecordTable& table, const QByteArray& key)
{
    const Columns& columns = table.columns();
    const auto found = std::find_if(
        columns.cbegin(), columns.cend(), [&key](const Column& column) { return column.key == key; });
    return found == columns.cend() ? std::nullopt
                                   : std::optional(static_cast<std::size_t>(found - columns.cbegin()));
}

const CellColumn* columnCells(const RecordTable& table, const QByteArray& key)
{
    const auto column = columnIndex(table, key);
    return column ? &table.column(*column) : nullptr;
}

double weightOf(const CellColumn& cells, std::size_t row)
{
    if (!cells.isKnown(row))
        return std::nan("");
    if (cells.type() == ColumnType::Integer)
        return static_cast<double>(cells.integer(row));
    return cells.type() == ColumnType::Number ? cells.number(row) : std::nan("");
}

bool isBadPart(const ValueNumbers::Value& value, const SeriesDescription& description)
{
    return value.isKnown && *description.bad && value.text == description.bad;
}

SeriesPart partOf(
    const ValueNumbers::Value& value, const SeriesDescription& description, const Column* column)
{
    using PartKind = SeriesPart::Kind;
    if (!value.isKnown)
        return {.kind = PartKind::Unknown, .name = QCoreApplication::translate("Series", "not known")};
    if (!column)
        return {.name = QCoreApplication::translate("Page", description.title)};
    const QString text = QString::fromUtf8(value.text.data(), static_cast<qsizetype>(value.text.size()));
    if (column->type == ColumnType::Flag) {
        const bool isYes = value.text == "yes";
        return {.name = QCoreApplication::translate("Page", isYes ? description.yesName : description.noName),
            .value = text,
            .isBad = !isYes};
    }
    const bool isWord = column->type == ColumnType::Enum;
    return {.name = visibleText(isWord ? enumWords(*column, text) : text),
        .value = visibleText(text),
        .isBad = isBadPart(value, description)};
}

QByteArray sortKeyOf(const ValueNumbers::Value& value)
{
    TextArena arena;
    QByteArray key;
    appendSortKey(arena.store(value.text), key);
    return key;
}

} // namespace Telamon
