// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sandbox/dataset.h"

#include <QElapsedTimer>
#include <QHash>

#include <map>
#include <memory>

namespace Telamon::Sandbox {

// Makes the rows of one room; a part of the dataset.
using Maker = std::vector<Row> (*)(const Dataset& dataset, const Scope& scope);

// The service's state: what the dataset made and what was written since. Parts are made when they are first
// asked for, so that the service starts at once. Used by the server's thread only.
class Store {
public:
    explicit Store(const Options& options);

    void setBaseUrl(const QString& baseUrl); // before anything is asked for; links begin with it
    const QString& baseUrl() const { return m_baseUrl; }
    void setOwnClientId(const QString& clientId) { m_ownClientId = clientId; } // as early
    const Dataset& dataset();

    // The service's clock: begins at the dataset's now and runs.
    qint64 now();
    // When work that begins now has gone through so many steps.
    qint64 after(int steps) { return now() + qint64(steps) * m_options.workDuration; }
    QString newId();
    quint32 seed() const { return m_options.seed; }

    std::vector<Organization>& organizations();
    std::vector<Project>& projects();
    Organization* organization(const QString& id); // null where unknown
    Project* project(const QString& id);
    std::vector<Cluster>& clusters(Project& project);
    std::vector<Row>& alerts(Project& project);
    Cluster* cluster(Project& project, const QString& name); // with its details

    // The rows of one kind that belong to the scope, as they are by now. References stay good.
    std::vector<Row>& room(const QString& kind, const Scope& scope, Maker make);
    // Carries out the steps whose time has come.
    std::vector<Row>& settled(std::vector<Row>& rows);

private:
    void prepare();

    Options m_options;
    QString m_baseUrl;
    QString m_ownClientId;
    QElapsedTimer m_clock;
    std::unique_ptr<Dataset> m_dataset;
    std::vector<Organization> m_organizations;
    std::vector<Project> m_projects;
    QHash<QString, std::size_t> m_projectIndex;
    std::map<QString, std::vector<Row>> m_rooms;
    int m_written = 0;
};

Row* findRow(std::vector<Row>& rows, const QString& id); // null where unknown
QList<QByteArray> texts(const std::vector<Row>& rows);

} // namespace Telamon::Sandbox
