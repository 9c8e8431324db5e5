// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/entries/entries.h"
#include "ui/pages/pagedescription.h"

#include <iterator>
#include <utility>

namespace Telamon {

namespace {

std::vector<PageDescription> allEntries()
{
    std::vector<PageDescription> pages;
    for (const auto& part : {fleetEntries, clusterEntries, alertEntries, activityEntries,
             accessHistoryEntries, searchIndexEntries, backupEntries, accessEntries, dataEntries,
             migrationEntries, journalEntries}) {
        std::vector<PageDescription> entries = part();
        std::move(entries.begin(), entries.end(), std::back_inserter(pages));
    }
    return pages;
}

} // namespace

const std::vector<PageDescription>& pageTable()
{
    static const std::vector<PageDescription> pages = allEntries();
    return pages;
}

QList<const PageDescription*> pagesOf(Place::Kind kind)
{
    QList<const PageDescription*> found;
    for (const PageDescription& page : pageTable()) {
        if (page.places.contains(kind))
            found.append(&page);
    }
    return found;
}

} // namespace Telamon
