// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory.h"

#include "api/catalog/catalog.h"
#include "models/clusteralerts.h"
#include "models/clustermodel.h"
#include "models/tables/tables.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QJsonArray results(const QByteArray& body)
{
    return QJsonDocument::fromJson(body).object().value("results"_L1).toArray();
}

RecordModel* newClusters(const ClusterAlerts& alerts, QObject* parent)
{
    auto* clusters = new ClusterModel(parent);
    clusters->setAlerts(alerts);
    return clusters;
}

} // namespace

Inventory::Inventory(HttpClient& client, const Catalog& catalog, QObject* parent)
    : QObject(parent),
      m_client(client),
      m_catalog(catalog),
      m_organizations(new RecordModel(organizationTable(), this)),
      m_projects(new RecordModel(projectTable(), this)),
      m_alerts(new ClusterAlerts(this)),
      m_clusters(newClusters(*m_alerts, this))
{
}

Inventory::~Inventory() = default;

QString Inventory::organizationName(const QString& organizationId) const
{
    return m_organizationNames.value(organizationId, organizationId);
}

QString Inventory::projectName(const QString& projectId) const
{
    const auto found = m_projectsById.constFind(projectId);
    return found == m_projectsById.cend() ? projectId : found->name;
}

QString Inventory::organizationOf(const QString& projectId) const
{
    return m_projectsById.value(projectId).organizationId;
}

QStringList Inventory::projectIds(const QString& organizationId) const
{
    if (organizationId.isEmpty())
        return m_projectOrder;
    QStringList ids;
    for (const QString& id : m_projectOrder) {
        if (m_projectsById.value(id).organizationId == organizationId)
            ids.append(id);
    }
    return ids;
}

bool Inventory::isLoading() const
{
    return m_running > 0;
}

bool Inventory::isReadingAlerts() const
{
    return m_alertsLoad && m_alertsLoad->isRunning();
}

QStringList Inventory::problems() const
{
    return m_problems;
}

void Inventory::refresh()
{
    const QList<RecordLoad*> former = loads() << m_alertsLoad;
    for (RecordLoad* load : former) {
        if (!load)
            continue;
        load->disconnect(this); // a restart is not an end
        load->abort();
        load->deleteLater();
    }
    m_problems.clear();
    m_readProjects.clear();
    m_unreadable.clear();
    m_unreadableReasons.clear();
    m_projectPages.clear();
    m_projectOrder.clear();
    m_organizationsLoad = new RecordLoad(m_client, m_catalog, m_organizations, this);
    m_projectsLoad = new RecordLoad(m_client, m_catalog, m_projects, this);
    m_clustersLoad = new RecordLoad(m_client, m_catalog, m_clusters, this);
    m_alertsLoad = nullptr;

    Read organizations {.operationId = u"listOrgs"_s, .source = "organizations"};
    organizations.onPage = [this](const QByteArray& body) { noteOrganizations(body); };
    m_organizationsLoad->add(organizations);
    Read projects {.operationId = u"listGroups"_s};
    if (const Operation* operation = m_catalog.find(projects.operationId);
        operation && operation->answerSchema())
        m_projects->noteSchema("projects", *operation->answerSchema()); // added apart from the load
    projects.onPage = [this](const QByteArray& body) { noteProjects(body); };
    m_projectsLoad->add(projects);
    m_clustersLoad->add({.operationId = u"listClusterDetails"_s, .source = "listClusterDetails"});

    m_wasAborted = false;
    const QList<RecordLoad*> begun = loads();
    m_running = int(begun.size());
    m_projectsLoad->setExpectingMore(true);
    m_clustersLoad->setExpectingMore(true);
    for (RecordLoad* load : begun) {
        connect(load, &RecordLoad::finished, this, [this, load] { finishOne(*load); });
        connect(load, &RecordLoad::waiting, this, &Inventory::waiting);
    }
    connect(m_organizationsLoad, &RecordLoad::finished, this, &Inventory::readProjects);
    connect(m_projectsLoad, &RecordLoad::finished, this, &Inventory::readProjects);
    connect(m_clustersLoad, &RecordLoad::progressed, this, &Inventory::progressed);
    m_organizationsLoad->start();
    m_projectsLoad->start();
    m_clustersLoad->start();
    Q_EMIT progressed(0, m_clustersLoad->readCount());
}

void Inventory::abort()
{
    if (!isLoading())
        return;
    m_wasAborted = true;
    const QList<RecordLoad*> running = loads();
    for (RecordLoad* load : running)
        load->abort();
}

QList<RecordLoad*> Inventory::loads() const
{
    if (!m_clustersLoad)
        return {};
    return {m_organizationsLoad, m_projectsLoad, m_clustersLoad};
}

// Of the projects that can be read. What cannot be told of one marks its clusters less: no more is said.
void Inventory::readAlerts()
{
    m_alertsLoad = new RecordLoad(m_client, m_catalog, nullptr, this);
    connect(m_alertsLoad, &RecordLoad::finished, this, &Inventory::finishAlerts);
    m_alerts->begin();
    for (const QString& id : std::as_const(m_projectOrder)) {
        if (m_unreadable.contains(id))
            continue;
        Read read {.operationId = u"listGroupAlerts"_s};
        read.arguments.parameters = {{u"groupId"_s, id}, {u"status"_s, u"OPEN"_s}};
        read.onPage = [this, id](const QByteArray& page) { m_alerts->add(id, page); };
        read.onProblem = [this, id](const Problem& /*problem*/) { m_alerts->drop(id); };
        m_alertsLoad->add(read);
    }
    m_alertsLoad->start();
}

void Inventory::finishAlerts()
{
    m_alerts->end();
    Q_EMIT alertsRead();
}

void Inventory::noteOrganizations(const QByteArray& body)
{
    const QJsonArray found = results(body);
    for (const QJsonValue& organization : found)
        m_organizationNames.insert(organization["id"_L1].toString(), organization["name"_L1].toString());
}

void Inventory::noteProjects(const QByteArray& body)
{
    const QJsonArray found = results(body);
    for (const QJsonValue& project : found) {
        const QString id = project["id"_L1].toString();
        if (id.isEmpty())
            continue;
        m_projectsById.insert(id, {project["name"_L1].toString(), project["orgId"_L1].toString()});
        m_projectOrder.append(id);
    }
    m_projectPages.append(body);
    readProjects();
}

void Inventory::readProjects()
{
    // The names of the organisations come first: they are known values of every cluster's row.
    if (!m_clustersLoad || !m_organizationsLoad || m_organizationsLoad->isRunning())
        return;
    showProjects();
    for (const QString& id : std::as_const(m_projectOrder)) {
        if (!m_readProjects.contains(id)) {
            m_readProjects.insert(id);
            readProject(id);
        }
    }
    if (m_projectsLoad && !m_projectsLoad->isRunning())
        m_clustersLoad->setExpectingMore(false);
}

// The list of projects names no organization, so that it waits for those that do.
void Inventory::showProjects()
{
    if (!m_projectsLoad->isRunning())
        return;
    const QByteArrayList pages = std::exchange(m_projectPages, {});
    for (const QByteArray& page : pages) {
        RecordLoad::addApart(*m_projects, "projects", page, [this](const QJsonObject& project) {
            return RecordModel::KnownValues {{"orgName", organizationName(project["orgId"_L1].toString())}};
        });
    }
    m_projectsLoad->setExpectingMore(false);
}

void Inventory::readProject(const QString& projectId)
{
    const QString organizationId = organizationOf(projectId);
    const RecordModel::KnownValues known {{"groupName", projectName(projectId)}, {"groupId", projectId},
        {"orgName", organizationName(organizationId)}, {"orgId", organizationId}};
    const auto read = [&](const QString& operationId, const QByteArray& source) {
        Read one {.operationId = operationId, .source = source, .known = known};
        one.arguments.parameters.insert(u"groupId"_s, projectId);
        one.onProblem = [this, projectId](const Problem& problem) { noteUnreadable(projectId, problem); };
        m_clustersLoad->add(one);
    };
    read(u"listGroupClusters"_s, "listGroupClusters");
    read(u"listGroupFlexClusters"_s, "listGroupFlexClusters");
}

void Inventory::noteUnreadable(const QString& projectId, const Problem& problem)
{
    if (problem.kind == Problem::Kind::Cancelled || m_unreadable.contains(projectId))
        return;
    m_unreadable.insert(projectId);
    m_unreadableReasons.append(tr("%1: %2").arg(projectName(projectId), problem.sentence()));
    const QString organizationId = organizationOf(projectId);
    const QJsonObject row {{u"groupId"_s, projectId}, {u"groupName"_s, projectName(projectId)},
        {u"orgId"_s, organizationId}, {u"orgName"_s, organizationName(organizationId)},
        {u"problem"_s, problem.sentence()}};
    m_clusters->addAnswer(QByteArrayLiteral("unreadable"), QJsonDocument(row).toJson(QJsonDocument::Compact));
}

void Inventory::finishOne(const RecordLoad& load)
{
    m_problems.append(load.problems());
    if (--m_running > 0)
        return;
    if (!m_wasAborted) // what was known of the alerts stays
        readAlerts();
    Q_EMIT finished();
}

} // namespace Telamon
