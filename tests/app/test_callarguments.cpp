// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/catalog.h"
#include "app/call/callarguments.h"
#include "app/call/calloptions.h"
#include "app/call/callreview.h"
#include "models/review.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

// What the words of a command line mean.
class TestCallArguments : public QObject {
    Q_OBJECT

    std::optional<Catalog> m_catalog;

    const Operation& operation() const { return m_catalog->operation(u"getThing"); }
    static QByteArray document()
    {
        return "{\"openapi\":\"3.1.0\",\"paths\":{\"/things/"
               "{id}\":{\"get\":{\"operationId\":\"getThing\",\"parameters\":["
               "{\"name\":\"id\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\"}},"
               "{\"name\":\"count\",\"in\":\"query\",\"schema\":{\"type\":\"integer\"}},"
               "{\"name\":\"ratio\",\"in\":\"query\",\"schema\":{\"type\":\"number\"}},"
               "{\"name\":\"flag\",\"in\":\"query\",\"schema\":{\"type\":\"boolean\"}},"
               "{\"name\":\"key\",\"in\":\"query\",\"schema\":{\"type\":\"string\",\"x-secret\":true}},"
               "{\"name\":\"tags\",\"in\":\"query\",\"schema\":{\"type\":\"array\",\"items\":{\"type\":"
               "\"string\"}}}],"
               "\"responses\":{\"200\":{\"description\":\"done\"}}}}}}";
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto catalog = Catalog::fromJson(document());
        QVERIFY(catalog.hasValue());
        m_catalog.emplace(std::move(catalog).value());
    }

    void wordsBecomeOptions_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<bool>("isFine");
        QTest::newRow("name alone") << QStringList {u"getThing"_s} << true;
        QTest::newRow("everything") << QStringList {u"getThing"_s, u"id=a=b"_s, u"--profile"_s, u"P"_s,
            u"--body"_s, u"-"_s, u"--dry-run"_s, u"--yes"_s, u"--confirm"_s, u"a"_s}
                                    << true;
        QTest::newRow("nothing") << QStringList {} << false;
        QTest::newRow("no equals") << QStringList {u"getThing"_s, u"id"_s} << false;
        QTest::newRow("no name") << QStringList {u"getThing"_s, u"=1"_s} << false;
        QTest::newRow("unknown option") << QStringList {u"getThing"_s, u"--force"_s} << false;
        QTest::newRow("empty profile") << QStringList {u"getThing"_s, u"--profile="_s} << false;
    }
    void wordsBecomeOptions()
    {
        QFETCH(QStringList, words);
        QFETCH(bool, isFine);
        const auto options = parseCallOptions(words);
        QCOMPARE(options.hasValue(), isFine);
        if (!isFine) {
            QVERIFY(!options.error().isEmpty());
            return;
        }
        QCOMPARE(options.value().operationId, u"getThing"_s);
        if (words.size() > 1)
            QCOMPARE(options.value().values, (QList<std::pair<QString, QString>> {{u"id"_s, u"a=b"_s}}));
    }

    void valuesTakeTheTypeOfTheParameter_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("text") << u"id"_s << u"12"_s << QJsonValue(u"12"_s);
        QTest::newRow("integer") << u"count"_s << u"9007199254740993"_s
                                 << QJsonValue(Q_INT64_C(9007199254740993));
        QTest::newRow("no integer") << u"count"_s << u"1.5"_s << QJsonValue(u"1.5"_s);
        QTest::newRow("number") << u"ratio"_s << u"1.5"_s << QJsonValue(1.5);
        QTest::newRow("boolean") << u"flag"_s << u"false"_s << QJsonValue(false);
        QTest::newRow("no boolean") << u"flag"_s << u"no"_s << QJsonValue(u"no"_s);
        QTest::newRow("list") << u"tags"_s << u"a"_s << QJsonValue(QJsonArray {u"a"_s});
    }
    void valuesTakeTheTypeOfTheParameter()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QFETCH(QJsonValue, value);
        const auto arguments = argumentsOf(operation(), {{name, text}}, {});
        QVERIFY(arguments.hasValue());
        QCOMPARE(arguments.value().parameters.value(name), value);
    }

    void aListCollectsItsValues()
    {
        const auto arguments = argumentsOf(operation(), {{u"tags"_s, u"a"_s}, {u"tags"_s, u"b"_s}}, {});
        QCOMPARE(arguments.value().parameters.value(u"tags"_s), QJsonValue(QJsonArray {u"a"_s, u"b"_s}));
    }

    void whatIsToBeConfirmedIsNamedAtOnce_data()
    {
        QTest::addColumn<QString>("name"); // to be typed
        QTest::addColumn<QString>("access"); // that may be lost
        QTest::addColumn<bool>("isConfirmed");
        QTest::addColumn<QString>("said");
        const QString nothing;
        QTest::newRow("nothing") << nothing << nothing << false << nothing;
        QTest::newRow("name") << u"big"_s << nothing << false
                              << u"This cannot be undone. To confirm, add --confirm big. Nothing was sent."_s;
        QTest::newRow("access") << nothing << u"It is yours."_s << false
                                << u"It is yours. To confirm, add --yes. Nothing was sent."_s;
        QTest::newRow("both")
            << u"big"_s << u"It is yours."_s << false
            << u"This cannot be undone. It is yours. To confirm, add --confirm big and --yes. Nothing was sent."_s;
        QTest::newRow("the name is left")
            << u"big"_s << u"It is yours."_s << true
            << u"This cannot be undone. To confirm, add --confirm big. Nothing was sent."_s;
    }
    void whatIsToBeConfirmedIsNamedAtOnce()
    {
        QFETCH(QString, name);
        QFETCH(QString, access);
        QFETCH(bool, isConfirmed);
        Review review;
        review.operation = &operation();
        review.confirmText = name;
        review.asksOnceMore = !access.isEmpty();
        review.onceMoreSentence = access;
        CallOptions options;
        options.isConfirmed = isConfirmed;
        QTEST(missingConfirmation(review, options), "said");
    }

    void mistakesAreSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("said");
        QTest::newRow("unknown name") << u"nobody"_s << QByteArray() << u"nobody"_s;
        QTest::newRow("secret") << u"key"_s << QByteArray() << u"secret"_s;
        QTest::newRow("twice") << u"id"_s << QByteArray() << u"twice"_s;
        QTest::newRow("body") << QString() << QByteArray("{\n  \"a\": x}") << u"line 2, column 8"_s;
    }
    void mistakesAreSaid()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, body);
        QFETCH(QString, said);
        QList<std::pair<QString, QString>> values;
        if (!name.isEmpty())
            values = {{name, u"canary"_s}, {name, u"canary"_s}};
        const auto arguments =
            argumentsOf(operation(), values, body.isEmpty() ? std::nullopt : std::optional<QByteArray>(body));
        QVERIFY(!arguments.hasValue());
        QVERIFY2(arguments.error().contains(said), qPrintable(arguments.error()));
        QVERIFY(!arguments.error().contains("canary"_L1));
    }
};

TELAMON_TEST(TestCallArguments)
#include "test_callarguments.moc"
