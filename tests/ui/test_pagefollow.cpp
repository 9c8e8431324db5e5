// SPDX-License-Identifier: GPL-3.0-or-later
// A page that reads itself again: only while it is in sight, and less often when few requests are left. And
// one that is read again because something on it was changed.
#include "api/catalog/catalog.h"
#include "api/http/httpclient.h"
#include "api/http/ratemeter.h"
#include "api/http/transport.h"
#include "models/session.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/pagefollow.h"
#include "ui/pages/placeview.h"
#include "ui/pages/recordpage.h"

#include <QComboBox>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Telamon;

class TestPageFollow : public ConsoleTest {
    Q_OBJECT

    PageFollow& follow() { return *m_console->page().follow(); }
    int readCount() { return m_console->server().requestCount("GET"); }

    void afterConnecting() override
    {
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "alerts"));
    }

private Q_SLOTS:
    void readsAgainByItself()
    {
        const int before = readCount();
        QSignalSpy ends(&m_console->page(), &RecordPage::loadingChanged);
        follow().setInterval(1s);
        QTRY_VERIFY_WITH_TIMEOUT(ends.count() >= 4, 10000); // two readings, each begins and ends
        QVERIFY(readCount() >= before + 2);
        follow().setInterval(0s);
        QVERIFY(!follow().isWaiting());
    }

    void restsWhileItIsHidden()
    {
        follow().setInterval(1s);
        QVERIFY(follow().isWaiting());
        RecordPage& page = m_console->page();
        page.hide();
        QVERIFY(!page.follow()->isWaiting());
        const int before = readCount();
        page.show();
        QVERIFY(page.follow()->isWaiting());
        QTRY_VERIFY(readCount() > before);
    }

    // What was changed from another page is seen on coming back.
    void aHeldPageIsReadAgainAfterAChange()
    {
        const Place project = m_console->place(Place::Kind::Project);
        const QPointer<RecordPage> alerts = &m_console->page();
        QVERIFY(m_console->open(project, "events"));
        QVERIFY(alerts);
        PlaceView& view = *m_console->window().placeView();
        QSignalSpy readings(alerts, &RecordPage::loadingChanged);
        QSignalSpy shown(&m_console->page(), &RecordPage::loadingChanged);
        view.readAgain(project.projectId);
        QTRY_COMPARE(shown.count(), 2); // begun and ended
        QCOMPARE(readings.count(), 0); // nobody looks at it
        QVERIFY(m_console->open(project, "alerts"));
        QCOMPARE(&m_console->page(), alerts.data());
        QTRY_COMPARE(readings.count(), 2);
        // Once is enough, and what happens in another project is no matter.
        view.readAgain(u"0123456789abcdef01234567"_s);
        QVERIFY(m_console->open(project, "events"));
        QVERIFY(m_console->open(project, "alerts"));
        QVERIFY(!alerts->isLoading());
        QCOMPARE(readings.count(), 2);
    }

    void aReadingThatWasTooEarlyIsDoneAgain()
    {
        RecordPage& page = m_console->page();
        QSignalSpy readings(&page, &RecordPage::loadingChanged);
        page.refresh();
        QVERIFY(page.isLoading());
        m_console->window().placeView()->readAgain(page.place().projectId);
        QTRY_COMPARE(readings.count(), 4); // two readings, each begins and ends
        QVERIFY(!page.isLoading());
    }

    void isChosenByKeys()
    {
        auto* choices = m_console->page().findChild<QComboBox*>(u"follow"_s);
        QVERIFY(choices);
        choices->setFocus();
        QTest::keyClick(choices, Qt::Key_Down);
        QCOMPARE(follow().interval(), 10s);
        QTest::keyClick(choices, Qt::Key_End);
        QCOMPARE(follow().interval(), 900s);
        QTest::keyClick(choices, Qt::Key_Home);
        QCOMPARE(follow().interval(), 0s);
    }

    void isSlowerWhenFewRequestsAreLeft()
    {
        follow().setInterval(30s);
        QCOMPARE(follow().pause(), 30000ms);
        WireAnswer answer;
        answer.headers = {{"RateLimit-Limit", "100"}, {"RateLimit-Remaining", "3"}};
        RateMeter& meter = m_console->window().session()->client().rateMeter();
        meter.note(m_console->catalog().operation(u"listGroupAlerts"_s), answer);
        QVERIFY(meter.isLow(m_console->catalog().operation(u"listGroupAlerts"_s)));
        QCOMPARE(follow().pause(), 120000ms);
        follow().setInterval(900s);
        QCOMPARE(follow().pause(), 900000ms); // never slower than the slowest
    }
};

TELAMON_WIDGET_TEST(TestPageFollow)
#include "test_pagefollow.moc"
