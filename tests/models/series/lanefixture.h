// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/seriesdata.h"
#include "tests/models/series/seriesfixture.h"

#include <QDateTime>

namespace Telamon {

// Rows with a frequency, a state, a size, and when they come and go.
inline TableLayout laneTable()
{
    using enum ColumnType;
    TableLayout table;
    table.columns = {{"id", "Id", Text}, {"created", "Created", Time, Presentation::Moment},
        {"expires", "Expires", Time, Presentation::Age}, {"frequency", "Frequency", Enum},
        {"status", "Status", Enum}, {"size", "Size", Integer, Presentation::Bytes}};
    table.idColumns = {"id"};
    table.sources = {{"rows", "", "", {}}};
    for (const Column& column : table.columns)
        table.sources.front().paths.push_back({{"/" + column.key}});
    return table;
}

inline SeriesDescription snapshots()
{
    return {.kind = SeriesDescription::Kind::Lanes,
        .title = "Snapshots",
        .timeKey = "created",
        .seriesKey = "frequency",
        .valueKey = "size",
        .bad = "failed",
        .marks = {.order = {"hourly", "daily", "weekly", "monthly", "yearly", "ondemand"},
            .stateKey = "status",
            .endKey = "expires",
            .soonDays = 3,
            .underWay = {"queued", "inProgress"},
            .usualName = "Kept",
            .soonName = "Expires soon",
            .underWayName = "In progress",
            .badName = "Failed"}};
}

constexpr qint64 Day = 86'400'000;

inline qint64 now()
{
    static const qint64 time = QDateTime(QDate(2026, 5, 20), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
    return time;
}

// One more value of a row.
inline QByteArray field(const QByteArray& name, const QByteArray& value)
{
    return ",\"" + name + "\":\"" + value + "\"";
}

inline QByteArray row(
    int id, const QByteArray& frequency, const QByteArray& created, const QByteArray& more = {})
{
    return "{\"id\":\"" + QByteArray::number(id) + "\""
        + (frequency.isEmpty() ? QByteArray() : ",\"frequency\":\"" + frequency + "\"")
        + (created.isEmpty() ? QByteArray() : ",\"created\":\"" + created + "\"") + more + "}";
}

inline QByteArray list(const QByteArrayList& rows)
{
    return "[" + rows.join(',') + "]";
}

inline QByteArray manyRows()
{
    return list({row(1, "daily", "2026-05-18T00:00:00Z",
                     field("status", "completed") + field("size", "1024")),
        row(2, "daily", "2026-05-19T00:00:00Z", field("status", "failed") + field("size", "0")),
        row(3, "hourly", "2026-05-20T10:00:00Z",
            field("status", "completed") + field("size", "2048") + field("expires", "2026-05-22T10:00:00Z")),
        row(4, "hourly", "2026-05-20T11:00:00.400Z", field("status", "inProgress")),
        row(5, "weekly", "2026-05-18T00:00:00Z", field("status", "completed") + field("size", "4096")),
        row(6, "", "2026-05-01T00:00:00Z")});
}

} // namespace Telamon
