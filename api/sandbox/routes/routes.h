// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sandbox/route.h"
#include "api/sandbox/store.h"

#include <span>

namespace Telamon::Sandbox {

// What the path names, or the answer that says why not.
struct Place : Scope {
    Answer refusal = {}; // an error where it could not be found, or not be written
    bool isFound() const { return !refusal.isError(); }
};
Place organizationOf(const Call& call); // by {orgId}
Place projectOf(const Call& call); // by {groupId}
Place dedicatedClusterOf(const Call& call); // by {clusterName}; flex clusters are refused
Place flexClusterOf(const Call& call); // by {name}; others are refused

// Rows of one kind: where they live, and how one of them is named. The handlers below do the rest.
struct Resource {
    Place (*place)(const Call& call);
    std::vector<Row>& (*rows)(Store& store, const Place& place);
    const char* parameter = nullptr; // of the path, naming one; null: there is one only
    const char* what = nullptr; // of one that is not there: "Snapshot with id"
    const char* code = nullptr; // its error code, RESOURCE_NOT_FOUND where null
};

// One operation as a line of its room's table.
struct Entry {
    const char* method;
    const char* path; // after /api/atlas/v2
    const char* operation;
    const char* versions; // the newest last, the ones before it superseded; "~" after one that ends
    Handler handler;
    const Resource* resource = nullptr;
    int limit = 1200; // requests a minute
};
std::vector<Route> routesOf(std::span<const Entry> entries);

// Every operation that the service knows. A later one is a line in its room's table and, where the handlers
// below do not fit, a handler.
std::vector<Route> allRoutes();

// Handlers for routes with a resource.
Answer listRows(const Call& call); // a page
Answer listAllRows(const Call& call); // a bare array
Answer oneRow(const Call& call);
Answer deleteRow(const Call& call); // 204

// The row that the path names, or why not.
struct Found {
    Place place;
    std::vector<Row>* rows = nullptr;
    Row* row = nullptr;
    Answer refusal = {};
};
Found find(const Call& call);
// The rows of the route's resource; `row` stays null.
Found findAll(const Call& call);

Answer rowAnswer(const Row& row, int status = 200);
Answer noContent(int status = 204);
Answer unauthorizedAnswer();
// The fields of `change` put into `value`, one level deep.
QJsonObject merged(QJsonObject value, const QJsonObject& change);

std::span<const Entry> accessHistoryRoutes();
std::span<const Entry> alertRoutes();
std::span<const Entry> apiKeyRoutes();
std::span<const Entry> archiveRoutes();
std::span<const Entry> backupPolicyRoutes();
std::span<const Entry> backupRoutes();
std::span<const Entry> cloudAccessRoutes();
std::span<const Entry> clusterRoutes();
std::span<const Entry> containerRoutes();
std::span<const Entry> endpointRoutes();
std::span<const Entry> eventRoutes();
std::span<const Entry> federationRoutes();
std::span<const Entry> liveMigrationRoutes();
std::span<const Entry> organizationRoutes();
std::span<const Entry> pinRoutes();
std::span<const Entry> pipelineRoutes();
std::span<const Entry> restoreJobRoutes();
std::span<const Entry> searchIndexRoutes();
std::span<const Entry> serviceAccountRoutes();
std::span<const Entry> userRoutes();

} // namespace Telamon::Sandbox
