// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Telamon {

class RecordModel;

// The sums over the rows shown, of the columns that have one (Column::total) and in which something is known.
QStringList totalTexts(const RecordModel& records); // "126 nodes"
QStringList totalLines(const RecordModel& records); // "Nodes: 126"

} // namespace Telamon
