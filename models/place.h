// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace Telamon {

// What a page is about: everything, or one organisation, project or cluster.
struct Place {
    enum class Kind { Fleet, Organization, Project, Cluster, FlexCluster };

    Kind kind = Kind::Fleet;
    QString organizationId;
    QString projectId;
    QString clusterName;

    bool operator==(const Place&) const = default;
};

inline size_t qHash(const Place& place, size_t seed = 0)
{
    return qHashMulti(seed, int(place.kind), place.organizationId, place.projectId, place.clusterName);
}

} // namespace Telamon
