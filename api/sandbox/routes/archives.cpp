// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/routes/routes.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
Answer listGroupClusterOnlineArchives(const Call& call)
{
    const Place place = dedicatedClusterOf(call);
    return place.isFound() ? call.page(texts(place.cluster->archives)) : place.refusal;
}

Row* archiveOf(const Call& call, Answer& refusal)
{
    const Place place = dedicatedClusterOf(call);
    refusal = place.refusal;
    if (!place.isFound())
        return nullptr;
    const QString id = call.path(u"archiveId"_s);
    Row* archive = findRow(place.cluster->archives, id);
    if (!archive)
        refusal = resourceNotFound(u"Online archive with id "_s + id);
    return archive;
}

Answer getGroupClusterOnlineArchive(const Call& call)
{
    Answer refusal;
    const Row* archive = archiveOf(call, refusal);
    return archive ? rowAnswer(*archive) : refusal;
}

Answer updateGroupClusterOnlineArchive(const Call& call)
{
    Answer refusal;
    Row* archive = archiveOf(call, refusal);
    if (!archive)
        return refusal;
    const QJsonObject change = QJsonDocument::fromJson(call.request().body).object();
    QJsonObject value = archive->value;
    const bool isPausing = change.value(u"paused"_s).toBool() && !value.value(u"paused"_s).toBool();
    if (isPausing && value.value(u"state"_s) != "ACTIVE"_L1)
        return errorAnswer(409, "ONLINE_ARCHIVE_MUST_BE_ACTIVE_TO_PAUSE",
            u"Online archive %1 must be active to pause."_s.arg(archive->id), {archive->id});
    for (auto field = change.begin(); field != change.end(); ++field)
        value[field.key()] = field.value();
    if (change.contains(u"paused"_s))
        value[u"state"_s] = change.value(u"paused"_s).toBool() ? u"PAUSED"_s : u"ACTIVE"_s;
    *archive = Row::of(archive->id, value);
    return rowAnswer(*archive);
}
} // namespace

std::vector<Route> archiveRoutes()
{
    const QByteArray all = "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/onlineArchives";
    const QList<Version> v1 = only("2023-01-01");
    return {
        {"GET", all, u"listGroupClusterOnlineArchives"_s, v1, 1200, listGroupClusterOnlineArchives, {},
            nullptr},
        {"GET", all + "/{archiveId}", u"getGroupClusterOnlineArchive"_s, v1, 1200,
            getGroupClusterOnlineArchive, {}, nullptr},
        {"PATCH", all + "/{archiveId}", u"updateGroupClusterOnlineArchive"_s, v1, 1200,
            updateGroupClusterOnlineArchive, {}, nullptr},
    };
}

} // namespace Telamon::Sandbox
