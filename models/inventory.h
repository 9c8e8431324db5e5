// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordload.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QSet>

namespace Telamon {

class Catalog;
class ClusterAlerts;
class HttpClient;
class RecordModel;

// All organisations, projects and clusters that a profile may see. GET /clusters leaves out multi-cloud
// clusters and knows no flex, so each project's clusters and flex clusters are read too and joined by project
// and name. A project that cannot be read is a row that says why. The open alerts come last: what the
// inventory lists is there, and finished() said, before its clusters are marked by them.
class Inventory : public QObject {
    Q_OBJECT
public:
    Inventory(HttpClient& client, const Catalog& catalog, QObject* parent);
    ~Inventory() override;

    RecordModel& organizations() { return *m_organizations; }
    RecordModel& projects() { return *m_projects; }
    RecordModel& clusters() { return *m_clusters; }
    const ClusterAlerts& alerts() const { return *m_alerts; }

    QString organizationName(const QString& organizationId) const; // the id where unknown
    QString projectName(const QString& projectId) const;
    QString organizationOf(const QString& projectId) const;
    QStringList projectIds(const QString& organizationId = {}) const; // all, or those of one organisation

    void refresh();
    void abort();
    bool isLoading() const;
    bool isReadingAlerts() const; // when everything else is there
    bool wasAborted() const { return m_wasAborted; }
    QStringList problems() const; // a sentence each
    const QStringList& unreadable() const { return m_unreadableReasons; } // projects, a sentence each

Q_SIGNALS:
    void progressed(int finished, int total);
    void waiting(const QString& why, std::chrono::milliseconds pause);
    void finished();
    void alertsRead(); // some time after finished(), also where they were not or only partly

private:
    struct Project {
        QString name;
        QString organizationId;
    };

    void noteOrganizations(const QByteArray& body);
    void noteProjects(const QByteArray& body);
    void readProjects();
    void showProjects();
    void readProject(const QString& projectId);
    void readAlerts();
    void finishAlerts();
    QList<RecordLoad*> loads() const; // of what is listed
    void noteUnreadable(const QString& projectId, const Problem& problem);
    void finishOne(const RecordLoad& load);

    HttpClient& m_client;
    const Catalog& m_catalog;
    RecordModel* m_organizations;
    RecordModel* m_projects;
    ClusterAlerts* m_alerts;
    RecordModel* m_clusters;
    RecordLoad* m_organizationsLoad = nullptr;
    RecordLoad* m_projectsLoad = nullptr;
    RecordLoad* m_clustersLoad = nullptr;
    RecordLoad* m_alertsLoad = nullptr;
    QHash<QString, QString> m_organizationNames;
    QHash<QString, Project> m_projectsById;
    QStringList m_projectOrder;
    QByteArrayList m_projectPages; // answers that wait for the organizations' names
    QSet<QString> m_readProjects; // whose clusters are asked for in this refresh
    QSet<QString> m_unreadable;
    QStringList m_unreadableReasons;
    QStringList m_problems;
    int m_running = 0;
    bool m_wasAborted = false;
};

} // namespace Telamon
