// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/route.h"

#include "api/sandbox/store.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
// "{clusterName}:pinFeatureCompatibilityVersion" is a variable and a fixed end.
bool matches(const QByteArray& pattern, const QByteArray& raw, QHash<QString, QString>& values)
{
    if (!pattern.startsWith('{'))
        return pattern == raw;
    const auto close = pattern.indexOf('}');
    const QByteArray end = pattern.mid(close + 1);
    if (!raw.endsWith(end) || raw.size() == end.size())
        return false;
    values[QString::fromLatin1(pattern.mid(1, close - 1))] =
        QString::fromUtf8(QByteArray::fromPercentEncoding(raw.left(raw.size() - end.size())));
    return true;
}
} // namespace

Call::Call(Store& store, const Request& request, const Route& route, QHash<QString, QString> pathValues)
    : m_store(store),
      m_request(request),
      m_route(route),
      m_pathValues(std::move(pathValues)),
      m_query(request.query()),
      m_version(&route.versions.constLast())
{
}

QString Call::query(QStringView name) const
{
    const QStringList all = queryAll(name);
    return all.isEmpty() ? QString() : all.constLast();
}

QStringList Call::queryAll(QStringView name) const
{
    QStringList values;
    for (const auto& [key, value] : m_query) {
        if (key == name)
            values.append(value);
    }
    return values;
}

bool Call::flag(QStringView name, bool fallback) const
{
    const QString value = query(name);
    return value.isEmpty() ? fallback : value == "true"_L1;
}

Answer Call::page(const QList<QByteArray>& rows) const
{
    // Checked before, where the catalog knows the operation; never out of range here.
    const auto number = [this](QStringView name, int fallback, int most) -> qsizetype {
        const QString text = query(name);
        return text.isEmpty() ? fallback : std::clamp(text.toInt(), 1, most);
    };
    const qsizetype size = number(u"itemsPerPage", 100, 500);
    const qsizetype page = number(u"pageNum", 1, 1'000'000);
    const bool isCounted = flag(u"includeCount", true);

    QByteArray base =
        m_store.baseUrl().toUtf8() + m_request.path() + "?includeCount=" + (isCounted ? "true" : "false");
    for (const auto& [name, value] : m_query) {
        if (name != "includeCount"_L1 && name != "pageNum"_L1 && name != "itemsPerPage"_L1)
            base += '&' + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    const auto link = [&](qsizetype linked, const QByteArray& relation) -> QByteArray {
        return R"({"href":")" + base + "&pageNum=" + QByteArray::number(linked)
            + "&itemsPerPage=" + QByteArray::number(size) + R"(","rel":")" + relation + R"("})";
    };
    QByteArray links = link(page, "self");
    if (page > 1)
        links += ',' + link(page - 1, "previous");
    // Without the count the service does not say that there is more either.
    if (isCounted && page * size < rows.size())
        links += ',' + link(page + 1, "next");

    const qsizetype first = std::min((page - 1) * size, rows.size());
    const qsizetype end = std::min(first + size, rows.size());
    QByteArray json = R"({"links":[)" + links + R"(],"results":[)";
    for (qsizetype i = first; i < end; ++i) {
        if (i > first)
            json += ',';
        json += rows.at(i);
    }
    json += R"(],"totalCount":)" + QByteArray::number(isCounted ? rows.size() : 0) + '}';
    return {200, json, {}};
}

QJsonObject Call::body() const
{
    return QJsonDocument::fromJson(m_request.body).object();
}

RouteTable::RouteTable(std::vector<Route> routes) : m_routes(std::move(routes))
{
    for (Route& route : m_routes)
        route.segments = route.path.split('/');
}

RouteTable::Match RouteTable::find(const QByteArray& method, const QByteArray& rawPath) const
{
    const QList<QByteArray> raw = rawPath.split('/');
    const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
    Match match;
    qsizetype bestFixed = -1;
    for (const Route& route : m_routes) {
        if (route.segments.size() != raw.size())
            continue;
        QHash<QString, QString> values;
        bool isMatch = true;
        for (qsizetype i = 0; i < raw.size() && isMatch; ++i)
            isMatch = matches(route.segments.at(i), raw.at(i), values);
        if (!isMatch)
            continue;
        if (route.method != wanted) {
            match.allowedMethods.append(route.method);
            continue;
        }
        // The more of the path is fixed, the better: ".../shardedClusters" is no snapshot's id.
        const qsizetype fixed = route.segments.size() - values.size();
        if (fixed > bestFixed) {
            bestFixed = fixed;
            match.route = &route;
            match.pathValues = values;
        }
    }
    return match;
}

} // namespace Telamon::Sandbox
