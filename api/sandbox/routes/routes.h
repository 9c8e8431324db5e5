// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sandbox/route.h"
#include "api/sandbox/store.h"

namespace Telamon::Sandbox {

// Every operation that the service knows. A later one is an entry in its room's list and a handler.
std::vector<Route> allRoutes();

std::vector<Route> organizationRoutes();
std::vector<Route> clusterRoutes();
std::vector<Route> alertRoutes();
std::vector<Route> searchIndexRoutes();
std::vector<Route> backupRoutes();
std::vector<Route> archiveRoutes();

// A versions list for an operation with one version.
QList<Version> only(const QByteArray& date);
// An old version, deprecated when its successor came; ends with the service's published sunset.
Version old(const QByteArray& date, const QByteArray& deprecation);

// What the path names, or the answer that says why not.
struct Place {
    Project* project = nullptr;
    Cluster* cluster = nullptr;
    Answer refusal; // an error where it could not be found
    bool isFound() const { return !refusal.isError(); }
};
Place projectOf(const Call& call);
Place dedicatedClusterOf(const Call& call); // by {clusterName}; flex clusters are refused
Place flexClusterOf(const Call& call); // by {name}; others are refused

Answer rowAnswer(const Row& row);
Answer listAnswer(const std::vector<Row>& rows); // a bare array

} // namespace Telamon::Sandbox
