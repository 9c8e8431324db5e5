// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/pagelink.h"

namespace Telamon {

// Links that the entries of the page table use.

PageLink clusterLink(); // to the cluster that a row names in clusterName or instanceName
PageLink alertsLink(); // from a cluster to its alerts
PageLink actorLink(); // to what else the one who caused an event did
PageLink scheduleLink(); // from a cluster's snapshots to their schedule
PageLink usageLink(); // from a role at a cloud provider to where it is used
PageLink roleNameLink(); // copies what the provider calls the role by
PageLink downloadLink(); // opens the address of a restore job's download

} // namespace Telamon
