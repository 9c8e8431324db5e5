// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/faults.h"
#include "models/inventory.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/pageactions.h"
#include "ui/pages/pagedescription.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/factsview.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/recordview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QRegularExpression>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestRecordPages : public ConsoleTest {
    Q_OBJECT
private Q_SLOTS:
    void clustersLookTheSameEverywhere_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("organization") << int(Place::Kind::Organization);
        QTest::newRow("project") << int(Place::Kind::Project);
    }
    void clustersLookTheSameEverywhere()
    {
        QFETCH(const int, kind);
        const RecordModel& fleet = m_console->window().session()->inventory().clusters();
        QVERIFY(m_console->open(m_console->place(Place::Kind(kind)), "clusters"));
        RecordModel& here = m_console->page().model();
        QVERIFY(here.rowCount() > 0);
        for (int row = 0; row < here.rowCount(); ++row) {
            for (int record = 0; record < fleet.totalCount(); ++record) {
                if (fleet.recordText(record, "name") != here.value(row, "name").toString()
                    || fleet.recordText(record, "groupId") != here.value(row, "groupId").toString())
                    continue;
                QCOMPARE(here.attention(row), fleet.recordAttention(record));
                for (const char* key : {"availability", "openAlerts", "dataSize", "tls"})
                    QCOMPARE(here.value(row, key), fleet.recordValue(record, key));
            }
            const QString project = m_console->page().place().projectId;
            QVERIFY(project.isEmpty() || here.value(row, "groupId").toString() == project);
        }
        QVERIFY(m_console->page().view().isColumnHidden(here.columnOf("orgName")));
        QCOMPARE(m_console->page().view().isColumnHidden(here.columnOf("groupName")),
            Place::Kind(kind) == Place::Kind::Project);
    }

    void everyProjectNamesItsOrganization()
    {
        QVERIFY(m_console->open({}, "projects"));
        const RecordModel& projects = m_console->page().model();
        QVERIFY(projects.rowCount() > 5);
        QSet<QString> names;
        for (int row = 0; row < projects.rowCount(); ++row) {
            names.insert(projects.value(row, "orgName").toString());
            QVERIFY(projects.value(row, "orgName") != projects.value(row, "orgId"));
        }
        QVERIFY(names.size() > 1 && !names.contains(QString()));
        QStringList tags;
        for (int record = 0; record < projects.totalCount(); ++record)
            tags.append(projects.recordText(record, "tags"));
        QVERIFY2(!tags.filter(u": "_s).isEmpty(), qPrintable(tags.join(u'\n'))); // what they say, too
    }

    void aPageThatComesBackSaysWhatIsMissing()
    {
        const QString said = m_console->page().stateSentence();
        QVERIFY2(
            said.contains(m_console->window().session()->inventory().unreadable().first()), qPrintable(said));
        const RecordPage again(
            m_console->page().description(), *m_console->window().session(), Place(), m_console->settings());
        QCOMPARE(again.stateSentence(), said);
        QVERIFY(!again.hasFailed());
    }

    void oneRecordIsShownAsFacts()
    {
        QVERIFY(m_console->open(m_console->place(Place::Kind::Cluster), "cluster"));
        RecordPage& page = m_console->page();
        auto* facts = page.findChild<FactsView*>();
        QVERIFY(facts && facts->isVisible());
        QVERIFY(!page.view().isVisible());
        QVERIFY(!page.filterBar().isVisible());
        const QStringList lines = facts->facts();
        QVERIFY2(lines.contains(u"Cluster: "_s + page.place().clusterName), qPrintable(lines.join(u'\n')));
        QVERIFY(!lines.filter(u"Termination protection: "_s).isEmpty());
        for (const QString& fact : {u"Connection string: "_s, u"Availability: "_s, u"Open alerts: "_s})
            QVERIFY2(!lines.filter(fact).isEmpty(), qPrintable(fact)); // and why it is marked, if it is
        QVERIFY(std::none_of(
            lines.cbegin(), lines.cend(), [](const QString& line) { return line.endsWith(": "_L1); }));
        QCOMPARE(facts->actions(), QList<QAction*>(page.actions().pageActions()));
        page.view().setFocus();
        m_console->window().activateWindow();
        QTRY_VERIFY(facts->hasFocus());
        QVERIFY(!page.detail().isVisible()); // the facts say most of it
        page.setDetailShown(true);
        QVERIFY(page.detail().isVisible());
        QTRY_VERIFY(facts->height() >= facts->widget()->sizeHint().height()); // none is cut
        QTest::keyClick(facts, Qt::Key_C, Qt::ControlModifier);
        const QStringList copied = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(copied.size(), lines.size());
        QVERIFY(copied.contains(u"Cluster\t"_s + page.place().clusterName));
    }

    void theRowOfTheMomentLooksSo()
    {
        QVERIFY(m_console->openOneWithRows(Place::Kind::Project, "people"));
        RecordPage& page = m_console->page();
        page.view().selectRow(0);
        page.filterBar().setText(page.model().text(page.model().rowCount() - 1, "username"));
        QVERIFY(page.model().rowCount() > 0);
        const QModelIndex current = page.view().currentIndex();
        QCOMPARE(page.view().selectionModel()->isRowSelected(current.row()), current.isValid());
        QCOMPARE(page.detail().isVisible(), current.isValid());
    }

    void theServiceSaysWhichFieldIsWrong()
    {
        Sandbox::Fault refusal;
        refusal.kind = Sandbox::Fault::Kind::Status;
        refusal.path = u"/dbAccessHistory/"_s;
        refusal.status = 400;
        refusal.body =
            "{\"error\":400,\"errorCode\":\"VALIDATION_ERROR\",\"detail\":\"The request is invalid.\","
            "\"badRequestDetail\":{\"fields\":[{\"field\":\"ipAddress\",\"description\":\"is odd\"}]}}";
        QVERIFY(m_console->openOneWithRows(Place::Kind::Cluster, "accessHistory"));
        m_console->server().faults().add(refusal);
        m_console->page().refresh();
        QVERIFY(m_console->waitForPage());
        const QString said = m_console->page().stateSentence();
        QVERIFY2(said.contains(u"invalid. IP address: is odd."_s), qPrintable(said));
    }

    void aFirstReadingIsSaid()
    {
        Inventory& inventory = m_console->window().session()->inventory();
        inventory.clusters().clear();
        inventory.refresh();
        QVERIFY2(m_console->page().stateSentence().contains("Reading"_L1),
            qPrintable(m_console->page().stateSentence()));
        QVERIFY(m_console->waitForPage());
        QCOMPARE(m_console->page().stateSentence().contains("Reading"_L1), false);
    }

    void aPauseBeforeARetryCountsDown()
    {
        Sandbox::Fault limit;
        limit.kind = Sandbox::Fault::Kind::TooManyRequests;
        limit.headers = {{"Retry-After", "3"}};
        limit.path = u"/alerts"_s;
        const Place project = m_console->place(Place::Kind::Project);
        m_console->server().faults().add(limit);
        m_console->window().showPlace(project, "alerts");
        const RecordPage& page = m_console->page();
        QTRY_VERIFY(page.stateSentence().contains("Trying again in 3 s."_L1));
        QVERIFY(page.stateSentence().contains("Reading"_L1));
        QTRY_VERIFY(page.stateSentence().contains("Trying again in 2 s."_L1));
        QTRY_VERIFY(page.stateSentence().contains("Trying again in 1 s."_L1));
        QVERIFY(m_console->waitForPage());
        QVERIFY(!page.stateSentence().contains("Trying again"_L1));
    }

    void nothingIsPinnedNothingIsUnpinned()
    {
        int pinned = 0;
        int other = 0;
        const QList<Place> clusters = m_console->places(Place::Kind::Cluster);
        for (const Place& cluster : clusters) {
            if (pinned > 0 && other > 0)
                break;
            QVERIFY(m_console->open(cluster, "cluster"));
            RecordPage& page = m_console->page();
            const bool isPinned = page.model().value(0, "pinnedUntil").isValid();
            QCOMPARE(page.actions().pageActions().at(1)->isEnabled(), isPinned);
            ++(isPinned ? pinned : other);
        }
        QVERIFY(pinned > 0 && other > 0);
    }

    void onlyAnAcknowledgedAlertIsUnacknowledged()
    {
        QVERIFY(m_console->open({}, "alerts"));
        RecordPage& page = m_console->page();
        int acknowledged = 0;
        for (int row = 0; row < page.model().rowCount(); ++row) {
            page.view().selectRow(row);
            const bool isAcknowledged = page.model().value(row, "acknowledgedUntil").isValid();
            const QAction* action = page.actions().pageActions().at(1);
            QCOMPARE(action->isEnabled(), isAcknowledged);
            QCOMPARE(action->toolTip().contains("is not acknowledged"_L1), !isAcknowledged);
            acknowledged += isAcknowledged;
        }
        QVERIFY(acknowledged > 0 && acknowledged < page.model().rowCount());
    }

    void aDetailIsNotCalledByItsAge_data()
    {
        QTest::addColumn<QByteArray>("pageId");
        QTest::addColumn<int>("kind");
        QTest::newRow("restore jobs") << QByteArray("restoreJobs") << int(Place::Kind::Cluster);
        QTest::newRow("flex restore jobs") << QByteArray("flexRestoreJobs") << int(Place::Kind::FlexCluster);
        QTest::newRow("snapshots") << QByteArray("snapshots") << int(Place::Kind::Cluster);
    }
    void aDetailIsNotCalledByItsAge()
    {
        QFETCH(const QByteArray, pageId);
        QFETCH(const int, kind);
        QVERIFY(m_console->openOneWithRows(Place::Kind(kind), pageId));
        RecordPage& page = m_console->page();
        page.view().selectRow(0);
        static const QRegularExpression moment(u"\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"_s);
        QVERIFY2(page.detail().title().contains(moment), qPrintable(page.detail().title()));
    }

    void aDetailCallsFieldsByTheirTitles_data()
    {
        QTest::addColumn<QByteArray>("pageId");
        QTest::newRow("as the list tells") << QByteArray("users");
        QTest::newRow("read again by itself") << QByteArray("alerts");
    }
    void aDetailCallsFieldsByTheirTitles()
    {
        QFETCH(const QByteArray, pageId);
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), pageId));
        if (pageId == "alerts") {
            m_console->page().setChoice("status", {});
            QVERIFY(m_console->waitForPage());
        }
        m_console->page().view().selectRow(0);
        const QAbstractItemModel& fields = *m_console->page().detail().findChild<QTreeView*>()->model();
        const auto idTitle = [&fields] {
            for (int row = 0; row < fields.rowCount(); ++row) {
                if (fields.index(row, 0).data(Qt::ToolTipRole).toString() == "id"_L1)
                    return fields.index(row, 0).data().toString();
            }
            return QString();
        };
        QTRY_VERIFY(!idTitle().isEmpty());
        QVERIFY(idTitle() != "id"_L1);
    }

    void anEmptyPageHasNothingToFilter()
    {
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "pipelines"));
        QVERIFY(!m_console->page().filterBar().isVisible());
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "people"));
        QVERIFY(m_console->page().filterBar().isVisible());
    }

    void keysShowTheirAccessList()
    {
        QVERIFY(m_console->open(m_console->place(Place::Kind::Organization), "apiKeys"));
        RecordPage& page = m_console->page();
        QVERIFY(page.model().rowCount() > 0);
        for (int row = 0; row < page.model().rowCount(); ++row) {
            QVERIFY(!page.model().value(row, "key").toString().isEmpty());
            const int entries = page.model().value(row, "entries").toInt();
            page.view().selectRow(row);
            QTRY_COMPARE(page.detail().findChild<RecordView*>()->model()->rowCount(), entries);
        }
    }
};

TELAMON_WIDGET_TEST(TestRecordPages)
#include "test_recordpages.moc"
