// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clustermodel.h"

#include "api/records/recordtable.h"
#include "models/judgements.h"
#include "models/tables/tables.h"

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

// Its tags say "environment: production", or the like.
bool isProductionWithoutBackup(const RecordModel& clusters, int record)
{
    const QVariant backup = clusters.recordValue(record, "backup");
    return backup.isValid() && !backup.toBool()
        && clusters.recordValue(record, "tags").toString().contains(": prod"_L1, Qt::CaseInsensitive);
}

bool isOfOverview(const QByteArray& key)
{
    return key == "openAlerts" || key == "availability" || key == "dataSize";
}

// The overview leaves some kinds of clusters out: nothing is known, not even that nothing is wrong.
bool isNotInOverview(const RecordModel& clusters, int row)
{
    return !clusters.value(row, "problem").isValid()
        && !clusters.text(row, "knownFrom").contains("listClusterDetails"_L1);
}

} // namespace

ClusterModel::ClusterModel(QObject* parent) : RecordModel(clusterTable(), parent)
{
}

void ClusterModel::setAlerts(const ClusterAlerts& alerts)
{
    if (m_alerts == &alerts)
        return;
    m_alerts = &alerts;
    connect(&alerts, &ClusterAlerts::changed, this, &ClusterModel::judgeAgain);
    judgeAgain();
}

RecordModel::Attention ClusterModel::recordAttention(int record) const
{
    Attention most = NoAttention;
    for (const Reason& reason : reasons(record))
        most = std::max(most, reason.attention);
    return most;
}

ClusterModel::Reasons ClusterModel::reasons(int record) const
{
    Reasons found;
    const auto add = [&found](Attention attention, Cause cause) {
        if (attention != NoAttention)
            found.append({attention, cause});
    };
    const auto noticeIf = [](bool isSo) { return isSo ? Notice : NoAttention; };
    if (recordValue(record, "problem").isValid()) {
        add(Warning, Cause::Unreadable);
        return found;
    }
    if (const auto worst = worstAlert(record))
        add(*worst, Cause::WorstAlert);
    else if (recordValue(record, "openAlerts").toLongLong() > 0)
        add(Warning, Cause::OpenAlerts);
    add(judgeAvailability(recordValue(record, "availability").toString()), Cause::Availability);
    const QString state = recordValue(record, "state").toString();
    add(state == "REPAIRING"_L1 ? Warning : noticeIf(!state.isEmpty() && state != "IDLE"_L1), Cause::State);
    add(noticeIf(recordValue(record, "paused").toBool()), Cause::Paused);
    add(noticeIf(isProductionWithoutBackup(*this, record)), Cause::WithoutBackup);
    return found;
}

QString ClusterModel::words(int row, const Reason& reason) const
{
    switch (reason.cause) {
    case Cause::Unreadable:
        return text(row, "problem");
    case Cause::WorstAlert:
        return ClusterAlerts::words(reason.attention);
    case Cause::OpenAlerts:
        return tr("Open alerts: %1").arg(text(row, "openAlerts"));
    case Cause::Availability:
        return tr("Availability: %1").arg(text(row, "availability"));
    case Cause::State:
        return text(row, "state");
    case Cause::Paused:
        return tr("Paused");
    case Cause::WithoutBackup:
        return tr("Production without backup");
    }
    return {};
}

// Below the name, of which a narrow column shows a part; where there is no reason, it is left at that.
QVariant ClusterModel::nameToolTip(int row) const
{
    const quint32 record = records().rowOf(idAt(row).toUtf8());
    if (record == RecordTable::NoRow)
        return {};
    Reasons why = reasons(int(record));
    if (why.isEmpty())
        return {};
    std::stable_sort(
        why.begin(), why.end(), [](const Reason& a, const Reason& b) { return a.attention > b.attention; });
    QStringList lines {text(row, "name")};
    for (const Reason& reason : why)
        lines.append(words(row, reason));
    return lines.join(u'\n');
}

std::optional<RecordModel::Attention> ClusterModel::worstAlert(int record) const
{
    if (!m_alerts)
        return {};
    const auto text = [this, record](const char* key) { return recordValue(record, key).toString(); };
    return m_alerts->worst({text("groupId"), text("name"), text("clusterId"), text("connection")}, now());
}

QVariant ClusterModel::decoration(int row, int column, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QByteArray& key = columns()[size_t(column)].key;
    if (role == Qt::ToolTipRole && key == "name")
        return nameToolTip(row);
    if (role == Qt::ToolTipRole)
        return isOfOverview(key) && !isLoading() && isNotInOverview(*this, row)
            ? QVariant(tr("The service's overview does not name this cluster."))
            : QVariant();
    const bool isProject = key == "name" && value(row, "problem").isValid();
    return isProject ? QVariant(tr("Project not readable")) : QVariant();
}

} // namespace Telamon
