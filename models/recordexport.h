// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Telamon {

class RecordModel;

// The rows shown as a file, UTF-8. In CSV no text cell begins with = + - @ tab or CR: a spreadsheet would
// calculate with it.
QByteArray csvOf(const RecordModel& model, const QList<int>& columns);
// The records' own JSON, in an array.
QByteArray jsonOf(const RecordModel& model);

// Writes whole or not at all: the old file stays where that fails. A sentence, empty where all went well.
QString writeWhole(const QString& file, const QByteArray& bytes);

} // namespace Telamon
