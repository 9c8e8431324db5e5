// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

Store::Store(const Options& options) : m_options(options)
{
    m_clock.start();
}

void Store::setBaseUrl(const QString& baseUrl)
{
    m_baseUrl = baseUrl;
}

void Store::prepare()
{
    if (m_dataset)
        return;
    m_dataset = std::make_unique<Dataset>(m_options, m_baseUrl);
    m_dataset->setOwnClientId(m_ownClientId);
    m_organizations = m_dataset->organizations();
    m_projects = m_dataset->projects(m_organizations);
    for (std::size_t i = 0; i < m_projects.size(); ++i)
        m_projectIndex.insert(m_projects[i].id, i);
}

const Dataset& Store::dataset()
{
    prepare();
    return *m_dataset;
}

qint64 Store::now()
{
    return dataset().now() + m_clock.elapsed();
}

QString Store::newId()
{
    return dataset().random(u"written/"_s + QString::number(++m_written)).id(now());
}

std::vector<Organization>& Store::organizations()
{
    prepare();
    return m_organizations;
}

std::vector<Project>& Store::projects()
{
    prepare();
    return m_projects;
}

Organization* Store::organization(const QString& id)
{
    prepare();
    const auto found = std::find_if(m_organizations.begin(), m_organizations.end(),
        [&id](const Organization& organization) { return organization.id == id; });
    return found == m_organizations.end() ? nullptr : &*found;
}

Project* Store::project(const QString& id)
{
    prepare();
    const auto found = m_projectIndex.constFind(id);
    return found == m_projectIndex.constEnd() ? nullptr : &m_projects[*found];
}

std::vector<Cluster>& Store::clusters(Project& project)
{
    if (!project.hasClusters) {
        project.clusters = dataset().clusters(project);
        project.hasClusters = true;
    }
    return project.clusters;
}

std::vector<Row>& Store::alerts(Project& project)
{
    if (!project.hasAlerts) {
        clusters(project);
        project.alerts = dataset().alerts(project);
        project.hasAlerts = true;
    }
    return project.alerts;
}

std::vector<Row>& Store::room(const QString& kind, const Scope& scope, Maker make)
{
    const auto [room, isNew] = m_rooms.try_emplace(kind + u'/' + scope.id());
    if (isNew)
        room->second = make(dataset(), scope);
    return settled(room->second);
}

std::vector<Row>& Store::settled(std::vector<Row>& rows)
{
    const qint64 now = this->now();
    std::erase_if(rows, [now](Row& row) {
        while (!row.steps.empty() && row.steps.front().at <= now) {
            if (row.steps.front().isRemoval)
                return true;
            QJsonObject value = row.value;
            const QJsonObject changes = row.steps.front().changes;
            for (auto change = changes.begin(); change != changes.end(); ++change)
                value[change.key()] = change.value();
            row.set(value);
            row.steps.erase(row.steps.begin());
        }
        return false;
    });
    return rows;
}

Cluster* Store::cluster(Project& project, const QString& name)
{
    for (Cluster& cluster : clusters(project)) {
        if (cluster.name == name) {
            dataset().makeDetails(project, cluster);
            return &cluster;
        }
    }
    return nullptr;
}

Row* findRow(std::vector<Row>& rows, const QString& id)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&id](const Row& row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

QList<QByteArray> texts(const std::vector<Row>& rows)
{
    QList<QByteArray> list;
    list.reserve(qsizetype(rows.size()));
    for (const Row& row : rows)
        list.append(row.json);
    return list;
}

} // namespace Telamon::Sandbox
