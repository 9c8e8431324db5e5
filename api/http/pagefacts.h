// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Telamon {

// What paging needs to know of a page. Found by one pass over the bytes; the records are parsed elsewhere.
struct PageFacts {
    qsizetype records = -1; // in "results", -1 where there is none: not a page
    qint64 totalCount = -1;
    bool isWhole = false; // the object ends where the answer does: not cut off
    QByteArrayView results {}; // the array, within the bytes that were given
};

PageFacts pageFacts(const QByteArray& json);

} // namespace Telamon
