// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace Telamon {

// The records of a CSV file, byte by byte as RFC 4180 has it: CR LF ends a record, quotes are doubled, and a
// quote stands nowhere else. Empty where the file breaks a rule.
QList<QList<QByteArray>> readCsv(const QByteArray& file);

} // namespace Telamon
