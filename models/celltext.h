// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/recordtable.h"

#include <QVariant>

namespace Telamon {

// One cell as a person reads it: binary units, relative ages, local times. `now` in milliseconds since the
// epoch.
QString cellText(const RecordTable& table, std::size_t row, std::size_t column, qint64 now);
QString cellToolTip(const RecordTable& table, std::size_t row, std::size_t column, qint64 now);
// As a spreadsheet or a script takes it: times in UTC, bytes and numbers as they are, the service's own
// words. Nothing where what is shown is what to copy.
QString cellCopy(const RecordTable& table, std::size_t row, std::size_t column);
QVariant cellValue(const RecordTable& table, std::size_t row, std::size_t column);

QString momentText(qint64 time); // local time
QString ageText(qint64 time, qint64 now); // "3 h ago", "in 2 d"

} // namespace Telamon
