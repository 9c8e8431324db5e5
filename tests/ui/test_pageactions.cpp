// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/catalog.h"
#include "api/journal/journal.h"
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
#include "ui/widgets/recordview.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

// Asked for by an id that no list has.
bool isLookUp(const Operation& operation)
{
    return operation.isRead();
}

} // namespace

// What can be done on the pages: everything that the service offers can be reached, with all that the place
// knows.
class TestPageActions : public ConsoleTest {
    Q_OBJECT

    void afterConnecting() override
    {
        m_requests.clear();
        connect(&m_console->window(), &MainWindow::operationRequested, this,
            [this](const OperationRequest& request) { m_requests.append(request); });
    }

private Q_SLOTS:
    void everyWriteHasAnAction()
    {
        QStringList reached;
        for (const PageDescription& page : pageTable()) {
            for (const PageAction& action : page.actions)
                reached.append(QString::fromLatin1(action.operationId));
        }
        for (const auto& operation : m_console->catalog().operations()) {
            if (!operation->isRead())
                QVERIFY2(reached.contains(operation->id), qPrintable(operation->id));
        }
    }

    void everyActionKnowsItsOperation()
    {
        for (const PageDescription& page : pageTable()) {
            for (const PageAction& action : page.actions) {
                if (action.make)
                    continue;
                const Operation* operation =
                    m_console->catalog().find(QString::fromLatin1(action.operationId));
                QVERIFY2(operation, action.operationId);
                for (const ActionValue& value : action.fixed)
                    QVERIFY2(operation->parameter(QString::fromLatin1(value.to)), value.to);
                if (!isLookUp(*operation)) {
                    for (const Parameter& parameter : operation->parameters) {
                        const bool isGiven = std::any_of(
                            action.fixed.begin(), action.fixed.end(), [&parameter](const ActionValue& value) {
                                return parameter.name == QString::fromLatin1(value.to);
                            });
                        QVERIFY2(isGiven || parameter.in != Parameter::In::Path,
                            qPrintable(operation->id + u' ' + parameter.name));
                    }
                }
            }
        }
    }

    void anActionAsksWithAllThatThePlaceKnows_data()
    {
        QTest::addColumn<QByteArray>("pageId");
        for (const PageDescription& page : pageTable()) {
            if (!page.actions.empty() && page.id != "journal")
                QTest::newRow(page.id.constData()) << page.id;
        }
    }
    void anActionAsksWithAllThatThePlaceKnows()
    {
        QFETCH(const QByteArray, pageId);
        const PageDescription& page = description(pageId);
        addMigration();
        std::map<size_t, bool> done;
        const QList<Place> places = m_console->places(page.places.last());
        for (qsizetype i = 0; i < places.size() && i < 40 && done.size() < page.actions.size(); ++i) {
            QVERIFY(m_console->open(places.at(i), pageId));
            QVERIFY2(!m_console->page().hasFailed(), qPrintable(m_console->page().stateSentence()));
            for (size_t action = 0; action < page.actions.size(); ++action) {
                if (!done.contains(action) && tryAction(page.actions[action], action))
                    done[action] = true;
            }
        }
        for (size_t action = 0; action < page.actions.size(); ++action)
            QVERIFY2(done.contains(action), page.actions[action].label);
    }

    void onlyAReadyMigrationIsCutOver_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<bool>("isReady");
        QTest::addColumn<QString>("why"); // not; a part of it
        QTest::newRow("ready") << u"WORKING"_s << true << QString();
        QTest::newRow("copying") << u"WORKING"_s << false << u"not ready for the cut-over yet"_s;
        QTest::newRow("new") << u"NEW"_s << false << u"not at work yet"_s;
        QTest::newRow("failed") << u"FAILED"_s << true << u"has failed"_s;
        QTest::newRow("expired") << u"EXPIRED"_s << false << u"has run out"_s;
        QTest::newRow("complete") << u"COMPLETE"_s << false << u"is complete"_s;
    }
    void onlyAReadyMigrationIsCutOver()
    {
        QFETCH(const QString, status);
        QFETCH(const bool, isReady);
        QFETCH(const QString, why);
        addMigration(status, isReady);
        QVERIFY(m_console->openOneWithRows(Place::Kind::Project, "liveMigrations"));
        RecordPage& page = m_console->page();
        const std::vector<PageAction>& actions = description("liveMigrations").actions;
        const auto cutOver = std::find_if(actions.cbegin(), actions.cend(),
            [](const PageAction& each) { return each.operationId == "cutoverGroupLiveMigration"_ba; });
        int row = 0;
        while (row < page.model().rowCount() && page.model().value(row, "kind") != u"Migration"_s)
            ++row;
        QVERIFY(row < page.model().rowCount() && cutOver != actions.cend());
        page.view().selectRow(row);
        const QAction* action = page.actions().pageActions().at(cutOver - actions.cbegin());
        QCOMPARE(action->isEnabled(), why.isEmpty());
        QVERIFY2(action->statusTip().contains(why), qPrintable(action->statusTip()));
    }

    void aReadOnlyConnectionSaysSo()
    {
        QVERIFY(m_console->connectToSandbox(true));
        QVERIFY(m_console->openOneWithRows(Place::Kind::Cluster, "searchIndexes"));
        m_console->page().view().selectRow(0);
        for (const QAction* action : m_console->page().actions().pageActions()) {
            QVERIFY(!action->isEnabled());
            QVERIFY2(action->toolTip().contains("read-only"_L1), qPrintable(action->toolTip()));
        }
    }

    void keysWorkInTheTable()
    {
        QVERIFY(m_console->openOneWithRows(Place::Kind::Cluster, "searchIndexes"));
        RecordPage& page = m_console->page();
        m_console->window().activateWindow();
        page.view().setFocus();
        QTRY_VERIFY(page.view().hasFocus());
        QTest::keyClick(&page.view(), Qt::Key_Insert);
        QCOMPARE(m_requests.size(), 1);
        QCOMPARE(m_requests.last().operationId, u"createGroupClusterSearchIndex"_s);
        page.view().selectRow(0);
        QTest::keyClick(&page.view(), Qt::Key_F2);
        QCOMPARE(m_requests.last().operationId, u"updateGroupClusterSearchIndexByName"_s);
        QTest::keyClick(&page.view(), Qt::Key_Delete);
        QCOMPARE(m_requests.last().operationId, u"deleteGroupClusterSearchIndexByName"_s);
        QCOMPARE(m_requests.last().fixed.value(u"indexName"_s).toString(),
            page.model().value(0, "name").toString());
        QTreeView* fields = &page.findChild<DetailPane*>()->fields();
        fields->setFocus();
        QTRY_VERIFY(fields->hasFocus());
        QTest::keyClick(fields, Qt::Key_Delete);
        QCOMPARE(m_requests.size(), 4);
        QCOMPARE(m_requests.last().operationId, u"deleteGroupClusterSearchIndexByName"_s);
    }

    void theMenuOffersTheDeprecatedWayBesideTheOther()
    {
        QVERIFY(m_console->openOneWithRows(Place::Kind::Cluster, "searchIndexes"));
        m_console->page().view().selectRow(0);
        m_console->window().activateWindow();
        QTest::keyClick(&m_console->window(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        const auto menus = m_console->page().view().findChildren<QMenu*>();
        QCOMPARE(menus.size(), 1);
        QStringList operations;
        for (const QAction* action : menus.first()->actions())
            operations.append(action->objectName());
        QVERIFY(operations.contains("deleteGroupClusterFtsIndex"_L1));
        QVERIFY(operations.contains("deleteGroupClusterSearchIndexByName"_L1));
        QVERIFY(menus.first()->activeAction()); // Enter has something to choose
        QTest::keyClick(menus.first(), Qt::Key_Return);
        QCOMPARE(m_requests.size(), 1);
    }

    void onlyACompletedSnapshotIsRestored()
    {
        QVERIFY(m_console->openOneWithRows(Place::Kind::FlexCluster, "flexSnapshots"));
        RecordPage& page = m_console->page();
        QSet<QString> seen;
        for (int row = 0; row < page.model().rowCount(); ++row) {
            const QString status = page.model().value(row, "status").toString();
            page.view().selectRow(row);
            const QAction* restore = page.actions().pageActions().first();
            QCOMPARE(restore->isEnabled(), status == "COMPLETED"_L1);
            QVERIFY(restore->isEnabled() || restore->toolTip().contains("Only a completed snapshot"_L1));
            seen.insert(status);
        }
        QVERIFY(seen.contains(u"FAILED"_s) && seen.contains(u"COMPLETED"_s));
    }

    void anActionForOtherRowsSaysWhich()
    {
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "network"));
        RecordPage& page = m_console->page();
        const QAction* remove = page.actions().pageActions().at(1);
        for (int row = 0; row < page.model().rowCount(); ++row) {
            page.view().selectRow(row);
            const bool isEndpoint = page.model().value(row, "kind") == "Private endpoint"_L1;
            const bool isAtAws = page.model().value(row, "provider") == "AWS"_L1;
            QCOMPARE(remove->isEnabled(), isEndpoint && isAtAws);
            QCOMPARE(remove->toolTip().contains("Choose a private endpoint"_L1), !isEndpoint);
            QCOMPARE(remove->toolTip().contains("endpoints at AWS"_L1), isEndpoint && !isAtAws);
        }
    }

private:
    static const PageDescription& description(const QByteArray& id)
    {
        const auto& table = pageTable();
        return *std::find_if(
            table.cbegin(), table.cend(), [&id](const PageDescription& page) { return page.id == id; });
    }

    // Selects a row that the action is for and triggers it. False: there is none here.
    bool tryAction(const PageAction& action, size_t at)
    {
        RecordPage& page = m_console->page();
        const int rows = std::max(1, std::min(page.model().rowCount(), 200));
        for (int row = 0; row < rows; ++row) {
            if (page.model().rowCount() > 0)
                page.view().selectRow(row);
            QAction* offered = page.actions().pageActions().at(qsizetype(at));
            if (!offered->isEnabled())
                continue;
            m_requests.clear();
            offered->trigger();
            if (m_requests.size() != 1)
                return false;
            const OperationRequest& request = m_requests.first();
            const Operation& operation = m_console->catalog().operation(request.operationId);
            for (const Parameter& parameter : operation.parameters) {
                const bool isMissing = parameter.in == Parameter::In::Path && !isLookUp(operation)
                    && request.fixed.value(parameter.name).toString().isEmpty();
                if (isMissing) {
                    qWarning("%s lacks %s", qPrintable(operation.id), qPrintable(parameter.name));
                    return false;
                }
            }
            return action.start.empty() || !request.start.isEmpty() || !action.needsRow
                || request.operationId == "acknowledgeGroupAlert"_L1;
        }
        return false;
    }

    // A migration that was begun from here, as the journal tells.
    void addMigration(const QString& status = u"WORKING"_s, bool isReady = true)
    {
        Journal* journal = m_console->recordChanges();
        QVERIFY(journal);
        const QStringList projects = m_console->session().inventory().projectIds();
        for (const QString& project : projects) {
            Change change {.id = u"change-"_s + project, .operationId = u"createGroupLiveMigration"_s};
            change.arguments = {{u"parameters"_s, QJsonObject {{u"groupId"_s, project}}}};
            change.answer = QJsonObject {{u"_id"_s, u"6641d3c2f1b2a94c7e5d8f01"_s}};
            change.verdict = Change::Verdict::Done;
            change.profileId = u"test"_s;
            change.createdAt = QDateTime::currentDateTimeUtc();
            QVERIFY2(journal->add(change).isEmpty(), "the journal takes it");
        }
        m_console->serve(u"/liveMigrations/6641"_s,
            QJsonObject {{u"_id"_s, u"6641d3c2f1b2a94c7e5d8f01"_s}, {u"status"_s, status},
                {u"readyForCutover"_s, isReady}});
    }

    QList<OperationRequest> m_requests;
};

TELAMON_WIDGET_TEST(TestPageActions)
#include "test_pageactions.moc"
