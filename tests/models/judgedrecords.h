// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

#include <QSignalSpy>
#include <QTest>

namespace Telamon {

// When records are judged that a test gives.
inline constexpr qint64 judgedAt = 1'793'528'400'000; // 2026-11-01, in the morning

inline void loadJudged(
    RecordModel& model, const QByteArray& source, const QByteArray& answer, const KnownValues& known = {})
{
    model.setNow(judgedAt);
    QSignalSpy finished(&model, &RecordModel::loadFinished);
    model.beginLoad();
    model.addAnswer(source, answer, known);
    model.finishLoad(true);
    QTRY_COMPARE(finished.count(), 1);
}

// A list's answer.
inline QByteArray results(const QByteArray& records)
{
    return "{\"results\":[" + records + "]}";
}

} // namespace Telamon
