// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>

#include <span>

namespace Telamon::Sandbox {

// What the company has, as a table. Everything else about it is drawn from the seed.
enum class Trait {
    Backup = 0x1,
    PointInTime = 0x2,
    Paused = 0x4,
    Nvme = 0x8,
    Geo = 0x10, // GEOSHARDED, a zone for each region
    Warning = 0x20,
    Unavailable = 0x40,
    Search = 0x80,
    Archive = 0x100,
    Protected = 0x200, // against termination
    CopiedAbroad = 0x400, // snapshots are copied to another region
    Pinned = 0x800, // to the feature compatibility version before its own
    OldSchedule = 0x1000, // of snapshots, as clusters had it before they had cloud backups
};
Q_DECLARE_FLAGS(Traits, Trait)
Q_DECLARE_OPERATORS_FOR_FLAGS(Traits)

// What the signed-in one may do in a project.
enum class Access { None, Read, Full };

struct PlannedProject {
    int organization;
    const char* name;
    const char* environment;
    Access access;
};

struct PlannedCluster {
    int project;
    const char* name;
    const char* tier; // "FLEX" for a flex cluster
    const char* regions; // "AWS:EU_WEST_1:3 AZURE:EUROPE_WEST:2"
    int shards;
    const char* version; // "8.0"
    const char* state;
    Traits traits;
};

std::span<const char* const> plannedOrganizations();
std::span<const PlannedProject> plannedProjects();
std::span<const PlannedCluster> plannedClusters();

} // namespace Telamon::Sandbox
