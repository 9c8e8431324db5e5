// SPDX-License-Identifier: GPL-3.0-or-later
// Dataset: service accounts of projects and organisations, API keys and from where they may be used.
#include "api/sandbox/rooms.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
struct Account {
    const char* name;
    const char* description;
    const char* projectRoles;
    const char* organizationRoles;
    int secretAge; // days since its secret was made
    int secretLife; // days until that ends
};

constexpr Account accounts[] = {
    {"deploy-pipeline", "Creates and resizes clusters from the pipeline", "GROUP_CLUSTER_MANAGER",
        "ORG_GROUP_CREATOR", 40, 365},
    {"backup-audit", "Reads snapshots for the auditors", "GROUP_BACKUP_MANAGER", "ORG_READ_ONLY", 350, 365},
    {"metrics-collector", "Scrapes measurements", "GROUP_READ_ONLY GROUP_OBSERVABILITY_VIEWER", "ORG_MEMBER",
        12, 90},
    {"cost-report", "Monthly invoices", "GROUP_READ_ONLY", "ORG_BILLING_READ_ONLY", 120, 90},
};

QJsonArray roleArray(const char* roles)
{
    return QJsonArray::fromStringList(QString::fromLatin1(roles).split(u' '));
}

QJsonObject secret(const Dataset& dataset, Random& random, int age, int life, bool wasUsed)
{
    const qint64 created = dataset.now() - age * day;
    const qint64 lastUsable = std::min(dataset.now(), created + life * day);
    return {{u"id"_s, random.id(created)}, {u"createdAt"_s, isoTime(created)},
        {u"expiresAt"_s, isoTime(created + life * day)},
        {u"lastUsedAt"_s,
            wasUsed ? QJsonValue(isoTime(lastUsable - random.between(1, 4000) * 60'000LL)) : QJsonValue()},
        {u"maskedSecretValue"_s, QString(u"mdb_sa_sk_...."_s + random.letters(4))}};
}

QJsonObject account(const QString& clientId, const QString& name, const QString& description,
    const QJsonArray& roles, const QString& created, const QJsonArray& secrets)
{
    return {{u"clientId"_s, clientId}, {u"name"_s, name}, {u"description"_s, description},
        {u"roles"_s, roles}, {u"createdAt"_s, created}, {u"secrets"_s, secrets}};
}
} // namespace

// The last one is who is signed in; one has two secrets, one a secret that has ended.
std::vector<Row> makeServiceAccounts(const Dataset& dataset, const Scope& scope)
{
    std::vector<Row> rows;
    Random random = dataset.random(u"serviceAccounts/"_s + scope.id());
    for (const Account& plan : accounts) {
        const QString id = u"mdb_sa_id_"_s + random.hex(24);
        QJsonArray secrets {secret(dataset, random, plan.secretAge, plan.secretLife, plan.secretAge > 20)};
        if (plan.secretAge == 350)
            secrets.append(secret(dataset, random, 3, 365, false));
        rows.push_back(Row::of(id,
            account(id, QString::fromLatin1(plan.name), QString::fromLatin1(plan.description),
                roleArray(scope.project ? plan.projectRoles : plan.organizationRoles),
                isoTime(dataset.now() - 500 * day), secrets)));
    }
    const bool isWritable = scope.project ? scope.project->isWritable : scope.organization->isWritable;
    const char* role = scope.project ? (isWritable ? "GROUP_OWNER" : "GROUP_READ_ONLY")
                                     : (isWritable ? "ORG_OWNER" : "ORG_READ_ONLY");
    rows.push_back(Row::of(dataset.ownClientId(),
        account(dataset.ownClientId(), u"administration-console"_s, u"This console's own account"_s,
            roleArray(role), isoTime(dataset.now() - 30 * day), {secret(dataset, random, 30, 365, true)})));
    return rows;
}

std::vector<Row> makeApiKeys(const Dataset& dataset, const Scope& scope)
{
    std::vector<Row> rows;
    Random random = dataset.random(u"apiKeys/"_s + scope.organization->id);
    static constexpr const char* purposes[] = {"terraform", "nightly restore drill", "grafana", "on-call",
        "data-platform", "legacy deploy (to be removed)", "sandbox experiments", "compliance export"};
    static constexpr const char* roles[] = {"ORG_OWNER", "ORG_READ_ONLY", "ORG_MEMBER", "ORG_GROUP_CREATOR"};
    for (int i = 0; i < 8; ++i) {
        const QString id = random.id(dataset.now() - random.between(10, 1400) * day);
        QJsonArray assigned {QJsonObject {
            {u"orgId"_s, scope.organization->id}, {u"roleName"_s, QString::fromLatin1(roles[i % 4])}}};
        for (const Project& project : scope.projects) {
            if (project.organizationId == scope.organization->id && random.chance(30))
                assigned.append(
                    QJsonObject {{u"groupId"_s, project.id}, {u"roleName"_s, u"GROUP_READ_ONLY"_s}});
        }
        rows.push_back(Row::of(id,
            {{u"id"_s, id}, {u"desc"_s, QString::fromLatin1(purposes[i])},
                {u"publicKey"_s, random.letters(8)},
                {u"privateKey"_s, QString(u"********-****-****-"_s + random.hex(12))}, {u"roles"_s, assigned},
                {u"links"_s, dataset.links(u"orgs/%1/apiKeys/%2"_s.arg(scope.organization->id, id))}}));
    }
    return rows;
}

// Single addresses and networks; some never used, of one key one open to the whole world.
std::vector<Row> makeAccessList(const Dataset& dataset, const Row& key)
{
    std::vector<Row> rows;
    Random random = dataset.random(u"accessEntries/"_s + key.id.right(16));
    const bool isCareless = key.value.value(u"desc"_s).toString().startsWith("legacy"_L1);
    const int count = isCareless ? 6 : random.chance(20) ? 0 : random.between(1, 14);
    for (int i = 0; i < count; ++i) {
        const bool isNetwork = i % 3 == 1;
        const int bits = isNetwork ? random.between(16, 28) : 32;
        const bool isOpen = isCareless && i == 4;
        const QString address = isOpen ? u"0.0.0.0"_s
            : isNetwork                ? u"10.%1.0.0"_s.arg(20 + i)
                                       : u"203.0.113.%1"_s.arg(20 + i);
        const QString block = address + u'/' + QString::number(isOpen ? 0 : bits);
        const int uses = random.chance(40) ? 0 : random.between(1, 90'000); // 0, against the document
        const qint64 created = dataset.now() - random.between(5, 900) * day;
        QJsonObject value {{u"cidrBlock"_s, block}, {u"count"_s, uses}, {u"created"_s, isoTime(created)}};
        if (!isNetwork && !isOpen)
            value[u"ipAddress"_s] = address;
        if (uses > 0) {
            value[u"lastUsed"_s] = isoTime(dataset.now() - random.between(1, 9000) * 60'000LL);
            value[u"lastUsedAddress"_s] = isNetwork ? u"10.%1.3.7"_s.arg(20 + i) : address;
        }
        rows.push_back(Row::of(isNetwork || isOpen ? block : address, value));
    }
    return rows;
}

} // namespace Telamon::Sandbox
