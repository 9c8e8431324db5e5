// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/column.h"

#include <QVariantList>

namespace Telamon {

// What parseRecords should find, read the slow and obvious way: QJsonDocument, one path at a time. Invalid
// where unknown; times in milliseconds.
QList<QVariantList> naiveRecords(
    const QByteArray& answer, const RecordSource& source, const Columns& columns);

} // namespace Telamon
