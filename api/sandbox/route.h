// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sandbox/answer.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

#include <optional>
#include <vector>

namespace Telamon {
struct Operation;
}

namespace Telamon::Sandbox {

class Store;
struct Resource;
struct Route;

// One version of an operation's answers. An old one says since when it is deprecated and when it ends.
struct Version {
    QByteArray date; // "2024-08-05"
    QByteArray deprecation; // HTTP dates; empty for the current version
    QByteArray sunset;
};

// One call on its way to a handler: signed in, its version known, its parameters checked.
class Call {
public:
    Call(Store& store, const Request& request, const Route& route, QHash<QString, QString> pathValues);

    Store& store() const { return m_store; }
    QString path(const QString& name) const { return m_pathValues.value(name); }
    const QHash<QString, QString>& pathValues() const { return m_pathValues; }
    const QList<std::pair<QString, QString>>& query() const { return m_query; }
    QString query(QStringView name) const; // the last of that name; empty where missing
    QStringList queryAll(QStringView name) const;
    bool flag(QStringView name, bool fallback) const;
    const Request& request() const { return m_request; }
    const Route& route() const { return m_route; }
    const Version& version() const { return *m_version; }
    void setVersion(const Version& version) { m_version = &version; }
    bool isOldVersion() const { return !m_version->sunset.isEmpty(); }

    // The page asked for, of rows that are JSON texts already.
    Answer page(const QList<QByteArray>& rows) const;
    QJsonObject body() const; // empty where there is none

private:
    Store& m_store;
    const Request& m_request;
    const Route& m_route;
    QHash<QString, QString> m_pathValues;
    QList<std::pair<QString, QString>> m_query;
    const Version* m_version;
};

using Handler = Answer (*)(const Call& call);

// One operation of the service.
struct Route {
    QByteArray method;
    QByteArray path; // template
    QString operationId;
    QList<Version> versions; // the newest last
    int limit = 1200; // requests a minute
    Handler handler = nullptr;
    const Resource* resource = nullptr; // of the handlers for any kind of rows
    QList<QByteArray> segments; // of the template; filled in by the table
    const Operation* operation = nullptr; // what the catalog says; null where it does not know it
};

// All operations, found by the raw, undecoded segments of a path: "%2F" stays part of its segment.
class RouteTable {
public:
    explicit RouteTable(std::vector<Route> routes);

    struct Match {
        const Route* route = nullptr;
        QHash<QString, QString> pathValues; // decoded
        QList<QByteArray> allowedMethods; // where only the method is wrong
    };
    Match find(const QByteArray& method, const QByteArray& rawPath) const;
    std::vector<Route>& routes() { return m_routes; }

private:
    std::vector<Route> m_routes;
};

} // namespace Telamon::Sandbox
