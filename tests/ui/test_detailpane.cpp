// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/detailmodel.h"
#include "models/recordmodel.h"
#include "models/tables/tables.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consolefixture.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/recordview.h"

#include <QJsonObject>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Telamon;

// A record's fields in a person's words.
class TestDetailPane : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void partsBearTheirSourcesTitles()
    {
        DetailPane pane;
        const RecordModel clusters(clusterTable());
        pane.showRecord(u"c"_s,
            {{"listClusterDetails", "{\"name\":\"c\"}"}, {"listGroupClusters", "{\"name\":\"c\"}"}},
            {clusters.titles("listClusterDetails"), clusters.titles("listGroupClusters")});
        QCOMPARE(namesIn(pane), QStringList({u"Overview"_s, u"Cluster"_s}));
    }

    void aPartWithATableOfItsOwnIsShownOnce()
    {
        DetailPane pane;
        auto* entries = new RecordModel(accessListEntryTable());
        pane.addTable(u"Access list"_s, entries, "entries", "accessList");
        const RecordModel keys(apiKeyTable());
        pane.showRecord(u"k"_s,
            {{"accessList", "{\"results\":[{\"ipAddress\":\"203.0.113.7\"}]}"},
                {"keys", "{\"publicKey\":\"abc\"}"}},
            {keys.titles("accessList"), keys.titles("keys")});
        QCOMPARE(namesIn(pane), QStringList {u"Public key"_s});
        QTRY_COMPARE(entries->totalCount(), 1);
    }

    void everyFieldIsInWords_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("pageId");
        using Kind = Place::Kind;
        const auto row = [](Kind kind, const QByteArray& pageId) {
            QTest::newRow(pageId.constData()) << int(kind) << pageId;
        };
        row(Kind::Fleet, "projects");
        row(Kind::Organization, "clusters");
        row(Kind::Organization, "apiKeys");
        row(Kind::Organization, "federation");
        row(Kind::Project, "liveMigrations");
        row(Kind::Project, "people");
        row(Kind::Cluster, "searchIndexes");
        row(Kind::Cluster, "snapshots");
        row(Kind::Cluster, "collectionMetrics");
        row(Kind::FlexCluster, "flexSnapshots");
    }
    void everyFieldIsInWords()
    {
        QFETCH(const int, kind);
        QFETCH(const QByteArray, pageId);
        ConsoleFixture console;
        QVERIFY(console.connectToSandbox());
        QVERIFY(Place::Kind(kind) == Place::Kind::Fleet ? console.open({}, pageId)
                                                        : console.openOneWithRows(Place::Kind(kind), pageId));
        console.page().view().selectRow(0);
        console.page().setDetailShown(true);
        const QStringList names = namesIn(console.page().detail());
        QVERIFY(!names.isEmpty());
        for (const QString& name : names)
            QVERIFY2(name.at(0).isUpper() || name.startsWith("mongo"_L1), qPrintable(name));
    }

    // Read again, the record that is looked at may be another by now; where it is not, nothing moves.
    void theDetailFollowsTheRow()
    {
        ConsoleFixture console;
        QVERIFY(console.connectToSandbox());
        const Place project = console.place(Place::Kind::Project);
        const auto serve = [&console, &project](const QString& status, const QString& comment) {
            QJsonObject alert {{u"id"_s, u"6641d3c2f1b2a94c7e5d8f01"_s}, {u"groupId"_s, project.projectId},
                {u"eventTypeName"_s, u"HOST_DOWN"_s}, {u"status"_s, status}};
            console.server().faults().clear(); // what was served before
            console.serveList(u"/groups/%1/alerts(\\?|$)"_s.arg(project.projectId), {alert});
            alert.insert(u"acknowledgementComment"_s, comment);
            console.serve(u"/alerts/6641d3c2f1b2a94c7e5d8f01"_s, alert);
        };
        serve(u"OPEN"_s, u"first"_s);
        QVERIFY(console.open(project, "alerts"));
        RecordPage& page = console.page();
        page.view().selectRow(0);
        page.setDetailShown(true);
        QTRY_VERIFY(valuesIn(page.detail()).contains(u"first"_s));
        serve(u"TRACKING"_s, u"first"_s); // the list differs
        page.refresh();
        QVERIFY(console.waitForPage());
        QTRY_VERIFY(valuesIn(page.detail()).contains(u"Tracking"_s));
        QTRY_VERIFY(valuesIn(page.detail()).contains(u"first"_s));
        serve(u"TRACKING"_s, u"second"_s); // only what is told of the one
        page.refresh();
        QTRY_VERIFY(valuesIn(page.detail()).contains(u"second"_s));
        auto* fields = &page.detail().fields();
        fields->collapseAll();
        fields->setCurrentIndex(fields->model()->index(1, 0));
        const std::size_t before = console.log().entries().size();
        page.refresh();
        QTRY_VERIFY(console.log().entries().size() >= before + 2); // the list and the one
        QCOMPARE(fields->currentIndex().row(), 1);
    }

private:
    static QStringList valuesIn(const DetailPane& pane)
    {
        const QAbstractItemModel& fields = *pane.fields().model();
        QStringList values;
        for (int row = 0; row < fields.rowCount(); ++row)
            values.append(fields.index(row, DetailModel::ValueColumn).data().toString());
        return values;
    }
    // Of the record itself or of its parts.
    static QStringList namesIn(const DetailPane& pane)
    {
        const QAbstractItemModel& fields = *pane.findChild<QTreeView*>()->model();
        QStringList names;
        for (int row = 0; row < fields.rowCount(); ++row)
            names.append(fields.index(row, DetailModel::NameColumn).data().toString());
        return names;
    }
};

TELAMON_WIDGET_TEST(TestDetailPane)
#include "test_detailpane.moc"
