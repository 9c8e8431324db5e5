// SPDX-License-Identifier: GPL-3.0-or-later
// What routes share: the place that a path names, and the handlers for rows of any kind.
#include "api/sandbox/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
bool isWrite(const Call& call)
{
    return call.request().method != "GET" && call.request().method != "HEAD";
}
} // namespace

Place organizationOf(const Call& call)
{
    Place place;
    const QString id = call.path(u"orgId"_s);
    place.organization = call.store().organization(id);
    if (!place.organization)
        place.refusal =
            errorAnswer(404, "ORG_NOT_FOUND", u"No organization with ID %1 exists."_s.arg(id), {id});
    else if (isWrite(call) && !place.organization->isWritable)
        place.refusal = unauthorizedAnswer();
    return place;
}

Place projectOf(const Call& call)
{
    Place place;
    const QString id = call.path(u"groupId"_s);
    place.project = call.store().project(id);
    if (!place.project)
        place.refusal = groupNotFound(id);
    else if (!place.project->isReadable || (isWrite(call) && !place.project->isWritable))
        place.refusal = unauthorizedAnswer();
    return place;
}

Place dedicatedClusterOf(const Call& call)
{
    Place place = projectOf(call);
    if (!place.isFound())
        return place;
    const QString name = call.path(u"clusterName"_s);
    place.cluster = call.store().cluster(*place.project, name);
    if (!place.cluster)
        place.refusal = clusterNotFound(name, place.project->id);
    else if (place.cluster->isFlex())
        place.refusal = errorAnswer(400, "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API",
            u"Flex cluster %1 cannot be used in the Cluster API."_s.arg(name), {name});
    return place;
}

Place flexClusterOf(const Call& call)
{
    Place place = projectOf(call);
    if (!place.isFound())
        return place;
    const QString name = call.path(u"name"_s);
    place.cluster = call.store().cluster(*place.project, name);
    if (!place.cluster)
        place.refusal = clusterNotFound(name, place.project->id);
    else if (!place.cluster->isFlex())
        place.refusal = errorAnswer(400, "CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API",
            u"Cannot use non-flex cluster %1 in the flex API."_s.arg(name), {name});
    return place;
}

Found findAll(const Call& call)
{
    Found found;
    const Resource& resource = *call.route().resource;
    found.place = resource.place(call);
    found.refusal = found.place.refusal;
    if (found.place.isFound())
        found.rows = &call.store().settled(resource.rows(call.store(), found.place));
    return found;
}

Found find(const Call& call)
{
    Found found = findAll(call);
    if (!found.rows)
        return found;
    const Resource& resource = *call.route().resource;
    const QString id = resource.parameter ? call.path(QString::fromLatin1(resource.parameter)) : QString();
    if (resource.parameter)
        found.row = findRow(*found.rows, id);
    else if (!found.rows->empty())
        found.row = &found.rows->front();
    if (found.row)
        return found;
    const QString what = QString::fromLatin1(resource.what ? resource.what : "It") + u' ' + id;
    found.refusal = resource.code
        ? errorAnswer(404, resource.code, u"%1 does not exist."_s.arg(what.trimmed()), {id})
        : resourceNotFound(what.trimmed());
    return found;
}

Answer listRows(const Call& call)
{
    const Found found = findAll(call);
    return found.rows ? call.page(texts(*found.rows)) : found.refusal;
}

Answer listAllRows(const Call& call)
{
    const Found found = findAll(call);
    return found.rows ? Answer {200, '[' + texts(*found.rows).join(',') + ']', {}} : found.refusal;
}

Answer oneRow(const Call& call)
{
    const Found found = find(call);
    return found.row ? rowAnswer(*found.row) : found.refusal;
}

Answer deleteRow(const Call& call)
{
    const Found found = find(call);
    if (!found.row)
        return found.refusal;
    found.rows->erase(found.rows->begin() + (found.row - found.rows->data()));
    return noContent();
}

Answer rowAnswer(const Row& row, int status)
{
    return {status, row.json, {}};
}

Answer noContent(int status)
{
    return {status, "{}", {}};
}

Answer unauthorizedAnswer()
{
    return errorAnswer(403, "USER_UNAUTHORIZED", u"Current user is not authorized to perform this action."_s);
}

QJsonObject merged(QJsonObject value, const QJsonObject& change)
{
    for (auto field = change.begin(); field != change.end(); ++field)
        value[field.key()] = field.value();
    return value;
}

} // namespace Telamon::Sandbox
