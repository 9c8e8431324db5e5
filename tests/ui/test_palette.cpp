// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/catalog.h"
#include "models/operationrequest.h"
#include "models/placeaddress.h"
#include "models/recordmodel.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/pagedescription.h"
#include "ui/pages/recordpage.h"
#include "ui/palette/palette.h"
#include "ui/palette/paletteentries.h"
#include "ui/widgets/recordview.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

// Ctrl+K: to any place, page and operation with the keyboard alone.
class TestPalette : public ConsoleTest {
    Q_OBJECT

    void afterConnecting() override
    {
        activate();
        m_requests.clear();
        connect(&m_console->window(), &MainWindow::operationRequested, this,
            [this](const OperationRequest& request) { m_requests.append(request); });
    }

private Q_SLOTS:
    void aPlaceIsAFewLettersAway()
    {
        const Place wanted = m_console->place(Place::Kind::Cluster);
        QVERIFY(type(wanted.clusterName));
        QTRY_COMPARE(m_console->window().findChildren<Palette*>().size(), 0);
        QVERIFY(m_console->waitForPage());
        QCOMPARE(m_console->page().place().clusterName, wanted.clusterName);
    }

    void aPageOfThePlaceShown()
    {
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "alerts"));
        const Place place = m_console->page().place();
        QVERIFY(type(u"cloud acc"_s));
        QVERIFY(m_console->waitForPage());
        QCOMPARE(m_console->page().description().id, QByteArray("cloudAccess"));
        QVERIFY(m_console->page().place() == place);
    }

    void aPageOfAnotherPlace()
    {
        const Place wanted = m_console->place(Place::Kind::Cluster);
        QVERIFY(m_console->page().place() != wanted);
        QVERIFY(type(wanted.clusterName + u" backups"_s));
        QVERIFY(m_console->waitForPage());
        QCOMPARE(m_console->page().description().id, QByteArray("snapshots"));
        QCOMPARE(m_console->page().place().clusterName, wanted.clusterName);
    }

    void placesStandByName()
    {
        const std::vector<PaletteEntry> entries =
            paletteEntries(*m_console->window().session(), m_console->place(Place::Kind::Cluster));
        QHash<QString, QStringList> titles; // by icon, which is the kind's
        for (const PaletteEntry& entry : entries) {
            if (entry.kind == PaletteEntry::Kind::Place)
                titles[entry.iconName].append(entry.title.toLower());
        }
        for (const char* kind : {"organization", "project"}) {
            QStringList sorted = titles.value(QString::fromLatin1(kind));
            QVERIFY(sorted.size() > 2);
            sorted.sort();
            QCOMPARE(titles.value(QString::fromLatin1(kind)), sorted);
        }
        QVERIFY(entries.front().note.endsWith(m_console->place(Place::Kind::Cluster).clusterName));
    }

    void anOperationSaysWhatItIsAbout()
    {
        const std::vector<PaletteEntry> entries = paletteEntries(*m_console->window().session(), {});
        const auto entry = [&entries](const QString& id) -> const PaletteEntry& {
            return *std::find_if(entries.cbegin(), entries.cend(),
                [&id](const PaletteEntry& each) { return each.operationId == id; });
        };
        const PaletteEntry& deletion = entry(u"deleteGroupClusterFtsIndex"_s);
        QCOMPARE(deletion.note, u"Cluster  ›  Atlas Search  ›  deprecated"_s);
        QCOMPARE(deletion.iconName, u"delete"_s);
        QVERIFY(deletion.moreWords.startsWith(deletion.operationId)); // it is found by it all the same
        QCOMPARE(entry(u"updateGroupServiceAccount"_s).iconName, u"edit"_s);
        QCOMPARE(entry(u"listOrgs"_s).note, u"Fleet  ›  Organizations"_s);
        QVERIFY(entry(u"listGroupFlexClusterBackupSnapshots"_s).note.startsWith(u"Flex cluster  ›  "_s));
        QVERIFY(entry(u"addGroupUsers"_s).note.startsWith(u"Project  ›  "_s));
        QVERIFY(entry(u"listOrgApiKeys"_s).note.startsWith(u"Organization  ›  "_s));
    }

    void anyOperationWithWhatThePlaceKnows_data()
    {
        QTest::addColumn<QString>("operationId");
        // Those that the console is made for.
        for (const char* id : {"getGroupPipelineRun", "getGroupDbAccessHistoryCluster", "getGroupAlert",
                 "deleteGroupClusterFtsIndex", "listGroupClusterSearchIndexes",
                 "updateGroupClusterSearchIndexByName", "listGroupClusterBackupSnapshotShardedClusters",
                 "disableGroupBackupCompliancePolicy", "createGroupLiveMigration",
                 "listGroupCloudProviderAccess", "listClusterDetails",
                 "pinGroupClusterFeatureCompatibilityVersion", "unpinGroupClusterCollStatUnpinNamespaces",
                 "getGroupPrivateNetworkSettingEndpointId", "deleteGroupPrivateNetworkSettingEndpointId",
                 "listGroupEvents", "deleteFederationSettingConnectedOrgConfigRoleMapping",
                 "getGroupFlexClusterBackupRestoreJob", "getGroupFlexClusterBackupSnapshot",
                 "updateGroupClusterSnapshotSchedule", "addGroupUsers", "getGroupContainer",
                 "disableGroupPrivateIpModePeering", "updateGroupClusterOnlineArchive",
                 "toggleGroupPrivateEndpointRegionalMode", "listOrgApiKeyAccessListEntries",
                 "updateGroupServiceAccount"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void anyOperationWithWhatThePlaceKnows()
    {
        QFETCH(const QString, operationId);
        const Place place = m_console->place(Place::Kind::Cluster);
        QVERIFY(m_console->open(place, "searchIndexes"));
        QVERIFY(type(operationId));
        QCOMPARE(m_requests.size(), 1);
        QCOMPARE(m_requests.first().operationId, operationId);
        const Operation& operation = m_console->catalog().operation(operationId);
        if (operation.parameter(u"groupId"))
            QCOMPARE(m_requests.first().fixed.value(u"groupId"_s).toString(), place.projectId);
        if (operation.parameter(u"clusterName"))
            QCOMPARE(m_requests.first().fixed.value(u"clusterName"_s).toString(), place.clusterName);
        const QStringList names = m_requests.first().fixed.keys();
        for (const QString& name : names)
            QVERIFY2(operation.parameter(name), qPrintable(name));
    }

    void anOperationTakesTheRow_data()
    {
        QTest::addColumn<QString>("operationId");
        QTest::newRow("an action") << u"acknowledgeGroupAlert"_s;
        QTest::newRow("what reads the row") << u"getGroupAlert"_s;
    }
    void anOperationTakesTheClusterOfTheRow()
    {
        QVERIFY(m_console->openOneWithRows(Place::Kind::Project, "clusters"));
        RecordPage& page = m_console->page();
        const int last = page.model().rowCount() - 1;
        page.view().selectRow(last);
        QVERIFY(type(u"pinGroupClusterFeatureCompatibilityVersion"_s));
        QCOMPARE(m_requests.size(), 1);
        QCOMPARE(m_requests.constLast().fixed.value(u"clusterName"_s).toString(),
            page.model().value(last, "name").toString());
        QCOMPARE(m_requests.constLast().fixed.value(u"groupId"_s).toString(), page.place().projectId);
    }

    void anOperationTakesTheRow()
    {
        QFETCH(const QString, operationId);
        QVERIFY(m_console->openOneWithRows(Place::Kind::Project, "alerts"));
        RecordPage& page = m_console->page();
        page.view().selectRow(page.model().rowCount() - 1);
        const QString chosen = page.model().text(page.model().rowCount() - 1, "id");
        QVERIFY(type(operationId));
        QCOMPARE(m_requests.size(), 1);
        QCOMPARE(m_requests.constLast().fixed.value(u"alertId"_s).toString(), chosen);
        // Another kind of row is none of its.
        QVERIFY(m_console->openOneWithRows(Place::Kind::Project, "people"));
        m_console->page().view().selectRow(0);
        QVERIFY(type(operationId));
        QCOMPARE(m_requests.size(), 2);
        QVERIFY(!m_requests.constLast().fixed.contains(u"alertId"_s));
    }

    void keysWorkOnAnEmptyPage()
    {
        QVERIFY(m_console->openOneWithRows(Place::Kind::Cluster, "searchIndexes"));
        RecordPage& page = m_console->page();
        page.model().clear();
        QTRY_VERIFY(!page.view().isVisible());
        m_console->window().activateWindow();
        QTest::keyClick(&m_console->window(), Qt::Key_Insert);
        QCOMPARE(m_requests.size(), 1);
        QTest::keyClick(&m_console->window(), Qt::Key_F2);
        QCOMPARE(m_requests.size(), 1); // there is none to edit
        for (const QAction* action : page.actions().pageActions())
            QVERIFY2(action->isEnabled() || action->toolTip().contains("nothing here"_L1),
                qPrintable(action->toolTip()));
    }

    // Also where no page is shown that has its action.
    void anOperationHasItsPreset()
    {
        const Place place = m_console->place(Place::Kind::Project);
        QVERIFY(m_console->open(place, "alerts"));
        QVERIFY(type(u"disableGroupPrivateIpModePeering"_s));
        QCOMPARE(m_requests.constLast().start.value("body"_L1)["enabled"_L1], QJsonValue(false));
        QCOMPARE(m_requests.constLast().fixed.value(u"groupId"_s).toString(), place.projectId);
    }

    void anAddressIsCopiedAndOpened()
    {
        const Place place = m_console->place(Place::Kind::Cluster);
        QVERIFY(m_console->open(place, "snapshots"));
        QTest::keyClick(&m_console->window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QString address = QApplication::clipboard()->text();
        QVERIFY2(PlaceAddress::fromText(address), qPrintable(address));
        QTest::keyClick(&m_console->window(), Qt::Key_Home, Qt::AltModifier);
        QVERIFY(m_console->waitForPage());
        QCOMPARE(m_console->page().place().kind, Place::Kind::Fleet);
        QVERIFY(type(address));
        QVERIFY(m_console->waitForPage());
        QVERIFY(m_console->page().place() == place);
        QCOMPARE(m_console->page().description().id, QByteArray("snapshots"));
    }

    void anAddressOfSomebodyElseIsNotFollowed()
    {
        QVERIFY(type(u"telamon:/organization/0123/project/4567"_s));
        QCOMPARE(m_console->page().place().kind, Place::Kind::Fleet);
    }

    void nothingFoundIsSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("letters") << u"qqqxxx"_s << u"No place, page or operation matches."_s;
        QTest::newRow("address") << u"telamon:/org/zzz?page=nope"_s
                                 << u"No place has an address like this."_s;
    }
    void nothingFoundIsSaid()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, sentence);
        QTest::keyClick(&m_console->window(), Qt::Key_K, Qt::ControlModifier);
        auto* palette = m_console->window().findChild<Palette*>();
        QVERIFY(palette);
        const auto* said = palette->findChild<QLabel*>();
        QVERIFY(said && !said->isVisible());
        QTest::keyClicks(palette->lineEdit(), text);
        QVERIFY(said->isVisible());
        QCOMPARE(said->text(), sentence);
        palette->lineEdit()->clear();
        QVERIFY(!said->isVisible());
        QVERIFY(palette->list()->currentIndex().isValid());
    }

    void arrowsMoveAndEscapeCloses()
    {
        QTest::keyClick(&m_console->window(), Qt::Key_K, Qt::ControlModifier);
        auto* palette = m_console->window().findChild<Palette*>();
        QVERIFY(palette);
        QCOMPARE(palette->list()->currentIndex().row(), 0);
        QTest::keyClick(palette->lineEdit(), Qt::Key_Down);
        QTest::keyClick(palette->lineEdit(), Qt::Key_Down);
        QTest::keyClick(palette->lineEdit(), Qt::Key_Up);
        QCOMPARE(palette->list()->currentIndex().row(), 1);
        QTest::keyClick(palette, Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
        QVERIFY(m_requests.isEmpty());
    }

private:
    // Opens the palette, writes, and presses Enter.
    bool type(const QString& text)
    {
        m_console->window().activateWindow(); // which another palette may have had before
        if (!QTest::qWaitForWindowActive(&m_console->window()))
            return false;
        QTest::keyClick(&m_console->window(), Qt::Key_K, Qt::ControlModifier);
        const auto palettes = m_console->window().findChildren<Palette*>();
        if (palettes.isEmpty() || !palettes.last()->isVisible())
            return false;
        QTest::keyClicks(palettes.last()->lineEdit(), text);
        if (!palettes.last()->list()->currentIndex().isValid())
            return false;
        QTest::keyClick(palettes.last()->lineEdit(), Qt::Key_Return);
        return true;
    }

    QList<OperationRequest> m_requests;
};

TELAMON_WIDGET_TEST(TestPalette)
#include "test_palette.moc"
