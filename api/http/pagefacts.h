// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Telamon {

// What paging needs to know of a page. Found by one pass over the bytes; the records are parsed elsewhere.
struct PageFacts {
    qsizetype records = -1; // in "results", -1 where there is none: not a page
    qint64 totalCount = -1;
};

PageFacts pageFacts(const QByteArray& json);

} // namespace Telamon
