// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clusteralerts.h"

#include "models/judgements.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

QString firstOf(const QJsonObject& alert, QLatin1StringView key, QLatin1StringView otherwise)
{
    const QString text = alert.value(key).toString();
    return text.isEmpty() ? alert.value(otherwise).toString() : text;
}

} // namespace

void ClusterAlerts::begin()
{
    m_read.clear();
}

void ClusterAlerts::add(const QString& projectId, const QByteArray& page)
{
    QList<Alert>& alerts = m_read[projectId];
    const QJsonArray found = QJsonDocument::fromJson(page).object().value("results"_L1).toArray();
    for (const QJsonValue& each : found) {
        const QJsonObject alert = each.toObject();
        const QDateTime until =
            QDateTime::fromString(alert.value("acknowledgedUntil"_L1).toString(), Qt::ISODate);
        alerts.append({firstOf(alert, "clusterName"_L1, "instanceName"_L1),
            firstOf(alert, "clusterId"_L1, "parentClusterId"_L1),
            alert.value("hostnameAndPort"_L1).toString().section(u':', 0, 0),
            alert.value("status"_L1).toString(), alert.value("eventTypeName"_L1).toString(),
            until.isValid() ? until.toMSecsSinceEpoch() : 0});
    }
}

void ClusterAlerts::drop(const QString& projectId)
{
    m_read.remove(projectId);
}

void ClusterAlerts::end()
{
    m_projects = std::exchange(m_read, {});
    Q_EMIT changed();
}

// Alerts about a host need not name its cluster.
bool ClusterAlerts::isOf(const Alert& alert, const Cluster& cluster)
{
    if (!alert.clusterName.isEmpty())
        return alert.clusterName == cluster.name;
    if (!alert.clusterId.isEmpty())
        return alert.clusterId == cluster.id;
    const auto isListed = [&](QChar before) {
        return cluster.connection.contains(before + alert.host + u':');
    };
    return !alert.host.isEmpty() && (isListed(u'/') || isListed(u','));
}

RecordModel::Attention ClusterAlerts::judge(const Alert& alert, qint64 now)
{
    return judgeAlert(alert.status, alert.type, alert.acknowledgedUntil > now);
}

std::optional<RecordModel::Attention> ClusterAlerts::worst(const Cluster& cluster, qint64 now) const
{
    const auto project = m_projects.constFind(cluster.projectId);
    if (project == m_projects.cend())
        return {};
    RecordModel::Attention worst = RecordModel::NoAttention;
    for (const Alert& alert : *project) {
        if (isOf(alert, cluster))
            worst = std::max(worst, judge(alert, now));
    }
    return worst;
}

RecordModel::Attention ClusterAlerts::worstOf(const QString& projectId, qint64 now) const
{
    RecordModel::Attention worst = RecordModel::NoAttention;
    const QList<Alert> alerts = m_projects.value(projectId);
    for (const Alert& alert : alerts)
        worst = std::max(worst, judge(alert, now));
    return worst;
}

QString ClusterAlerts::words(RecordModel::Attention worst)
{
    switch (worst) {
    case RecordModel::Critical:
        return tr("Worst open alert: critical");
    case RecordModel::Warning:
        return tr("Worst open alert: warning");
    case RecordModel::Notice:
        return tr("Worst open alert: notice");
    case RecordModel::NoAttention:
        break;
    }
    return {};
}

} // namespace Telamon
