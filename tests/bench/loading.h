// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

#include <QByteArrayList>
#include <QSignalSpy>

// Reads the answers of the source into the model, and waits until all of them are there.
inline void loadAnswers(Telamon::RecordModel& model, const QByteArray& source, const QByteArrayList& answers)
{
    constexpr int patience = 60'000; // milliseconds
    QSignalSpy finished(&model, &Telamon::RecordModel::loadFinished);
    model.beginLoad();
    for (const QByteArray& one : answers)
        model.addAnswer(source, one);
    model.finishLoad();
    finished.wait(patience);
}
