// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
std::vector<Row>& archivesOf(Store&, const Place& place)
{
    return place.cluster->archives;
}

// Pausing and resuming take their time; what they come from must have settled.
Answer setPaused(const Call& call, Row& archive, bool isPausing)
{
    const QString state = archive.value.value(u"state"_s).toString();
    if (isPausing && state != "ACTIVE"_L1)
        return errorAnswer(409, "ONLINE_ARCHIVE_MUST_BE_ACTIVE_TO_PAUSE",
            u"Online archive %1 must be active to pause."_s.arg(archive.id), {archive.id});
    if (!isPausing && state != "PAUSED"_L1)
        return errorAnswer(409, "ONLINE_ARCHIVE_MUST_BE_PAUSED_TO_RESUME",
            u"Online archive %1 must be paused to resume."_s.arg(archive.id), {archive.id});
    archive.steps = {
        {call.store().after(1), QJsonObject {{u"state"_s, isPausing ? u"PAUSED"_s : u"ACTIVE"_s}}, false}};
    archive.set(merged(archive.value, {{u"state"_s, isPausing ? u"PAUSING"_s : u"PENDING"_s}}));
    return {};
}

Answer updateGroupClusterOnlineArchive(const Call& call)
{
    const Found found = find(call);
    if (!found.row)
        return found.refusal;
    Row& archive = *found.row;
    const QJsonObject change = call.body();
    const QJsonValue paused = change.value(u"paused"_s);
    if (paused.isBool() && paused != archive.value.value(u"paused"_s)) {
        Answer refusal = setPaused(call, archive, paused.toBool());
        if (refusal.isError())
            return refusal;
    }
    archive.set(merged(archive.value, change));
    return rowAnswer(archive);
}

constexpr Resource archives {dedicatedClusterOf, archivesOf, "archiveId", "Online archive with id"};
} // namespace

std::span<const Entry> archiveRoutes()
{
    static constexpr Entry entries[] = {
        {"GET", "/groups/{groupId}/clusters/{clusterName}/onlineArchives", "listGroupClusterOnlineArchives",
            "2023-01-01", listRows, &archives},
        {"GET", "/groups/{groupId}/clusters/{clusterName}/onlineArchives/{archiveId}",
            "getGroupClusterOnlineArchive", "2023-01-01", oneRow, &archives},
        {"PATCH", "/groups/{groupId}/clusters/{clusterName}/onlineArchives/{archiveId}",
            "updateGroupClusterOnlineArchive", "2023-01-01", updateGroupClusterOnlineArchive, &archives},
    };
    return entries;
}

} // namespace Telamon::Sandbox
