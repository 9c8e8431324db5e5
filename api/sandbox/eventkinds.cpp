// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/eventkinds.h"

namespace Telamon::Sandbox {

namespace {
using enum EventKind::Subject;
constexpr auto both = EventKind::Where::Both;
constexpr auto organization = EventKind::Where::Organization;

constexpr EventKind kinds[] = {
    {"CLUSTER_CREATED", "Cluster was created", Cluster, false},
    {"CLUSTER_READY", "Cluster is ready", Cluster},
    {"CLUSTER_UPDATE_SUBMITTED", "Change of cluster was submitted", Cluster, false},
    {"CLUSTER_UPDATE_STARTED", "Change of cluster began", Cluster},
    {"CLUSTER_UPDATE_COMPLETED", "Change of cluster is complete", Cluster},
    {"CLUSTER_DELETE_SUBMITTED", "Deletion of cluster was submitted", Cluster, false},
    {"CLUSTER_DELETED", "Cluster was deleted", Cluster},
    {"CLUSTER_TAGS_MODIFIED", "Tags of cluster were changed", Resource, false},
    {"CLUSTER_FCV_FIXED", "Feature compatibility version was pinned", Cluster, false},
    {"CLUSTER_FCV_UNFIXED", "Feature compatibility version was unpinned", Cluster, false},
    {"COMPUTE_AUTO_SCALE_INITIATED_BASE", "Scaling of compute began", Cluster, true, true},
    {"DISK_AUTO_SCALE_INITIATED", "Scaling of disk began", Cluster, true, true},
    {"PROJECT_SCHEDULED_MAINTENANCE", "Maintenance was planned", None},
    {"MAINTENANCE_STARTED", "Maintenance began", None, true, true},
    {"MAINTENANCE_COMPLETED", "Maintenance is complete", None},
    {"CPS_SNAPSHOT_STARTED", "Snapshot began", Cluster},
    {"CPS_SNAPSHOT_SUCCESSFUL", "Snapshot is complete", Cluster, true, true},
    {"CPS_SNAPSHOT_FAILED", "Snapshot failed", Cluster, true, true},
    {"CPS_SNAPSHOT_BEHIND", "Snapshots are behind", Cluster, true, true},
    {"CPS_RESTORE_REQUESTED_AUDIT", "Restore was asked for", Cluster, false},
    {"CPS_RESTORE_SUCCESSFUL", "Restore is complete", Cluster, true, true},
    {"CPS_SNAPSHOT_SCHEDULE_UPDATED_AUDIT", "Snapshot schedule was changed", Cluster, false},
    {"CPS_DATA_PROTECTION_ENABLED", "Backup compliance policy was enabled", None, false},
    {"TENANT_SNAPSHOT_COMPLETED_AUDIT", "Snapshot of flex cluster is complete", Cluster},
    {"TENANT_RESTORE_REQUESTED_AUDIT", "Restore of flex cluster was asked for", Cluster, false},
    {"TENANT_RESTORE_COMPLETED_AUDIT", "Restore of flex cluster is complete", Cluster},
    {"HOST_UP", "Host is up", Host, true, true},
    {"HOST_DOWN", "Host is down", Host, true, true},
    {"HOST_HAS_INDEX_SUGGESTIONS", "Host has suggestions for indexes", Host, true, true},
    {"HOST_MONGOT_CRASHING_OOM", "Search process is out of memory", Host, true, true},
    {"PRIMARY_ELECTED", "Replica set elected a primary", Host, true, true},
    {"NO_PRIMARY", "Replica set has no primary", Host, true, true},
    {"TOO_MANY_ELECTIONS", "Replica set elects too often", Host, true, true},
    {"REPLICATION_OPLOG_WINDOW_RUNNING_OUT", "Oplog window is running out", Host, true, true},
    {"INSIDE_METRIC_THRESHOLD", "Metric is back inside its threshold", Metric, true, true},
    {"OUTSIDE_METRIC_THRESHOLD", "Metric is outside its threshold", Metric, true, true},
    {"CLUSTER_MONGOS_IS_MISSING", "Cluster has no mongos", Cluster, true, true},
    {"FTS_INDEX_CREATED", "Search index was created", None, false},
    {"FTS_INDEX_BUILD_COMPLETE", "Search index is built", None},
    {"FTS_INDEX_BUILD_FAILED", "Search index could not be built", None},
    {"FTS_INDEX_UPDATED", "Search index was changed", None, false},
    {"FTS_INDEX_DELETED", "Search index was deleted", None, false},
    {"ONLINE_ARCHIVE_UP_TO_DATE", "Online archive is up to date", None, true, true},
    {"MONGODB_USER_ADDED", "Database user was added", DatabaseUser, false},
    {"MONGODB_USER_UPDATED", "Database user was changed", DatabaseUser, false},
    {"MONGODB_USER_DELETED", "Database user was deleted", DatabaseUser, false},
    {"MONGODB_USER_X509_CERT_CREATED", "Certificate of database user was made", DatabaseUser, false},
    {"MONGODB_ROLE_ADDED", "Database role was added", None, false},
    {"MONGODB_ROLE_DELETED", "Database role was deleted", None, false},
    {"NETWORK_PERMISSION_ENTRY_ADDED", "Access list got an entry", AccessList, false},
    {"NETWORK_PERMISSION_ENTRY_REMOVED", "Access list lost an entry", AccessList, false},
    {"ALERT_ACKNOWLEDGED_AUDIT", "Alert was acknowledged", Alert, false, false, both},
    {"ALERT_UNACKNOWLEDGED_AUDIT", "Acknowledgement was taken back", Alert, false, false, both},
    {"ALERT_CONFIG_ADDED_AUDIT", "Alert configuration was added", AlertConfiguration, false, false, both},
    {"ALERT_CONFIG_CHANGED_AUDIT", "Alert configuration was changed", AlertConfiguration, false, false, both},
    {"ALERT_CONFIG_DELETED_AUDIT", "Alert configuration was deleted", AlertConfiguration, false, false, both},
    {"API_KEY_ADDED_TO_GROUP", "API key got access to project", Key, false, false, both},
    {"API_KEY_REMOVED_FROM_GROUP", "API key lost access to project", Key, false, false, both},
    {"API_KEY_ROLES_CHANGED", "Roles of API key were changed", Key, false, false, both},
    {"API_KEY_CREATED", "API key was created", Key, false, false, organization},
    {"API_KEY_ACCESS_LIST_ENTRY_ADDED", "API key may be used from another address", Key, false, false,
        organization},
    {"SERVICE_ACCOUNT_SECRET_ADDED", "Service account got a secret", None, false, false, both},
    {"SERVICE_ACCOUNT_DETAILS_CHANGED", "Service account was changed", None, false, false, both},
    {"JOINED_GROUP", "Person joined project", Person, false, true},
    {"REMOVED_FROM_GROUP", "Person left project", Person, false, true},
    {"INVITED_TO_GROUP", "Person was invited to project", Person, false},
    {"USER_ROLES_CHANGED_AUDIT", "Roles of person were changed", Person, false, true},
    {"JOINED_ORG", "Person joined organization", Person, false, true, organization},
    {"INVITED_TO_ORG", "Person was invited to organization", Person, false, false, organization},
    {"GROUP_CREATED", "Project was created", None, false, false, both},
    {"FEDERATION_SETTINGS_UPDATED", "Federation settings were changed", None, false, false, organization},
    {"IDENTITY_PROVIDER_UPDATED", "Identity provider was changed", None, false, false, organization},
    {"INVOICE_CLOSED", "Invoice was closed", None, true, false, organization},
    {"CHARGE_SUCCEEDED", "Payment succeeded", None, true, false, organization},
    {"DATA_EXPLORER", "Documents were looked at", Namespace, false},
    {"DATA_EXPLORER_CRUD", "Documents were changed", Namespace, false},
    {"CLOUD_PROVIDER_ACCESS_AWS_IAM_ROLE_UPDATED", "Cloud provider access was changed", None, false},
    {"FEDERATED_DATABASE_REMOVED", "Federated database was removed", None, false},
    {"AWS_ENCRYPTION_KEY_ROTATED", "Encryption key was rotated", None},
    {"USERS_WITHOUT_MULTI_FACTOR_AUTH", "People have no second factor", None, true, true},
};
} // namespace

std::span<const EventKind> eventKinds()
{
    return kinds;
}

} // namespace Telamon::Sandbox
