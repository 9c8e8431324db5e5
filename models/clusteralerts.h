// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <optional>

namespace Telamon {

// The open alerts of projects, and the cluster that each is about. The overview of clusters only counts them,
// and leaves some clusters out. Owned by the inventory that reads them.
class ClusterAlerts : public QObject {
    Q_OBJECT
public:
    struct Cluster {
        QString projectId;
        QString name;
        QString id;
        QString connection; // string, which names its hosts
    };

    using QObject::QObject;

    // What is read takes the place of what was there at the end, so that no mark goes away meanwhile.
    void begin();
    void add(const QString& projectId, const QByteArray& page); // of a list of open alerts
    void drop(const QString& projectId); // its list could not be read whole
    void end();

    // How much the worst alert of the cluster needs a person; nothing where its project was not read.
    std::optional<RecordModel::Attention> worst(const Cluster& cluster, qint64 now) const;
    // The same of a project, whatever its alerts are about.
    RecordModel::Attention worstOf(const QString& projectId, qint64 now) const;
    // As a reason for a mark, for a person: "Worst open alert: critical".
    static QString words(RecordModel::Attention worst);

Q_SIGNALS:
    void changed();

private:
    struct Alert {
        QString clusterName;
        QString clusterId;
        QString host;
        QString status;
        QString type;
        qint64 acknowledgedUntil = 0; // milliseconds since the epoch
    };
    using Projects = QHash<QString, QList<Alert>>;

    static RecordModel::Attention judge(const Alert& alert, qint64 now);
    static bool isOf(const Alert& alert, const Cluster& cluster);

    Projects m_projects;
    Projects m_read; // since begin()
};

} // namespace Telamon
