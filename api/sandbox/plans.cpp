// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/plans.h"

namespace Telamon::Sandbox {

namespace {
using enum Trait;

constexpr const char* organizations[] = {"Northwind Retail", "Helios Bank", "Meridian Labs"};

constexpr PlannedProject projects[] = {
    {0, "storefront-prod", "production", Access::Full},
    {0, "storefront-staging", "staging", Access::Full},
    {0, "checkout-prod", "production", Access::Full},
    {0, "catalog-search", "production", Access::Full},
    {0, "warehouse-ops", "production", Access::Full},
    {1, "payments-prod", "production", Access::Full},
    {1, "payments-staging", "staging", Access::Full},
    {1, "fraud-detection", "production", Access::Full},
    {1, "core-ledger", "production", Access::Read},
    {1, "treasury-vault", "production", Access::None},
    {2, "genomics-research", "research", Access::Full},
    {2, "telemetry-iot", "production", Access::Full},
    {2, "analytics", "production", Access::Full},
    {2, "Playground (interns)", "development", Access::Full},
};

const PlannedCluster clusters[] = {
    {0, "storefront", "M50", "AWS:US_EAST_1:3 AWS:US_WEST_2:2", 1, "8.0", "IDLE",
        Backup | PointInTime | Search | Protected | CopiedAbroad},
    {0, "sessions", "M30", "AWS:US_EAST_1:3", 1, "8.0", "IDLE", Backup},
    {0, "recommendations", "M40", "AWS:US_EAST_1:3", 1, "8.0", "UPDATING", Backup | Search},
    {0, "cms-content", "M20", "AWS:EU_WEST_1:3", 1, "7.0", "IDLE", Backup | OldSchedule},
    {1, "storefront-stg", "M10", "AWS:US_EAST_1:3", 1, "8.0", "IDLE", Backup | Search},
    {1, "sessions-stg", "M10", "AWS:US_EAST_1:3", 1, "8.0", "IDLE", Paused},
    {1, "preview-apps", "FLEX", "AWS:US_EAST_1:3", 1, "8.0", "IDLE", Backup},
    {2, "checkout", "M60", "AWS:US_EAST_1:3 GCP:CENTRAL_US:2", 1, "8.0", "IDLE",
        Backup | PointInTime | Protected},
    {2, "carts", "M40", "AWS:US_EAST_1:3", 1, "8.0", "IDLE", Backup | Warning},
    {2, "promotions", "M30", "AWS:US_EAST_1:3", 1, "7.0", "IDLE", Backup | Archive | Pinned},
    {2, "orders", "M50", "AWS:US_EAST_1:3", 3, "8.0", "IDLE",
        Backup | PointInTime | Protected | CopiedAbroad},
    {3, "catalog", "M40", "GCP:CENTRAL_US:3", 1, "8.0", "IDLE", Backup | Search},
    {3, "catalog-vectors", "M50", "GCP:CENTRAL_US:3", 1, "8.0", "IDLE", Backup | Search},
    {3, "search-lab", "FLEX", "GCP:CENTRAL_US:3", 1, "8.0", "IDLE", {}},
    {4, "inventory", "M40", "AZURE:EUROPE_WEST:3", 1, "7.0", "IDLE", Backup | Archive | Pinned},
    {4, "shipments", "M30", "AZURE:EUROPE_WEST:3", 1, "7.0", "REPAIRING", Backup | Unavailable},
    {4, "scanners", "M10", "AZURE:EUROPE_NORTH:3", 1, "6.0", "IDLE", {}},
    {5, "payments", "M80", "AWS:EU_CENTRAL_1:3 AWS:EU_WEST_1:2", 4, "8.0", "IDLE",
        Backup | PointInTime | Protected | CopiedAbroad},
    {5, "settlements", "M60", "AWS:EU_CENTRAL_1:3", 1, "8.0", "IDLE",
        Backup | PointInTime | Protected | Archive},
    {5, "cards-tokens", "M40", "AWS:EU_CENTRAL_1:3", 1, "8.0", "IDLE", Backup | Protected | Warning},
    {5, "global-profiles", "M40", "AWS:EU_CENTRAL_1:3 AWS:US_EAST_1:3 AWS:AP_SOUTHEAST_1:3", 3, "7.0", "IDLE",
        Backup | Geo | Protected},
    {6, "payments-stg", "M30", "AWS:EU_CENTRAL_1:3", 2, "8.0", "IDLE", Backup},
    {6, "settlements-stg", "M10", "AWS:EU_CENTRAL_1:3", 1, "8.0", "IDLE", Paused | Backup},
    {6, "load-test", "M40", "AWS:EU_CENTRAL_1:3", 1, "8.0", "DELETING", {}},
    {7, "scoring", "M60", "AZURE:EUROPE_WEST:3 AWS:EU_WEST_1:2", 1, "8.0", "IDLE",
        Backup | Search | Protected},
    {7, "features", "M40", "AZURE:EUROPE_WEST:3", 1, "8.0", "IDLE", Backup | Search},
    {7, "cases", "M20", "AZURE:EUROPE_WEST:3", 1, "7.0", "IDLE", Backup},
    {8, "ledger", "M80", "AWS:EU_CENTRAL_1:3 AWS:EU_WEST_1:2 AWS:EU_NORTH_1:2", 1, "7.0", "IDLE",
        Backup | PointInTime | Protected | Archive | CopiedAbroad},
    {8, "ledger-reporting", "M40", "AWS:EU_CENTRAL_1:3", 1, "7.0", "IDLE", Backup},
    {8, "ledger-hot", "M60", "AWS:EU_CENTRAL_1:3", 1, "8.0", "IDLE", Backup | Nvme},
    {9, "vault", "M40", "AWS:EU_CENTRAL_1:3", 1, "7.0", "IDLE", Backup | Protected},
    {10, "variants", "M80", "GCP:WESTERN_EUROPE:3", 3, "8.0", "IDLE", Backup | Archive},
    {10, "samples", "M40", "GCP:WESTERN_EUROPE:3", 1, "8.0", "IDLE", Backup | Search},
    {10, "papers", "M30", "GCP:WESTERN_EUROPE:3", 1, "8.0", "IDLE", Backup | Search},
    {10, "notebooks", "FLEX", "GCP:WESTERN_EUROPE:3", 1, "8.0", "IDLE", Backup},
    {11, "telemetry", "M60", "AWS:US_WEST_2:3", 2, "8.0", "IDLE", Backup | Archive | Warning},
    {11, "devices", "M40", "AWS:US_WEST_2:3", 1, "8.0", "IDLE", Backup},
    {11, "firmware", "M10", "AWS:US_WEST_2:3", 1, "8.0", "CREATING", {}},
    {11, "edge-cache", "M40", "AWS:US_WEST_2:3 AZURE:US_EAST_2:2 GCP:CENTRAL_US:2", 1, "8.0", "IDLE", Backup},
    {12, "warehouse", "M80", "AWS:EU_WEST_1:3", 2, "8.0", "IDLE", Backup | Archive},
    {12, "dashboards", "M30", "AWS:EU_WEST_1:3", 1, "8.0", "IDLE", Backup},
    {12, "events-hot", "M50", "AWS:EU_WEST_1:3", 1, "8.0", "IDLE", Backup | Nvme},
    {12, "legacy-reports", "M20", "AWS:EU_WEST_1:3", 1, "6.0", "IDLE", Backup | Warning},
    {13, "Cluster0", "M0", "AWS:US_EAST_1:3", 1, "8.0", "IDLE", {}},
    {13, "hackday", "M0", "GCP:WESTERN_EUROPE:3", 1, "8.0", "CREATING", {}},
    {13, "chatbot", "FLEX", "AZURE:EUROPE_NORTH:3", 1, "8.0", "IDLE", Backup},
    {13, "scratch", "FLEX", "AWS:EU_WEST_1:3", 1, "8.0", "CREATING", {}},
};
} // namespace

std::span<const char* const> plannedOrganizations()
{
    return organizations;
}

std::span<const PlannedProject> plannedProjects()
{
    return projects;
}

std::span<const PlannedCluster> plannedClusters()
{
    return clusters;
}

} // namespace Telamon::Sandbox
