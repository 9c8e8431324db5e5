// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/pagedescription.h"

namespace Telamon {

// The entries of the page table by subject, in the order of the tabs.
std::vector<PageDescription> fleetEntries(); // fleet, projects, clusters
std::vector<PageDescription> clusterEntries();
std::vector<PageDescription> searchIndexEntries();
std::vector<PageDescription> backupEntries();
std::vector<PageDescription> alertEntries();
std::vector<PageDescription> activityEntries(); // events
std::vector<PageDescription> accessHistoryEntries();
std::vector<PageDescription> accessEntries(); // people, service accounts, API keys, federation, cloud access
std::vector<PageDescription> dataEntries(); // network, archives, metrics
std::vector<PageDescription> migrationEntries(); // live migrations, data lake pipelines
std::vector<PageDescription> journalEntries();

} // namespace Telamon
