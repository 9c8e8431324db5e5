// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/entries/reads.h"

#include "api/records/plaintext.h"
#include "models/inventory.h"
#include "models/session.h"
#include "ui/widgets/wordsedit.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

Read organizationRead(const PageQuery& query, const QString& operationId, const QByteArray& source)
{
    const QString& id = query.place.organizationId;
    Read read {.operationId = operationId, .source = source};
    read.arguments.parameters.insert(u"orgId"_s, id);
    read.known = {{"orgName", query.session.inventory().organizationName(id)}, {"orgId", id}};
    return read;
}

Read projectRead(
    const PageQuery& query, const QString& operationId, const QByteArray& source, const QString& projectId)
{
    Inventory& inventory = query.session.inventory();
    const QString organizationId = inventory.organizationOf(projectId);
    Read read {.operationId = operationId, .source = source};
    read.arguments.parameters.insert(u"groupId"_s, projectId);
    read.known = {{"groupName", inventory.projectName(projectId)}, {"groupId", projectId},
        {"orgName", inventory.organizationName(organizationId)}, {"orgId", organizationId}};
    return read;
}

Read projectRead(const PageQuery& query, const QString& operationId, const QByteArray& source)
{
    return projectRead(query, operationId, source, query.place.projectId);
}

Read clusterRead(
    const PageQuery& query, const QString& operationId, const QByteArray& source, const QString& parameter)
{
    Read read = projectRead(query, operationId, source);
    read.arguments.parameters.insert(parameter, query.place.clusterName);
    read.known.insert("clusterName", query.place.clusterName);
    return read;
}

QStringList projectsOf(const PageQuery& query)
{
    return query.place.projectId.isEmpty() ? query.session.inventory().projectIds(query.place.organizationId)
                                           : QStringList {query.place.projectId};
}

std::optional<int> clusterRecord(const PageQuery& query)
{
    const RecordModel& clusters = query.session.inventory().clusters();
    for (int record = 0; record < clusters.totalCount(); ++record) {
        if (clusters.recordText(record, "groupId") == query.place.projectId
            && clusters.recordText(record, "name") == query.place.clusterName)
            return record;
    }
    return {};
}

QString clusterValue(const PageQuery& query, const QByteArray& key)
{
    const auto record = clusterRecord(query);
    return record ? query.session.inventory().clusters().recordText(*record, key) : QString();
}

QStringList clusterNames(const PageQuery& query)
{
    const RecordModel& clusters = query.session.inventory().clusters();
    QStringList names;
    for (int record = 0; record < clusters.totalCount(); ++record) {
        const QString name = clusters.recordText(record, "name");
        const bool isHere = clusters.recordText(record, "groupId") == query.place.projectId;
        if (isHere && WordsEdit::split(name) == QStringList {name} && visibleText(name) == name)
            names.append(name);
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

PageChoice spanChoice(std::vector<PageChoice::Value> spans)
{
    return {.key = "span", .label = QT_TRANSLATE_NOOP("Page", "When"), .values = std::move(spans)};
}

std::optional<qint64> startOf(const PageQuery& query)
{
    constexpr qint64 hour = 3'600'000;
    const qint64 hours = query.choices.value("span").toLongLong();
    if (hours <= 0)
        return {};
    return query.session.now() - hours * hour;
}

} // namespace Telamon
