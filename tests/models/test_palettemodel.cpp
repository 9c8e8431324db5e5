// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fuzzymatch.h"
#include "models/palettemodel.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

PaletteEntry place(const QString& title, const QString& note = {})
{
    return {.kind = PaletteEntry::Kind::Place, .title = title, .note = note};
}

PaletteEntry cluster(const QString& name)
{
    PaletteEntry entry = place(name, u"Cluster › project › company"_s);
    entry.address.place = {Place::Kind::Cluster, u"o"_s, u"p"_s, name};
    return entry;
}

std::vector<PalettePage> clusterPages()
{
    std::vector<PalettePage> pages;
    const QList<QPair<const char*, const char*>> table {{"cluster", "Overview"}, {"snapshots", "Backups"},
        {"snapshotSchedule", "Backup schedule"}, {"restoreJobs", "Restores"},
        {"searchIndexes", "Search indexes"}, {"onlineArchives", "Online archives"}, {"events", "Events"},
        {"accessHistory", "Access history"}};
    for (const auto& [id, title] : table)
        pages.push_back(
            {.kind = Place::Kind::Cluster, .id = QByteArray(id), .title = QString::fromLatin1(title)});
    return pages;
}

QStringList titles(const PaletteModel& model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row)
        found.append(model.entryAt(row).title);
    return found;
}

} // namespace

class TestPaletteModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBetterMatchComesFirst_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::newRow("whole word before its beginning") << u"shop"_s << u"shop"_s;
        QTest::newRow("beginning of a word before its inside") << u"arch"_s << u"Online archives"_s;
        QTest::newRow("beginnings of words") << u"cp"_s << u"checkout-production"_s;
        QTest::newRow("without regard to case") << u"ONLINE"_s << u"Online archives"_s;
        QTest::newRow("words in any order") << u"prod check"_s << u"checkout-production"_s;
        QTest::newRow("the title before the note") << u"payments"_s << u"payments"_s;
        QTest::newRow("letters with others between") << u"srchidx"_s << u"Search indexes"_s;
        QTest::newRow("capitals begin words") << u"gcfv"_s << u"getClusterFeatureVersion"_s;
    }
    void theBetterMatchComesFirst()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, first);
        PaletteModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries({place(u"workshop"_s), place(u"shopping"_s), place(u"shop"_s), place(u"research"_s),
            place(u"Online archives"_s), place(u"checkout-production"_s), place(u"other"_s, u"payments"_s),
            place(u"payments"_s), place(u"Search indexes"_s), place(u"getClusterFeatureVersion"_s)});
        model.setText(text);
        QVERIFY2(model.rowCount() > 0, "nothing found");
        QCOMPARE(model.entryAt(0).title, first);
    }

    void whatDoesNotMatchIsNotThere()
    {
        PaletteModel model;
        model.setEntries({place(u"alpha"_s), place(u"beta"_s)});
        model.setText(u"bq"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setText(u"beta alpha"_s); // all words, in one
        QCOMPARE(model.rowCount(), 0);
        model.setText({});
        QCOMPARE(titles(model), QStringList({u"alpha"_s, u"beta"_s}));
    }

    void placesAndPagesComeBeforeOperations()
    {
        using Kind = PaletteEntry::Kind;
        PaletteModel model;
        model.setEntries({{.kind = Kind::Operation, .title = u"One alert"_s},
            {.kind = Kind::Operation, .title = u"Acknowledge an alert"_s},
            {.kind = Kind::Page, .title = u"Alerts"_s}});
        model.setText(u"alert"_s);
        QCOMPARE(titles(model), QStringList({u"Alerts"_s, u"One alert"_s, u"Acknowledge an alert"_s}));
        model.setText(u"acknowledge"_s);
        QCOMPARE(titles(model), QStringList({u"Acknowledge an alert"_s}));
    }

    void aPageOfAnyPlaceIsFound()
    {
        using Kind = PaletteEntry::Kind;
        const Place wanted = cluster(u"payments-prod"_s).address.place;
        PaletteModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries({cluster(u"checkout-prod"_s), cluster(u"payments-prod"_s),
            place(u"payments"_s, u"Project"_s), // whose pages are others
            {.kind = Kind::Operation, .title = u"Take a snapshot of payments"_s}});
        model.setPages(clusterPages());
        model.setText(u"pay snap"_s);
        QVERIFY(model.rowCount() > 1);
        QCOMPARE(model.entryAt(0).kind, Kind::Page);
        QCOMPARE(model.entryAt(0).title, u"Backups"_s);
        QVERIFY(model.entryAt(0).address == (PlaceAddress {wanted, "snapshots"}));
        QVERIFY2(model.entryAt(0).note.contains(u"payments-prod  ›  Cluster"_s),
            qPrintable(model.entryAt(0).note));
        model.setText(u"backups prod"_s); // words in any order, of all places that have them
        QCOMPARE(titles(model).mid(0, 2), QStringList({u"Backups"_s, u"Backups"_s}));
        QVERIFY(model.entryAt(0).address != model.entryAt(1).address);
        model.setText(u"backups project pay"_s); // which is around the cluster
        QCOMPARE(titles(model).value(0), u"Backups"_s);
        QVERIFY(model.entryAt(0).address.place == wanted);
        model.setText(u"pay backups check"_s); // of no one place
        QCOMPARE(model.rowCount(), 0);
    }

    // What names a place leads to the place, not to all that it has.
    void aPlacesNameFindsNoPages_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"payments", "pay prod", "prod payments", "pay"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void aPlacesNameFindsNoPages()
    {
        QFETCH(const QString, text);
        PaletteModel model;
        model.setEntries({cluster(u"payments-prod"_s)});
        model.setPages(clusterPages());
        model.setText(text);
        QCOMPARE(titles(model), QStringList {u"payments-prod"_s});
    }

    void aPageOfThePlaceShownIsThereOnceAndFirst()
    {
        const PaletteEntry shown = cluster(u"payments-test"_s);
        PaletteModel model;
        model.setEntries({{.kind = PaletteEntry::Kind::Page,
                              .title = u"Backups"_s,
                              .note = u"Page of payments-test"_s,
                              .address = {shown.address.place, "snapshots"},
                              .placeName = shown.title,
                              .placePath = u"billing"_s},
            cluster(u"payments-prod"_s), shown});
        model.setPages(clusterPages());
        model.setText(u"pay snap"_s);
        QCOMPARE(titles(model).mid(0, 2), QStringList({u"Backups"_s, u"Backups"_s}));
        QVERIFY(model.entryAt(0).address.place == shown.address.place);
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(model.entryAt(row).address.place != shown.address.place);
        model.setText(u"billing pay snap"_s);
        QCOMPARE(titles(model), QStringList {u"Backups"_s});
    }

    void manyPagesElsewhereAreSome()
    {
        std::vector<PaletteEntry> entries;
        for (int i = 0; i < 300; ++i)
            entries.push_back(cluster(u"payments-%1"_s.arg(i)));
        PaletteModel model;
        model.setEntries(std::move(entries));
        model.setPages(clusterPages());
        model.setText(u"pay snap"_s);
        QCOMPARE(model.rowCount(), PaletteModel::mostPagesElsewhere);
        model.setText(u"payments 299 snap"_s);
        QVERIFY(model.rowCount() > 0);
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.entryAt(row).address.place.clusterName, u"payments-299"_s);
    }

    void lettersFarApartAreNoMatch_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("title");
        QTest::newRow("over several words") << u"alert"_s << u"Page of all: preview apps, northwind retail"_s;
        QTest::newRow("inside a word only")
            << u"cyclic"_s << u"Backup compliance policy: cycle, click, cyan"_s;
        QTest::newRow("over several texts") << u"del"_s << u"Atlas Search, deprecated\nlistIndexes"_s;
        QTest::newRow("from the middle of a word") << u"rod"_s << u"firmware of devices"_s;
    }
    void lettersFarApartAreNoMatch()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, title);
        QCOMPARE(FuzzyText(title).score(text), 0);
    }

    void anOperationIsFoundByTitleIdAndPath_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
            {"pin version", "pinGroupCluster", "featurecompat", "groups/{groupId}/pin", "pgcf"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void anOperationIsFoundByTitleIdAndPath()
    {
        QFETCH(const QString, text);
        PaletteModel model;
        model.setEntries({place(u"shop"_s),
            {.kind = PaletteEntry::Kind::Operation,
                .title = u"Pin the compatibility version"_s,
                .note = u"POST › pinGroupClusterFeatureCompatibilityVersion"_s,
                .operationId = u"pinGroupClusterFeatureCompatibilityVersion"_s,
                .moreWords = u"/groups/{groupId}/pin"_s}});
        model.setText(text);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.entryAt(0).kind, PaletteEntry::Kind::Operation);
    }

    void anAddressLeadsBack_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("organization");
        QTest::addColumn<QString>("project");
        QTest::addColumn<QString>("cluster");
        QTest::addColumn<QByteArray>("page");
        using Kind = Place::Kind;
        QTest::newRow("fleet") << int(Kind::Fleet) << QString() << QString() << QString()
                               << QByteArray("alerts");
        QTest::newRow("organisation")
            << int(Kind::Organization) << u"o1"_s << QString() << QString() << QByteArray();
        QTest::newRow("project") << int(Kind::Project) << u"o1"_s << u"p1"_s << QString()
                                 << QByteArray("events");
        QTest::newRow("cluster") << int(Kind::Cluster) << u"o1"_s << u"p1"_s << u"c 1/ü?x"_s
                                 << QByteArray("snapshots");
        QTest::newRow("flex") << int(Kind::FlexCluster) << u"o1"_s << u"p1"_s << u"f"_s << QByteArray();
    }
    void anAddressLeadsBack()
    {
        QFETCH(const int, kind);
        QFETCH(const QString, organization);
        QFETCH(const QString, project);
        QFETCH(const QString, cluster);
        QFETCH(const QByteArray, page);
        const PlaceAddress address {{Place::Kind(kind), organization, project, cluster}, page};
        const auto back = PlaceAddress::fromText(u"  "_s + address.toText() + u'\n');
        QVERIFY(back.has_value());
        QVERIFY(*back == address);
        PaletteModel model;
        model.setEntries({place(u"shop"_s)});
        model.setText(address.toText());
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.entryAt(0).address == address);
    }

    void otherTextsAreNoAddresses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "telamon", "telamon:/", "telamon:/project/p", "telamon:/organization",
                 "telamon:/organization/o/cluster/c", "telamon:/organization//project/p",
                 "https://example.com"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void otherTextsAreNoAddresses()
    {
        QFETCH(const QString, text);
        QVERIFY(!PlaceAddress::fromText(text));
    }

    // Among 10,000 places a letter more takes less than what a person notices.
    void tenThousandPlacesAreNoWait()
    {
        std::vector<PaletteEntry> entries;
        for (int i = 0; i < 10000; ++i) {
            entries.push_back(cluster(u"cluster-%1-production"_s.arg(i)));
            entries.back().note = u"Cluster › project %1 › company"_s.arg(i % 40);
        }
        PaletteModel model;
        model.setEntries(std::move(entries));
        model.setPages(clusterPages());
        QElapsedTimer timer;
        timer.start();
        const QStringList texts {u"c"_s, u"cl"_s, u"cl9"_s, u"cl99"_s, u"cl99 prod"_s, u"clstr9 prj"_s,
            u"c s"_s, u"cl99 snap"_s, u"project prod acc hist"_s};
        for (const QString& text : texts)
            model.setText(text);
        const qint64 each = timer.elapsed() / texts.size();
        qInfo("%lld ms a letter", static_cast<long long>(each));
        QVERIFY(model.rowCount() > 0);
        QVERIFY(each < 250); // under sanitizers and on a busy machine; some milliseconds otherwise
    }
};

TELAMON_TEST(TestPaletteModel)
#include "test_palettemodel.moc"
