// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/routes/routes.h"

#include <QDate>
#include <QLocale>

#include <iterator>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
QByteArray httpDate(const QByteArray& date)
{
    const QDate day = QDate::fromString(QString::fromLatin1(date), Qt::ISODate);
    return QLocale::c().toString(day, u"ddd, d MMM yyyy"_s).toLatin1() + " 00:00:00 GMT";
}

// A superseded version is deprecated since its successor came; all end with the published sunset.
QList<Version> versionsOf(const char* text)
{
    static const QByteArray sunset = "Thu, 1 Jul 2027 00:00:00 GMT";
    const QList<QByteArray> dates = QByteArray(text).split(' ');
    QList<Version> versions;
    for (qsizetype i = 0; i < dates.size(); ++i) {
        const bool isEnding = dates.at(i).endsWith('~');
        const QByteArray date = isEnding ? dates.at(i).chopped(1) : dates.at(i);
        if (i + 1 < dates.size())
            versions.append({date, httpDate(dates.at(i + 1)), sunset});
        else if (isEnding)
            versions.append({date, httpDate("2024-05-30"), sunset});
        else
            versions.append({date, {}, {}});
    }
    return versions;
}
} // namespace

std::vector<Route> routesOf(std::span<const Entry> entries)
{
    std::vector<Route> routes;
    for (const Entry& entry : entries) {
        Route route;
        route.method = entry.method;
        route.path = QByteArray("/api/atlas/v2") + entry.path;
        route.operationId = QString::fromLatin1(entry.operation);
        route.versions = versionsOf(entry.versions);
        route.limit = entry.limit;
        route.handler = entry.handler;
        route.resource = entry.resource;
        routes.push_back(std::move(route));
    }
    return routes;
}

std::vector<Route> allRoutes()
{
    std::vector<Route> all;
    for (auto part : {accessHistoryRoutes, alertRoutes, apiKeyRoutes, archiveRoutes, backupPolicyRoutes,
             backupRoutes, cloudAccessRoutes, clusterRoutes, containerRoutes, endpointRoutes, eventRoutes,
             federationRoutes, liveMigrationRoutes, organizationRoutes, pinRoutes, pipelineRoutes,
             restoreJobRoutes, searchIndexRoutes, serviceAccountRoutes, userRoutes}) {
        std::vector<Route> routes = routesOf(part());
        std::move(routes.begin(), routes.end(), std::back_inserter(all));
    }
    return all;
}

} // namespace Telamon::Sandbox
