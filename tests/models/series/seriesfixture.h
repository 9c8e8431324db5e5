// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

#include <QSignalSpy>
#include <QTest>

namespace Telamon {

// Rows with a time, a flag, a text, an enum and a size.
inline TableLayout seriesTable()
{
    using enum ColumnType;
    TableLayout table;
    table.columns = {{"id", "Id", Text}, {"time", "Time", Time, Presentation::Moment}, {"ok", "OK", Flag},
        {"user", "User", Text}, {"state", "State", Enum}, {"size", "Size", Integer, Presentation::Bytes}};
    table.idColumns = {"id"};
    table.sources = {{"rows", "", "", {}}};
    for (const Column& column : table.columns)
        table.sources.front().paths.push_back({{"/" + column.key}});
    return table;
}

inline void loadRows(RecordModel& model, const QByteArray& answer)
{
    QSignalSpy finished(&model, &RecordModel::loadFinished);
    model.beginLoad();
    model.addAnswer("rows", answer);
    model.finishLoad();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60000);
}

} // namespace Telamon
