// SPDX-License-Identifier: GPL-3.0-or-later
// Who tried to sign in at a database. The lines are made anew for each request, the same each time: there
// may be 20,000 of them.
#include "api/sandbox/routes/routes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
constexpr const char* users[] = {"app_rw", "reporting", "backup_agent", "mms-automation", "migration"};
constexpr const char* reasons[] = {"UserNotFound: Could not find user",
    "AuthenticationFailed: SCRAM authentication failed, storedKey mismatch"};

// Of what is asked for.
struct Filter {
    qint64 start;
    qint64 end;
    qsizetype most;
    QString authResult;
    QString address;
    int host; // -1: any
};

struct Attempt {
    qint64 at;
    int user;
    int host;
    int address;
    int reason; // -1: it succeeded
};

QString addressOf(int index) // one of them is IPv6, written in full
{
    return index == 0 ? u"2001:db8:0:0:0:0:0:17"_s : u"10.40.%1.%2"_s.arg(index % 8).arg(10 + index);
}

// The busiest cluster has more than can be asked for at once.
int countOf(const Cluster& cluster, Random& random)
{
    return cluster.name == "storefront"_L1 ? 24'000 : random.between(200, 3000);
}

std::vector<Attempt> attempts(const Dataset& dataset, const Cluster& cluster)
{
    Random random = dataset.random(u"accessHistory/"_s + cluster.id);
    const int count = countOf(cluster, random);
    const qint64 gap = 7 * day / count;
    const int hosts = int(cluster.hosts().size());
    std::vector<Attempt> made;
    made.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) // the newest first
        made.push_back({dataset.now() - i * gap - random.below(int(gap)), random.below(5),
            random.below(hosts), random.below(24), random.chance(6) ? random.below(2) : -1});
    return made;
}

QByteArray lineOf(const Attempt& attempt, const Place& place, const QStringList& hosts)
{
    const QString address = addressOf(attempt.address);
    const QString user = QString::fromLatin1(users[attempt.user]);
    const QString time = isoTime(attempt.at);
    const QJsonValue reason =
        attempt.reason < 0 ? QJsonValue() : QJsonValue(QString::fromLatin1(reasons[attempt.reason]));
    const QString log = uR"({"t":{"$date":"%1"},"s":"I","c":"ACCESS","msg":"%2","attr":{"user":"%3"}})"_s.arg(
        time, attempt.reason < 0 ? u"Authentication succeeded"_s : u"Authentication failed"_s, user);
    return jsonAnswer(
        {{u"authResult"_s, attempt.reason < 0}, {u"authSource"_s, u"admin"_s}, {u"failureReason"_s, reason},
            {u"groupId"_s, place.project->id}, {u"hostname"_s, hosts.at(attempt.host)},
            {u"ipAddress"_s, address}, {u"logLine"_s, log}, {u"timestamp"_s, time}, {u"username"_s, user}})
        .json;
}

Answer history(const Call& call, const Place& place, int host)
{
    if (place.cluster->isTenant() || place.cluster->isFlex())
        return errorAnswer(400, "TENANT_CLUSTER_NOT_SUPPORTED",
            u"Access history is not available for the shared cluster %1."_s.arg(place.cluster->name),
            {place.cluster->name});
    const QString start = call.query(u"start");
    const QString end = call.query(u"end");
    if (start.isEmpty() != end.isEmpty())
        return invalidAnswer(
            {{start.isEmpty() ? u"start"_s : u"end"_s, u"The parameters start and end go together."_s}});
    const QString most = call.query(u"nLogs");
    const Filter filter {start.isEmpty() ? 0 : start.toLongLong(),
        end.isEmpty() ? call.store().now() : end.toLongLong(), most.isEmpty() ? 20'000 : most.toInt(),
        call.query(u"authResult"), call.query(u"ipAddress"), host};
    QByteArrayList lines;
    const QStringList hosts = place.cluster->hosts();
    for (const Attempt& attempt : attempts(call.store().dataset(), *place.cluster)) {
        if (lines.size() >= filter.most)
            break;
        const bool isWanted = attempt.at >= filter.start && attempt.at <= filter.end
            && (filter.host < 0 || filter.host == attempt.host)
            && (filter.authResult != "true"_L1 || attempt.reason < 0)
            && (filter.address.isEmpty() || filter.address == addressOf(attempt.address));
        if (isWanted)
            lines.append(lineOf(attempt, place, hosts));
    }
    return {200, R"({"accessLogs":[)" + lines.join(',') + "]}", {}};
}

Answer historyOfCluster(const Call& call)
{
    const Place place = dedicatedClusterOf(call);
    return place.isFound() ? history(call, place, -1) : place.refusal;
}

Answer historyOfHost(const Call& call)
{
    Place place = projectOf(call);
    if (!place.isFound())
        return place.refusal;
    const QString hostname = call.path(u"hostname"_s).section(u':', 0, 0);
    for (Cluster& cluster : call.store().clusters(*place.project)) {
        const auto host = cluster.hosts().indexOf(hostname);
        if (host < 0)
            continue;
        place.cluster = &cluster;
        return history(call, place, int(host));
    }
    return errorAnswer(404, "HOST_NOT_FOUND", u"No host %1 exists in the group."_s.arg(hostname), {hostname});
}
} // namespace

std::span<const Entry> accessHistoryRoutes()
{
    static constexpr Entry entries[] = {
        {"GET", "/groups/{groupId}/dbAccessHistory/clusters/{clusterName}", "getGroupDbAccessHistoryCluster",
            "2023-01-01", historyOfCluster},
        {"GET", "/groups/{groupId}/dbAccessHistory/processes/{hostname}", "getGroupDbAccessHistoryProcess",
            "2023-01-01", historyOfHost},
    };
    return entries;
}

} // namespace Telamon::Sandbox
