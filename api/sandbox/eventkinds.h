// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace Telamon::Sandbox {

// One type of event, and what an event of it tells about.
struct EventKind {
    enum class Subject {
        None,
        Cluster,
        Host,
        Metric, // of a host
        DatabaseUser,
        Alert,
        AlertConfiguration,
        Key,
        Person,
        Namespace,
        Resource, // with an id and a type
        AccessList
    };
    enum class Where { Project, Organization, Both };

    const char* name;
    const char* description;
    Subject subject = Subject::None;
    bool isAutomatic = true; // nobody did it
    bool isAlertable = false;
    Where where = Where::Project;

    bool isOfProject() const { return where != Where::Organization; }
    bool isOfOrganization() const { return where != Where::Project; }
};

std::span<const EventKind> eventKinds();

} // namespace Telamon::Sandbox
