// SPDX-License-Identifier: GPL-3.0-or-later
// Dataset: what happened in the last 30 days, in projects and organisations.
#include "api/sandbox/eventkinds.h"
#include "api/sandbox/rooms.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
constexpr const char* names[] = {"wen.zhao", "ruth.adeyemi", "jonas.keller", "zoe.martens", "kofi.mensah"};
constexpr const char* databaseUsers[] = {"app_rw", "reporting", "CN=batch", "migration", "support_ro"};

// Who did it: a person, an API key, or the service itself.
void addActor(QJsonObject& value, const QString& domain, Random& random, int dice)
{
    value[u"isGlobalAdmin"_s] = false;
    if (dice < 45)
        return;
    value[u"remoteAddress"_s] = u"203.0.113.%1"_s.arg(random.between(10, 40));
    if (dice < 75) {
        value[u"userId"_s] = random.id(1'660'000'000'000);
        value[u"username"_s] = QString(QString::fromLatin1(random.pick(names)) + u'@' + domain);
        return;
    }
    value[u"apiKeyId"_s] = random.id(1'660'000'000'000);
    value[u"publicKey"_s] = random.letters(8);
}

bool isOfFlex(const EventKind& kind)
{
    return QLatin1StringView(kind.name).startsWith("TENANT_"_L1);
}

// About a cluster that came and went within the month; those of the plan are older and still there.
bool isOfFormerCluster(const EventKind& kind)
{
    const QLatin1StringView name(kind.name);
    return name == "CLUSTER_CREATED"_L1 || name == "CLUSTER_DELETED"_L1
        || name == "CLUSTER_DELETE_SUBMITTED"_L1;
}

// The clusters that an event may be about: not one that is only being made.
std::vector<const Cluster*> subjects(const EventKind& kind, const Scope& scope)
{
    std::vector<const Cluster*> found;
    if (!scope.project)
        return found;
    for (const Cluster& cluster : scope.project->clusters) {
        if (!cluster.isNew() && cluster.isFlex() == isOfFlex(kind))
            found.push_back(&cluster);
    }
    return found;
}

bool happensIn(const EventKind& kind, const Scope& scope)
{
    using enum EventKind::Subject;
    const bool isAboutCluster =
        kind.subject == Cluster || kind.subject == Resource || kind.subject == Host || kind.subject == Metric;
    if (scope.project)
        return kind.isOfProject() && (!isAboutCluster || !subjects(kind, scope).empty());
    return kind.isOfOrganization();
}

void addSubject(QJsonObject& value, const EventKind& kind, const Scope& scope, Random& random)
{
    const std::vector<const Cluster*> clusters = subjects(kind, scope);
    if (clusters.empty())
        return;
    const Cluster& cluster = *clusters.at(std::size_t(random.below(int(clusters.size()))));
    const QStringList hosts = cluster.hosts();
    switch (kind.subject) {
    case EventKind::Subject::Cluster: // not documented, but answered
        value[u"clusterName"_s] =
            isOfFormerCluster(kind) ? QString(cluster.name + u"-trial"_s) : cluster.name;
        return;
    case EventKind::Subject::Resource:
        value[u"resourceId"_s] = cluster.id;
        value[u"resourceType"_s] = u"cluster"_s;
        return;
    case EventKind::Subject::Metric:
        value[u"metricName"_s] = u"CONNECTIONS"_s;
        value[u"currentValue"_s] =
            QJsonObject {{u"number"_s, random.between(900, 5800)}, {u"units"_s, u"RAW"_s}};
        [[fallthrough]];
    case EventKind::Subject::Host:
        value[u"hostname"_s] = hosts.at(random.below(int(hosts.size())));
        value[u"port"_s] = 27017;
        value[u"replicaSetName"_s] = cluster.replicaSet(0);
        value[u"clusterName"_s] = cluster.name;
        return;
    case EventKind::Subject::DatabaseUser:
        value[u"dbUserUsername"_s] = QString::fromLatin1(random.pick(databaseUsers));
        return;
    case EventKind::Subject::Alert:
        value[u"alertId"_s] = random.id(1'700'000'000'000);
        return;
    case EventKind::Subject::AlertConfiguration:
        value[u"alertConfigId"_s] = random.id(1'700'000'000'000);
        return;
    case EventKind::Subject::Key:
        value[u"targetPublicKey"_s] = random.letters(8);
        return;
    case EventKind::Subject::Person:
        value[u"targetUsername"_s] =
            QString(u"leila.nasser@"_s + mailDomain(scope.project->organizationName));
        return;
    case EventKind::Subject::Namespace:
        value[u"database"_s] = u"app"_s;
        value[u"collection"_s] = u"orders"_s;
        value[u"opType"_s] = u"find"_s;
        return;
    case EventKind::Subject::AccessList:
        value[u"whitelistEntry"_s] = u"198.51.100.%1/32"_s.arg(random.below(250));
        return;
    case EventKind::Subject::None:
        return;
    }
}
} // namespace

std::vector<Row> makeEvents(const Dataset& dataset, const Scope& scope)
{
    Random random = dataset.random(u"events/"_s + scope.id());
    const std::span<const EventKind> kinds = eventKinds();
    const int count = scope.project ? random.between(320, 640) : random.between(90, 160);
    std::vector<qint64> times;
    times.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        times.push_back(dataset.now() - qint64(random.real() * 30.0 * double(day)));
    std::sort(times.begin(), times.end(), std::greater<>());
    std::vector<Row> rows;
    rows.reserve(times.size());
    const QString base =
        scope.project ? u"groups/"_s + scope.project->id : u"orgs/"_s + scope.organization->id;
    const QString domain =
        mailDomain(scope.project ? scope.project->organizationName : scope.organization->name);
    for (const qint64 at : times) {
        const EventKind* kind = &kinds[std::size_t(random.below(int(kinds.size())))];
        while (!happensIn(*kind, scope))
            kind = &kinds[std::size_t(random.below(int(kinds.size())))];
        const QString id = random.id(at);
        QJsonObject value {{u"id"_s, id}, {u"created"_s, isoTime(at)},
            {u"eventTypeName"_s, QString::fromLatin1(kind->name)},
            {u"links"_s, dataset.links(base + u"/events/"_s + id)}};
        if (scope.project)
            value[u"groupId"_s] = scope.project->id;
        value[u"orgId"_s] = scope.project ? scope.project->organizationId : scope.organization->id;
        addActor(value, domain, random, kind->isAutomatic ? 0 : random.between(45, 99));
        addSubject(value, *kind, scope, random);
        rows.push_back(Row::of(id, value));
    }
    return rows;
}

} // namespace Telamon::Sandbox
