// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sandbox/dataset.h"

#include <QHash>

#include <memory>

namespace Telamon::Sandbox {

// The service's state: what the dataset made and what was written since. Parts are made when they are first
// asked for, so that the service starts at once. Used by the server's thread only.
class Store {
public:
    explicit Store(const Options& options);

    void setBaseUrl(const QString& baseUrl); // before anything is asked for; links begin with it
    const QString& baseUrl() const { return m_baseUrl; }
    const Dataset& dataset();

    std::vector<Organization>& organizations();
    std::vector<Project>& projects();
    Organization* organization(const QString& id); // null where unknown
    Project* project(const QString& id);
    std::vector<Cluster>& clusters(Project& project);
    std::vector<Row>& alerts(Project& project);
    Cluster* cluster(Project& project, const QString& name); // with its details

private:
    void prepare();

    Options m_options;
    QString m_baseUrl;
    std::unique_ptr<Dataset> m_dataset;
    std::vector<Organization> m_organizations;
    std::vector<Project> m_projects;
    QHash<QString, std::size_t> m_projectIndex;
};

Row* findRow(std::vector<Row>& rows, const QString& id); // null where unknown
QList<QByteArray> texts(const std::vector<Row>& rows);

} // namespace Telamon::Sandbox
