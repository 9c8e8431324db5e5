// SPDX-License-Identifier: GPL-3.0-or-later
// Changes after which everything is as it is.
#include "api/catalog/catalog.h"
#include "models/review.h"
#include "tests/support/testcatalog.h"
#include "tests/support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestReviewSame : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatChangesNothingIsKnown_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("now"); // empty: not there
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("changesNothing");
        const auto row = [](const char* name, const char* id, const QByteArray& now, const QByteArray& body,
                             bool changesNothing) {
            QTest::newRow(name) << QString::fromLatin1(id) << QByteArray(now).replace('\'', '"')
                                << QByteArray(body).replace('\'', '"') << changesNothing;
        };
        const char* alert = "acknowledgeGroupAlert";
        row("another value", alert, "{'acknowledgementComment':'a'}", "{'acknowledgementComment':'b'}",
            false);
        row("the same value", alert, "{'acknowledgementComment':'a'}", "{'acknowledgementComment':'a'}",
            true);
        row("nothing at all", alert, "{'status':'OPEN'}", "{}", true);
        row("what the state does not tell", alert, "{'acknowledgementComment':'a'}",
            "{'unacknowledgeAlert':true}", false);
        row("gone", alert, {}, "{}", false);
        const char* index = "updateGroupClusterSearchIndexByName"; // built again all the same
        row("done anew", index, "{'latestDefinition':{'mappings':{'dynamic':true}}}",
            "{'definition':{'mappings':{'dynamic':true}}}", false);
        const char* pin = "pinGroupClusterCollStatPinnedNamespaces";
        row("the same list", pin, "{'pinnedNamespaces':['a.b']}", "{'namespaces':['a.b']}", true);
        row("a shorter list", pin, "{'pinnedNamespaces':['a.b']}", "{'namespaces':[]}", false);
        const char* unpin = "unpinGroupClusterCollStatUnpinNamespaces";
        row("not in the list", unpin, "{'pinnedNamespaces':['a.b']}", "{'namespaces':['c.d']}", true);
        row("in the list", unpin, "{'pinnedNamespaces':['a.b']}", "{'namespaces':['a.b']}", false);
        // An action does its work whatever the state is.
        const char* version = "pinGroupClusterFeatureCompatibilityVersion";
        row("an action", version, "{'name':'c'}", "{}", false);
        row("an action that is told the state", version,
            "{'featureCompatibilityVersionExpirationDate':'2026-12-10T08:00:00Z'}",
            "{'expirationDate':'2026-12-10T08:00:00Z'}", true);
        row("told another", version, "{'featureCompatibilityVersionExpirationDate':'2026-12-10T08:00:00Z'}",
            "{'expirationDate':'2026-12-11T08:00:00Z'}", false);
    }
    void whatChangesNothingIsKnown()
    {
        QFETCH(const QString, id);
        QFETCH(const QByteArray, now);
        QFETCH(const QByteArray, body);
        const Operation& operation = builtInCatalog().operation(id);
        Arguments arguments;
        for (const Parameter& each : operation.parameters) {
            if (each.in == Parameter::In::Path)
                arguments.parameters.insert(each.name, u"x"_s);
        }
        arguments.body = QJsonDocument::fromJson(body).object();
        const QJsonValue state =
            now.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonDocument::fromJson(now).object();
        const auto review = makeReview({.operation = operation,
            .arguments = arguments,
            .opened = state,
            .now = state,
            .wasReadNow = true});
        QVERIFY(review);
        QTEST(review.value().changesNothing, "changesNothing");
        if (review.value().changesNothing)
            QVERIFY(review.value().leaves.isEmpty());
    }

    void whatTheStateDoesNotTellIsShown()
    {
        const Operation& operation = builtInCatalog().operation(u"acknowledgeGroupAlert"_s);
        const auto review = makeReview({.operation = operation,
            .arguments = {{{u"groupId"_s, u"g"_s}, {u"alertId"_s, u"a"_s}},
                QJsonObject {{u"unacknowledgeAlert"_s, true}}},
            .now = QJsonObject {{u"acknowledgementComment"_s, u"seen"_s}}});
        QVERIFY(review);
        QCOMPARE(review.value().leaves.size(), 1);
        QCOMPARE(review.value().leaves.first().pointer, u"/body/unacknowledgeAlert"_s);
        QCOMPARE(review.value().leaves.first().proposed, QJsonValue(true));
    }
};

TELAMON_TEST(TestReviewSame)
#include "test_reviewsame.moc"
