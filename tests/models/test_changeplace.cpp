// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/change.h"
#include "models/celltext.h"
#include "models/changeplace.h"
#include "tests/support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

// What the journal says that a change was made on.
class TestChangePlace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itSaysOnWhat_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QStringList>("where");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QJsonValue>("before");
        QTest::addColumn<QString>("on");
        const QByteArray index = "/groups/6641d3c2f1b2a94c7e5d8f01/clusters/carts/indexes/a%2Fb/"
                                 "7741d3c2f1b2a94c7e5d8f02:rebuild?x=1";
        const QString id = u"7741d3c2f1b2a94c7e5d8f02"_s;
        const QJsonValue none(QJsonValue::Undefined);
        const QJsonValue named(QJsonObject {{u"name"_s, u"default"_s}});
        QTest::newRow("as reviewed") << "PATCH"_ba << index
                                     << QStringList {u"shop"_s, u"carts"_s, u"default"_s} << QJsonObject()
                                     << named << u"default · carts · shop"_s;
        QTest::newRow("new") << "POST"_ba << index << QStringList {u"shop"_s, u"carts"_s}
                             << QJsonObject {{u"name"_s, u"fresh"_s}} << none << u"fresh · carts · shop"_s;
        QTest::newRow("a target") << "POST"_ba << index << QStringList {u"shop"_s, u"carts"_s}
                                  << QJsonObject {{u"targetDeploymentItemName"_s, u"x"_s}} << none
                                  << u"carts → x · shop"_s;
        QTest::newRow("itself as a target")
            << "POST"_ba << index << QStringList {u"shop"_s, u"carts"_s}
            << QJsonObject {{u"targetDeploymentItemName"_s, u"carts"_s}} << none << u"carts · shop"_s;
        QTest::newRow("a person") << "POST"_ba << index << QStringList {u"shop"_s}
                                  << QJsonObject {{u"username"_s, u"a@b.c"_s}} << none << u"a@b.c · shop"_s;
        QTest::newRow("new, in what only its ID tells")
            << "POST"_ba << index << QStringList {id} << QJsonObject {{u"name"_s, u"fresh"_s}} << none
            << u"fresh"_s;
        QTest::newRow("renamed") << "PATCH"_ba << index << QStringList {u"shop"_s, id}
                                 << QJsonObject {{u"name"_s, u"other"_s}} << named << u"default · shop"_s;
        QTest::newRow("a project's") << "PATCH"_ba << index << QStringList {u"shop"_s} << QJsonObject()
                                     << none << u"shop"_s;
        QTest::newRow("nothing but an ID")
            << "PATCH"_ba << index << QStringList {id} << QJsonObject() << none << id;
        QTest::newRow("without names")
            << "PATCH"_ba << index << QStringList() << QJsonObject() << none << id + u" · a/b · carts"_s;
        QTest::newRow("an ID in a project")
            << "PUT"_ba << index << QStringList {u"shop"_s, id} << QJsonObject() << none << id + u" · shop"_s;
        const auto object = [](QByteArray json) {
            return QJsonDocument::fromJson(json.replace('\'', '"')).object();
        };
        const auto row = [&](const char* name, const QByteArray& method, const QStringList& where,
                             const char* body, const char* before, const QString& on) {
            const QJsonObject then = object(before);
            QTest::newRow(name) << method << index << where << object(body)
                                << (then.isEmpty() ? none : QJsonValue(then)) << on;
        };
        row("an index of a collection", "POST", {u"shop"_s, u"carts"_s},
            "{'name': 'fresh', 'database': 'a', 'collectionName': 'b.c'}", "{}",
            u"fresh · a.b.c · carts · shop"_s);
        row("a migration", "POST", {u"shop"_s},
            "{'source': {'clusterName': 'erp'}, 'destination': {'clusterName': 'sessions'}}", "{}",
            u"erp → sessions · shop"_s);
        row("an endpoint", "POST", {u"shop"_s}, "{'endpointId': 'vpce-1'}", "{}", u"vpce-1 · shop"_s);
        row("namespaces", "PATCH", {u"shop"_s, u"carts"_s}, "{'namespaces': ['a.b', 'c.d']}",
            "{'pinnedNamespaces': []}", u"a.b, c.d · carts · shop"_s);
        row("many namespaces", "PUT", {u"shop"_s, u"carts"_s}, "{'namespaces': ['a.b', 'c.d', 'e.f', 'g.h']}",
            "{}", u"a.b, c.d, e.f, … · carts · shop"_s);
        row("an alert", "PATCH", {u"shop"_s, id}, "{}",
            "{'eventTypeName': 'NO_PRIMARY', 'clusterName': 'carts'}", u"No primary · carts · shop"_s);
        row("an alert of a host", "PATCH", {u"shop"_s, id}, "{}",
            "{'eventTypeName': 'NO_PRIMARY', 'clusterName': 'carts', 'hostnameAndPort': 'h.example:27017'}",
            u"No primary · h.example:27017 · shop"_s);
        row("an alert of a time", "PATCH", {u"shop"_s, id}, "{}",
            "{'eventTypeName': 'NO_PRIMARY', 'clusterName': 'carts', 'created': '2026-08-10T12:00:00Z'}",
            u"No primary · carts · "_s + momentText(1'786'363'200'000) + u" · shop"_s);
        row("a private endpoint", "DELETE", {u"shop"_s, u"vpce-1"_s}, "{}",
            "{'endpointId': 'vpce-1', 'comment': 'reporting'}", u"vpce-1 · shop"_s);
        row("an archive", "PATCH", {u"shop"_s, u"carts"_s, id}, "{'paused': true}",
            "{'dbName': 'a', 'collName': 'b', 'clusterName': 'carts'}", u"a.b · carts · shop"_s);
        row("a named archive", "PATCH", {u"shop"_s, u"carts"_s, u"a.b"_s}, "{'paused': true}",
            "{'dbName': 'a', 'collName': 'b'}", u"a.b · carts · shop"_s);
        QTest::newRow("without any name")
            << "PATCH"_ba
            << "/groups/7741d3c2f1b2a94c7e5d8f02"_ba << QStringList() << QJsonObject() << none << id;
    }
    void itSaysOnWhat()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, target);
        QFETCH(const QStringList, where);
        QFETCH(const QJsonObject, body);
        QFETCH(const QJsonValue, before);
        Change made;
        made.method = method;
        made.target = target;
        made.where = where;
        made.before = before;
        made.arguments = {{u"body"_s, body},
            {u"parameters"_s,
                QJsonObject {{u"groupId"_s, u"6641d3c2f1b2a94c7e5d8f01"_s}, {u"clusterName"_s, u"carts"_s},
                    {u"name"_s, u"carts"_s}, {u"path"_s, u"a/b"_s},
                    {u"indexId"_s, u"7741d3c2f1b2a94c7e5d8f02"_s}}}};
        QTEST(changePlace(made), "on");
    }
};

TELAMON_TEST(TestChangePlace)
#include "test_changeplace.moc"
