// SPDX-License-Identifier: GPL-3.0-or-later
// Dataset: sign-in through the company's own identity provider, and what its groups may do.
#include "api/sandbox/rooms.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

// Each organisation has its own; the last has no identity provider.
std::vector<Row> makeFederation(const Dataset& dataset, const Scope& scope)
{
    Random random = dataset.random(u"federation/"_s + scope.organization->id);
    const QString id = random.id(1'640'000'000'000);
    const bool isUsed = scope.organization->name != "Meridian Labs"_L1;
    return {Row::of(id,
        {{u"id"_s, id},
            {u"federatedDomains"_s,
                isUsed ? QJsonArray {u"corp.example.com"_s, u"partners.example.com"_s} : QJsonArray()},
            {u"hasRoleMappings"_s, isUsed},
            // None: null, against the document.
            {u"identityProviderId"_s, isUsed ? QJsonValue(random.hex(20)) : QJsonValue()},
            {u"identityProviderStatus"_s, isUsed ? u"ACTIVE"_s : u"INACTIVE"_s}})};
}

std::vector<Row> makeRoleMappings(const Dataset& dataset, const Scope& scope)
{
    std::vector<Row> rows;
    if (scope.organization->name == "Meridian Labs"_L1)
        return rows;
    Random random = dataset.random(u"roleMappings/"_s + scope.organization->id);
    static constexpr const char* groups[][2] = {{"db-admins", "GROUP_OWNER"},
        {"site-reliability", "GROUP_CLUSTER_MANAGER"}, {"engineering", "GROUP_DATA_ACCESS_READ_ONLY"},
        {"Auditors (external)", "GROUP_READ_ONLY"}};
    for (const auto& group : groups) {
        const QString id = random.id(1'640'000'000'000);
        QJsonArray assignments {QJsonObject {{u"orgId"_s, scope.organization->id},
            {u"groupId"_s, QJsonValue()}, {u"role"_s, u"ORG_MEMBER"_s}}};
        for (const Project& project : scope.projects) {
            if (project.organizationId == scope.organization->id && random.chance(60))
                assignments.append(QJsonObject {{u"groupId"_s, project.id}, {u"orgId"_s, QJsonValue()},
                    {u"role"_s, QString::fromLatin1(group[1])}});
        }
        rows.push_back(Row::of(id,
            {{u"id"_s, id}, {u"externalGroupName"_s, QString::fromLatin1(group[0])},
                {u"roleAssignments"_s, assignments}}));
    }
    return rows;
}

} // namespace Telamon::Sandbox
