// SPDX-License-Identifier: GPL-3.0-or-later
// What the actions of the pages open can be sent as it opens, and says exactly what the action is for.
#include "api/catalog/argumentsjson.h"
#include "api/catalog/jsonpointer.h"
#include "api/journal/journal.h"
#include "models/forms/formmodel.h"
#include "models/listcache.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consolefixture.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/pageactions.h"
#include "ui/pages/pagedescription.h"
#include "ui/pages/recordpage.h"
#include "ui/review/changedialog.h"
#include "ui/review/confirmationview.h"
#include "ui/review/verdictview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordview.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Telamon;
using Step = ChangeDialog::Step;

class TestPageForms : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ConsoleFixture> m_console;
    Journal* m_journal = nullptr;
    QList<OperationRequest> m_requests;
    ChangeDialog* m_dialog = nullptr;

    static const PageDescription& description(const QByteArray& id)
    {
        const auto& table = pageTable();
        return *std::find_if(
            table.cbegin(), table.cend(), [&id](const PageDescription& page) { return page.id == id; });
    }
    static qsizetype indexOf(const PageDescription& page, const QByteArray& label)
    {
        const auto found = std::find_if(page.actions.cbegin(), page.actions.cend(),
            [&label](const PageAction& action) { return label == action.label; });
        return found - page.actions.cbegin();
    }
    // Triggers the action on the first row that it is for, and where `key` has this text.
    bool ask(const QByteArray& pageId, qsizetype action, const QByteArray& key = {}, const QString& text = {})
    {
        const QList<Place> places = m_console->places(description(pageId).places.last());
        for (qsizetype i = 0; i < places.size() && i < 60; ++i) {
            if (!m_console->open(places.at(i), pageId))
                return false;
            RecordPage& page = m_console->page();
            for (int row = 0; row < page.model().rowCount(); ++row) {
                page.view().selectRow(row);
                QAction* offered = page.actions().pageActions().at(action);
                if (!offered->isEnabled() || (!key.isEmpty() && page.model().value(row, key) != text))
                    continue;
                m_requests.clear();
                offered->trigger();
                if (m_requests.size() == 1)
                    return true;
            }
        }
        return false;
    }
    void open()
    {
        const OperationRequest& request = m_requests.constFirst();
        m_dialog = new ChangeDialog(m_console->session(), m_console->drafts(),
            {.operation = &m_console->catalog().operation(request.operationId),
                .fixed = request.fixed,
                .state = request.state,
                .start = request.start,
                .title = request.title,
                .isComplete = request.isComplete},
            &m_console->window());
        m_dialog->open();
        QTRY_VERIFY(m_dialog->step() == Step::Form || m_dialog->step() == Step::Review);
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }
    void click(Step next)
    {
        QVERIFY(m_dialog->primaryButton()->isEnabled());
        QTest::mouseClick(m_dialog->primaryButton(), Qt::LeftButton);
        QTRY_VERIFY(m_dialog->step() == next || m_dialog->step() == Step::Form);
        QVERIFY2(m_dialog->step() == next, qPrintable(m_dialog->message()->text()));
    }
    QJsonObject lastBody() const
    {
        QJsonObject body;
        for (const LogEntry& entry : m_console->log().entries()) {
            if (entry.method == "PATCH")
                body = QJsonDocument::fromJson(entry.requestBody).object();
        }
        return body;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_console = std::make_unique<ConsoleFixture>();
        QVERIFY(m_console->connectToSandbox());
        m_journal = m_console->recordChanges();
        QVERIFY(m_journal);
        connect(&m_console->window(), &MainWindow::operationRequested, this,
            [this](const OperationRequest& request) { m_requests.append(request); });
    }
    void cleanup() { delete std::exchange(m_dialog, nullptr); }
    void cleanupTestCase() { m_console.reset(); }

    void theyOpenReadyToSend_data()
    {
        QTest::addColumn<QByteArray>("pageId");
        QTest::addColumn<QByteArray>("label");
        for (const PageDescription& page : pageTable()) {
            for (const PageAction& action : page.actions) {
                if (!action.start.empty())
                    QTest::newRow(QByteArray(page.id + ' ' + action.label).constData())
                        << page.id << QByteArray(action.label);
            }
        }
    }
    void theyOpenReadyToSend()
    {
        QFETCH(const QByteArray, pageId);
        QFETCH(const QByteArray, label);
        QVERIFY(ask(pageId, indexOf(description(pageId), label)));
        open();
        if (QTest::currentTestFailed())
            return;
        FormModel& model = m_dialog->model();
        QVERIFY(!model.isDirty());
        const Violations violations = model.violations();
        for (const Violation& each : violations)
            QVERIFY2(each.rule != "unset"_L1, qPrintable(each.pointer));
        // What makes something new may ask for more than a row knows.
        if (model.operation().method == "POST" && model.operation().id.contains("Migration"_L1))
            return;
        // Until when is for the person to say, unless the alert is acknowledged already.
        if (label == "Acknowledge…" && model.missingCount() > 0) {
            QCOMPARE(model.firstViolation(), u"/body/acknowledgedUntil"_s);
            return;
        }
        QVERIFY2(model.missingCount() == 0, qPrintable(model.firstViolation()));
        QVERIFY(m_dialog->primaryButton()->isEnabled());
        QVERIFY(!m_dialog->missingButton()->isVisible());
        if (model.operation().method == "PATCH" && label != "Acknowledge…") // its comment stays as it is
            QCOMPARE(
                toJson(model.arguments()).value("body"_L1), m_requests.constFirst().start.value("body"_L1));
    }

    void theyGoThrough_data()
    {
        QTest::addColumn<QByteArray>("pageId");
        QTest::addColumn<QByteArray>("label");
        QTest::addColumn<QByteArray>("state"); // of the column "state"
        QTest::addColumn<QJsonObject>("body");
        const auto row = [](const char* page, const char* label, const char* state, const QString& name,
                             bool value) {
            QTest::newRow(label) << QByteArray(page) << QByteArray(label) << QByteArray(state)
                                 << QJsonObject {{name, value}};
        };
        row("archives", "Resume…", "PAUSED", u"paused"_s, false);
        row("archives", "Pause…", "ACTIVE", u"paused"_s, true);
        row("alerts", "Unacknowledge…", "", u"unacknowledgeAlert"_s, true);
    }
    void theyGoThrough()
    {
        QFETCH(const QByteArray, pageId);
        QFETCH(const QByteArray, label);
        QFETCH(const QByteArray, state);
        QFETCH(const QJsonObject, body);
        const qsizetype action = indexOf(description(pageId), label);
        QVERIFY(ask(pageId, action, state.isEmpty() ? QByteArray() : QByteArray("state"),
            QString::fromLatin1(state)));
        open();
        if (QTest::currentTestFailed())
            return;
        const PageAction& asked = description(pageId).actions.at(std::size_t(action));
        QCOMPARE(m_dialog->windowTitle(), QString::fromLatin1(asked.title)); // which way, and not "change"
        QCOMPARE(m_dialog->step(), asked.isComplete ? Step::Review : Step::Form); // nothing is left to say
        for (const Step next : {Step::Review, Step::End}) {
            if (m_dialog->step() == next)
                continue;
            if (next == Step::End) // it is called what it does
                QVERIFY2(m_dialog->windowTitle().startsWith(m_dialog->primaryButton()->text().remove(u'&')),
                    qPrintable(m_dialog->primaryButton()->text()));
            click(next);
            if (QTest::currentTestFailed())
                return;
        }
        QCOMPARE(lastBody(), body);
        QTRY_VERIFY2(m_journal->changes().constFirst().verdict == Change::Verdict::Done,
            qPrintable(m_dialog->verdict()->text()));
        QCOMPARE(m_journal->changes().constFirst().title, m_dialog->windowTitle());
        QVERIFY(!m_journal->changes().constFirst().where.isEmpty());
    }

    void aScheduleIsOfItsCluster()
    {
        QVERIFY(ask("snapshotSchedule", 0));
        open();
        if (QTest::currentTestFailed())
            return;
        FormModel& model = m_dialog->model();
        const QString cluster = u"/body/clusterId"_s;
        const QJsonValue own = model.value(cluster);
        QVERIFY(model.isFixed(cluster) && !own.toString().isEmpty());
        model.setValue(cluster, u"0123456789abcdef01234567"_s);
        QCOMPARE(model.value(cluster), own);
        const QJsonValue other = withValueAt(model.json(), cluster, u"0123456789abcdef01234567"_s);
        const auto mistake = model.setJson(QJsonDocument(other.toObject()).toJson());
        QVERIFY(mistake && mistake->pointer == cluster && mistake->line > 1);
        QCOMPARE(model.value(cluster), own);
    }

    // Its comment may stand at others too.
    void aPrivateEndpointIsConfirmedByItsId()
    {
        QVERIFY(ask("network", indexOf(description("network"), "Delete private endpoint…")));
        const QMap<QString, QJsonValue> fixed = m_requests.constFirst().fixed;
        const QString id = fixed.value(u"endpointId"_s).toString();
        QVERIFY(!id.isEmpty());
        const Operation& list =
            m_console->catalog().operation(u"listGroupPrivateNetworkSettingEndpointIds"_s);
        const ListCache::Parameters project {{u"groupId"_s, fixed.value(u"groupId"_s)}};
        m_console->session().lists().readAgain(list, project);
        QTRY_VERIFY(m_console->session().lists().find(list, project)
            && m_console->session().lists().find(list, project)->state == ListCache::List::State::Read);
        open();
        if (QTest::currentTestFailed())
            return;
        QTRY_COMPARE(m_dialog->step(), Step::Review);
        const auto labels = m_dialog->confirmation()->findChildren<QLabel*>();
        auto* typed = m_dialog->confirmation()->findChild<QLineEdit*>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [typed, &id](const QLabel* each) {
            return each->buddy() == typed && each->text().endsWith(id);
        }));
        QTest::keyClicks(typed, id);
        QVERIFY(m_dialog->primaryButton()->isEnabled());
        m_dialog->primaryButton()->click();
        QTRY_VERIFY(!m_journal->changes().isEmpty());
        QCOMPARE(m_journal->changes().constFirst().where.value(1), id); // after the project
    }

    // Nothing is sent that the description refuses, also where there is nothing to fill in.
    void whatThePlaceGivesIsJudgedToo()
    {
        QVERIFY(ask("network", indexOf(description("network"), "Delete private endpoint…")));
        m_requests.first().fixed.insert(u"endpointId"_s, u"/subscriptions/x/privateEndpoints/lake"_s);
        open();
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(m_dialog->step(), Step::Form);
        QVERIFY(!m_dialog->primaryButton()->isEnabled());
        QVERIFY(m_dialog->missingButton()->isVisible());
    }
};

TELAMON_WIDGET_TEST(TestPageForms)
#include "test_pageforms.moc"
