// SPDX-License-Identifier: GPL-3.0-or-later
// Dataset: flex clusters and their snapshots.
#include "api/sandbox/dataset.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

Row Dataset::describeFlex(const Project& project, const Cluster& cluster) const
{
    const bool isNew = cluster.isNew();
    QJsonObject value {{u"id"_s, cluster.id}, {u"name"_s, cluster.name}, {u"groupId"_s, project.id},
        {u"backupSettings"_s, QJsonObject {{u"enabled"_s, cluster.has(Trait::Backup)}}},
        {u"clusterType"_s, u"REPLICASET"_s}, {u"createDate"_s, isoTime(cluster.createdAt)},
        {u"mongoDBVersion"_s, cluster.version},
        {u"providerSettings"_s,
            QJsonObject {{u"backingProviderName"_s, cluster.regions.front().provider}, {u"diskSizeGB"_s, 5},
                {u"providerName"_s, u"FLEX"_s}, {u"regionName"_s, cluster.regions.front().name}}},
        {u"stateName"_s, QString::fromLatin1(cluster.plan->state)},
        {u"tags"_s, project.row.value.value(u"tags"_s)},
        {u"terminationProtectionEnabled"_s, cluster.has(Trait::Protected)},
        // Some answer a value that is not in the documented set.
        {u"versionReleaseSystem"_s, cluster.name == "chatbot"_L1 ? u"CONTINUOUS"_s : u"LTS"_s}};
    if (!isNew) {
        QStringList hosts;
        for (int i = 0; i < 3; ++i)
            hosts.append(
                u"ac-%1-shard-00-0%2.%3:27017"_s.arg(cluster.id.right(7)).arg(i).arg(cluster.domain));
        value[u"connectionStrings"_s] = QJsonObject {
            {u"standard"_s,
                QString(u"mongodb://"_s + hosts.join(u',') + u"/?ssl=true&authSource=admin&replicaSet="_s
                    + cluster.replicaSet(0))},
            {u"standardSrv"_s, QString(u"mongodb+srv://"_s + cluster.name + u'.' + cluster.domain)},
        };
    }
    return Row::of(cluster.id, value);
}

// One each day, kept for eight; the oldest first, as the service lists them.
std::vector<Row> Dataset::makeFlexSnapshots(const Project& project, const Cluster& cluster) const
{
    std::vector<Row> rows;
    if (!cluster.has(Trait::Backup))
        return rows;
    Random random = this->random(u"flexSnapshots/"_s + project.id + cluster.id);
    static constexpr const char* newest[] = {"RUNNING", "QUEUED", "PENDING", "COMPLETED"};
    const QString newestStatus = QString::fromLatin1(random.pick(newest));
    const qint64 anyTime = m_now - m_now % day + random.below(int(day));
    // One that is not done yet began just now.
    const qint64 today = newestStatus == "COMPLETED"_L1 ? anyTime : m_now - random.between(2, 9) * 60'000LL;
    for (int age = 8; age >= 0; --age) {
        const qint64 scheduled = (today > m_now ? today - day : today) - age * day;
        if (scheduled + 8 * day <= m_now)
            continue; // that one is gone by now
        const QString status = age == 0 ? newestStatus : age == 5 ? u"FAILED"_s : u"COMPLETED"_s;
        const QString id = random.id(scheduled);
        QJsonObject value {{u"id"_s, id}, {u"status"_s, status}, {u"mongoDBVersion"_s, cluster.version},
            {u"scheduledTime"_s, isoTime(scheduled)}, {u"expiration"_s, isoTime(scheduled + 8 * day)}};
        const qint64 started = scheduled + random.between(10, 50) * 1000;
        if (status != "PENDING"_L1 && status != "QUEUED"_L1)
            value[u"startTime"_s] = isoTime(started);
        if (status == "COMPLETED"_L1 || status == "FAILED"_L1)
            value[u"finishTime"_s] = isoTime(started + random.between(40, 110) * 1000);
        rows.push_back(Row::of(id, value));
    }
    return rows;
}

} // namespace Telamon::Sandbox
