// SPDX-License-Identifier: GPL-3.0-or-later
// Dataset: what can be migrated into the service from the company's own servers.
#include "api/sandbox/rooms.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
struct Deployment {
    const char* name;
    const char* version;
    const char* compatibility;
    int shards; // 1: a replica set
    bool isManaged;
    bool usesTls;
};

struct Source {
    const char* name;
    Deployment deployments[2];
};

constexpr Source sources[] = {
    {"on-premises-core", {{"erp", "6.0.26", "6.0", 1, true, true}, {"crm", "7.0.25", "7.0", 3, true, true}}},
    {"old-datacentre",
        {{"invoices", "5.0.31", "5.0", 1, true, false}, {"archive-2019", "4.4.29", "4.4", 1, false, false}}},
};
} // namespace

std::vector<Row> makeAvailableProjects(const Dataset& dataset, const Scope& scope)
{
    std::vector<Row> rows;
    Random random = dataset.random(u"migrationSources/"_s + scope.organization->id);
    for (const Source& source : sources) {
        QJsonArray deployments;
        for (const Deployment& plan : source.deployments) {
            const bool isSharded = plan.shards > 1;
            QJsonObject deployment {{u"name"_s, QString::fromLatin1(plan.name)},
                {u"clusterId"_s, random.id(1'600'000'000'000)},
                {u"dbSizeBytes"_s, qint64(random.between(4, 900)) << 30},
                {u"featureCompatibilityVersion"_s, QString::fromLatin1(plan.compatibility)},
                {u"managed"_s, plan.isManaged}, {u"mongoDBVersion"_s, QString::fromLatin1(plan.version)},
                {u"oplogSizeMB"_s, random.between(990, 51200)}, {u"sharded"_s, isSharded},
                {u"tlsEnabled"_s, plan.usesTls}};
            if (isSharded)
                deployment[u"shardsSize"_s] = plan.shards;
            if (plan.isManaged)
                deployment[u"agentVersion"_s] = u"107.0.12.8669-1"_s;
            deployments.append(deployment);
        }
        const QString id = random.id(1'590'000'000'000);
        rows.push_back(Row::of(id,
            {{u"projectId"_s, id}, {u"name"_s, QString::fromLatin1(source.name)},
                {u"migrationHosts"_s,
                    QJsonArray {u"migrate-%1.internal.example"_s.arg(random.between(1, 9))}},
                {u"deployments"_s, deployments}}));
    }
    return rows;
}

} // namespace Telamon::Sandbox
