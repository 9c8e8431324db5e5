// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/routes/routes.h"

#include <iterator>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

std::vector<Route> allRoutes()
{
    std::vector<Route> all;
    for (auto part :
        {organizationRoutes, clusterRoutes, alertRoutes, searchIndexRoutes, backupRoutes, archiveRoutes}) {
        std::vector<Route> routes = part();
        std::move(routes.begin(), routes.end(), std::back_inserter(all));
    }
    return all;
}

QList<Version> only(const QByteArray& date)
{
    return {Version {date, {}, {}}};
}

Version old(const QByteArray& date, const QByteArray& deprecation)
{
    return {date, deprecation, "Thu, 1 Jul 2027 00:00:00 GMT"};
}

Place projectOf(const Call& call)
{
    Place place;
    const QString id = call.path(u"groupId"_s);
    place.project = call.store().project(id);
    if (!place.project)
        place.refusal = groupNotFound(id);
    else if (!place.project->isReadable)
        place.refusal = errorAnswer(
            403, "USER_UNAUTHORIZED", u"Current user is not authorized to perform this action."_s);
    return place;
}

Place dedicatedClusterOf(const Call& call)
{
    Place place = projectOf(call);
    if (!place.isFound())
        return place;
    const QString name = call.path(u"clusterName"_s);
    place.cluster = call.store().cluster(*place.project, name);
    if (!place.cluster)
        place.refusal = clusterNotFound(name, place.project->id);
    else if (place.cluster->isFlex())
        place.refusal = errorAnswer(400, "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API",
            u"Flex cluster %1 cannot be used in the Cluster API."_s.arg(name), {name});
    return place;
}

Place flexClusterOf(const Call& call)
{
    Place place = projectOf(call);
    if (!place.isFound())
        return place;
    const QString name = call.path(u"name"_s);
    place.cluster = call.store().cluster(*place.project, name);
    if (!place.cluster)
        place.refusal = clusterNotFound(name, place.project->id);
    else if (!place.cluster->isFlex())
        place.refusal = errorAnswer(400, "CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API",
            u"Cannot use non-flex cluster %1 in the flex API."_s.arg(name), {name});
    return place;
}

Answer rowAnswer(const Row& row)
{
    return {200, row.json, {}};
}

Answer listAnswer(const std::vector<Row>& rows)
{
    return {200, '[' + texts(rows).join(',') + ']', {}};
}

} // namespace Telamon::Sandbox
