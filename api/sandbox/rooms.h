// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sandbox/dataset.h"

namespace Telamon::Sandbox {

// What a project, a cluster or an organisation has beside the main things, each made when first asked for.
std::vector<Row> makeRestoreJobs(const Dataset& dataset, const Scope& scope);
std::vector<Row> makeFlexRestoreJobs(const Dataset& dataset, const Scope& scope);
std::vector<Row> makeSnapshotSchedule(const Dataset& dataset, const Scope& scope);
std::vector<Row> makeCompliancePolicy(const Dataset& dataset, const Scope& scope);
std::vector<Row> makeCloudRoles(const Dataset& dataset, const Scope& scope);
std::vector<Row> makeEndpointIds(const Dataset& dataset, const Scope& scope);
std::vector<Row> makeEndpointServices(const Dataset& dataset, const Scope& scope);
std::vector<Row> makeContainers(const Dataset& dataset, const Scope& scope);
std::vector<Row> makeAvailableProjects(const Dataset& dataset, const Scope& scope);
std::vector<Row> makeUsers(const Dataset& dataset, const Scope& scope); // of an organisation
std::vector<Row> makeServiceAccounts(const Dataset& dataset, const Scope& scope); // of either
std::vector<Row> makeApiKeys(const Dataset& dataset, const Scope& scope);
std::vector<Row> makeAccessList(const Dataset& dataset, const Row& key);
std::vector<Row> makeFederation(const Dataset& dataset, const Scope& scope);
std::vector<Row> makeRoleMappings(const Dataset& dataset, const Scope& scope);
std::vector<Row> makeEvents(const Dataset& dataset, const Scope& scope); // of either, the newest first

QString uuid(Random& random);
QString mailDomain(const QString& organizationName); // of the people who work there

} // namespace Telamon::Sandbox
