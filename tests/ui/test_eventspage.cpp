// SPDX-License-Identifier: GPL-3.0-or-later
// The list of events: what of its filter is sent to the service, and what is applied here.
#include "api/sandbox/faults.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consolefixture.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/recordpage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestEventsPage : public QObject {
    Q_OBJECT

    std::unique_ptr<ConsoleFixture> m_console;

    void openAll(Place::Kind kind)
    {
        Session& session = *m_console->window().session();
        session.setFixedNow(session.now());
        QVERIFY(m_console->open(
            m_console->place(kind), kind == Place::Kind::Organization ? "organizationEvents" : "events"));
        m_console->page().setChoice("span", {});
        QVERIFY(m_console->waitForPage());
        QVERIFY(m_console->page().model().totalCount() > 0);
    }
    int countOf(const QString& type)
    {
        const RecordModel& model = m_console->page().model();
        int count = 0;
        for (int record = 0; record < model.totalCount(); ++record)
            count += model.recordText(record, "eventType") == type;
        return count;
    }
    QByteArrayList targets()
    {
        QByteArrayList found;
        const QList<Sandbox::SeenRequest> seen = m_console->server().faults().seen();
        for (const Sandbox::SeenRequest& request : seen) {
            if (request.target.contains("/events?"))
                found.append(request.target);
        }
        return found;
    }

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<ConsoleFixture>();
        QVERIFY(m_console->connectToSandbox());
    }
    void cleanup() { m_console.reset(); }

    void aFilterTooLongToSendIsAppliedHere_data()
    {
        using Kind = Place::Kind;
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("says");
        const QString applied = u"it is applied here"_s;
        QTest::newRow("project, only") << int(Kind::Project) << QByteArray("eventType") << applied;
        QTest::newRow("project, except") << int(Kind::Project) << QByteArray("excludedEventType") << applied;
        QTest::newRow("cluster, only") << int(Kind::Cluster) << QByteArray("eventType") << applied;
        QTest::newRow("organization, only") << int(Kind::Organization) << QByteArray("eventType") << applied;
        QTest::newRow("organization, except")
            << int(Kind::Organization) << QByteArray("excludedEventType") << u"they are left out here"_s;
    }
    void aFilterTooLongToSendIsAppliedHere()
    {
        QFETCH(const int, kind);
        QFETCH(const QByteArray, key);
        QFETCH(const QString, says);
        openAll(Place::Kind(kind));
        RecordPage& page = m_console->page();
        QVERIFY2(!page.stateSentence().contains("here"_L1), qPrintable(page.stateSentence()));
        const int all = page.model().totalCount();
        const QString type = page.model().recordText(0, "eventType");
        const int ofType = countOf(type);
        QVERIFY(ofType > 0 && ofType < all);
        QStringList types {type};
        for (int i = 1; i < 400; ++i)
            types.append(u"A_TYPE_THAT_NOBODY_KNOWS_%1"_s.arg(i));
        m_console->server().faults().forgetSeen();
        page.setChoice(key, types.join(u' '));
        QVERIFY(m_console->waitForPage());
        const QByteArrayList sent = targets();
        QVERIFY(!sent.isEmpty());
        const QByteArray parameter = key + '=';
        for (const QByteArray& target : sent) {
            QVERIFY2(target.size() <= 8192, qPrintable(QString::number(target.size())));
            QVERIFY(!target.contains(parameter));
            QCOMPARE(target.contains("clusterNames="), Place::Kind(kind) == Place::Kind::Cluster);
        }
        const bool isInclusion = key == "eventType";
        QCOMPARE(page.model().totalCount(), isInclusion ? ofType : all - ofType);
        QCOMPARE(countOf(type), isInclusion ? ofType : 0);
        QVERIFY2(page.stateSentence().contains(says), qPrintable(page.stateSentence()));
        page.setChoice(key, {});
        QVERIFY(m_console->waitForPage());
        QCOMPARE(page.model().totalCount(), all);
        QVERIFY2(page.stateSentence().isEmpty(), qPrintable(page.stateSentence()));
    }

    void aFilterThatFitsIsSent()
    {
        openAll(Place::Kind::Project);
        RecordPage& page = m_console->page();
        const QString type = page.model().recordText(0, "eventType");
        const int ofType = countOf(type);
        m_console->server().faults().forgetSeen();
        page.setChoice("eventType", type);
        QVERIFY(m_console->waitForPage());
        const QByteArrayList sent = targets();
        QVERIFY(!sent.isEmpty());
        const QByteArray parameter = "eventType=" + type.toUtf8();
        for (const QByteArray& target : sent)
            QVERIFY(target.contains(parameter));
        QCOMPARE(page.model().totalCount(), ofType);
        QVERIFY2(page.stateSentence().isEmpty(), qPrintable(page.stateSentence()));
    }
};

TELAMON_WIDGET_TEST(TestEventsPage)
#include "test_eventspage.moc"
