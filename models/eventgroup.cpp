// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/eventgroup.h"

#include <algorithm>
#include <array>

namespace Telamon {

namespace {
struct GroupedEvents {
    std::string_view beginning; // of the type
    std::string_view group;
};

constexpr std::string_view Alerts = "ALERTS";
constexpr std::string_view Clusters = "CLUSTERS";
constexpr std::string_view Backup = "BACKUP";
constexpr std::string_view Access = "ACCESS";
constexpr std::string_view SearchIndexes = "SEARCH_INDEXES";
constexpr std::string_view Other = "OTHER";

// The first that fits counts.
constexpr auto groupedEvents = std::to_array<GroupedEvents>({
    {"CLUSTER_MONGOS_IS_", Alerts},
    {"TENANT_SNAPSHOT_", Backup},
    {"TENANT_RESTORE_", Backup},
    {"USERS_WITHOUT_MULTI_FACTOR_", Alerts},
    {"ALERT_", Alerts},
    {"OUTSIDE_", Alerts},
    {"INSIDE_", Alerts},
    {"HOST_", Alerts},
    {"PRIMARY_", Alerts},
    {"ONE_PRIMARY", Alerts},
    {"NO_PRIMARY", Alerts},
    {"TOO_", Alerts},
    {"REPLICATION_", Alerts},
    {"VOLUME_IMPAIRED", Alerts},
    {"VERSION_BEHIND", Alerts},
    {"MONGOTUNE_ALERT", Alerts},
    {"CPS_", Backup},
    {"DB_CHECK_", Clusters},
    {"ONLINE_ARCHIVE_", Backup},
    {"INGESTION_PIPELINE_", Backup},
    {"FTS_", SearchIndexes},
    {"SEARCH_", SearchIndexes},
    {"MONGOT_", SearchIndexes},
    {"CLUSTER_", Clusters},
    {"COMPUTE_", Clusters},
    {"PREDICTIVE_", Clusters},
    {"DISK_", Clusters},
    {"TENANT_", Clusters},
    {"SERVERLESS_", Clusters},
    {"FLEX_", Clusters},
    {"FREE_", Clusters},
    {"AUTO_", Clusters},
    {"INDEX_", Clusters},
    {"ROLLING_INDEX_", Clusters},
    {"INDEPENDENT_SHARD_", Clusters},
    {"SHARD_", Clusters},
    {"REPLICA_SET_", Clusters},
    {"NODE_", Clusters},
    {"MAINTENANCE_", Clusters},
    {"PROJECT_SCHEDULED_MAINTENANCE", Clusters},
    {"SCHEDULED_MAINTENANCE", Clusters},
    {"ATLAS_MAINTENANCE_", Clusters},
    {"OS_MAINTENANCE", Clusters},
    {"EXTRA_MAINTENANCE_", Clusters},
    {"TEST_FAILOVER_", Clusters},
    {"PROCESS_RESTART_", Clusters},
    {"API_", Access},
    {"SERVICE_ACCOUNT_", Access},
    {"ORG_SERVICE_ACCOUNT_", Access},
    {"GROUP_SERVICE_ACCOUNT_", Access},
    {"OAUTH_", Access},
    {"INVITED_", Access},
    {"JOINED_", Access},
    {"JOIN_", Access},
    {"REMOVED_FROM_", Access},
    {"REQUESTED_TO_JOIN_", Access},
    {"ROLE_", Access},
    {"TEAM_", Access},
    {"USER_", Access},
    {"FEDERATION_", Access},
    {"IDENTITY_", Access},
    {"OIDC_", Access},
    {"DOMAIN", Access},
    {"MONGODB_USER_", Access},
    {"MONGODB_ROLE_", Access},
    {"NETWORK_PERMISSION_", Access},
    {"CLOUD_PROVIDER_ACCESS_", Access},
});
} // namespace

std::string_view eventGroup(std::string_view eventType)
{
    if (eventType.ends_with("_THRESHOLD"))
        return Alerts;
    const auto found = std::find_if(groupedEvents.begin(), groupedEvents.end(),
        [eventType](const GroupedEvents& each) { return eventType.starts_with(each.beginning); });
    return found == groupedEvents.end() ? Other : found->group;
}

std::vector<QByteArray> eventGroups()
{
    std::vector<QByteArray> groups;
    for (const std::string_view group : {Clusters, Access, SearchIndexes, Alerts, Backup, Other})
        groups.emplace_back(group.data(), static_cast<qsizetype>(group.size()));
    return groups;
}

} // namespace Telamon
