// SPDX-License-Identifier: GPL-3.0-or-later
// A cluster's access history: as many lines as were asked for are not all of them, and the earlier ones are
// fetched when a person wants them.
#include "api/sandbox/faults.h"
#include "models/recordmodel.h"
#include "models/series/seriesmodel.h"
#include "models/session.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/pagechart.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/recordview.h"

#include <QDateTime>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QToolButton>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

constexpr qint64 day = 86'400'000;
constexpr int asked = 1000; // what the page asks for at first

QByteArray lineOf(qint64 at, int address)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs);
    const QJsonObject line {{u"authResult"_s, true}, {u"hostname"_s, u"shard-00-00.example.net"_s},
        {u"ipAddress"_s, u"10.0.%1.%2"_s.arg(address / 250).arg(address % 250)}, {u"timestamp"_s, time},
        {u"username"_s, u"app"_s}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

} // namespace

class TestAccessHistory : public ConsoleTest {
    Q_OBJECT

    qint64 m_now = 0;

    Place busiestCluster()
    {
        const QList<Place> clusters = m_console->places(Place::Kind::Cluster);
        const auto found = std::find_if(clusters.cbegin(), clusters.cend(),
            [](const Place& place) { return place.clusterName == "storefront"_L1; });
        return found == clusters.cend() ? Place() : *found;
    }
    RecordPage& page() { return m_console->page(); }
    bool open() { return m_console->open(busiestCluster(), "accessHistory"); }
    bool press(const QString& text)
    {
        const auto buttons = page().findChildren<QToolButton*>();
        for (QToolButton* button : buttons) {
            if (button->isVisible() && button->text() == text) {
                button->click();
                return m_console->waitForPage();
            }
        }
        return false;
    }
    void answerNext(const QByteArrayList& lines, int status = 200)
    {
        Sandbox::Fault fault;
        fault.kind = Sandbox::Fault::Kind::Status;
        fault.path = u"/dbAccessHistory/"_s;
        fault.status = status;
        fault.body = status == 200 ? QByteArray("{\"accessLogs\":[" + lines.join(',') + "]}")
                                   : QByteArray("{\"error\":403,\"detail\":\"Not today.\"}");
        m_console->server().faults().add(fault);
    }
    // So many of them, from the latest on, each so many milliseconds before the other.
    static QByteArrayList lines(int count, qint64 latest, qint64 apart)
    {
        QByteArrayList all;
        for (int i = 0; i < count; ++i)
            all.append(lineOf(latest - i * apart, 1));
        return all;
    }
    // Of the requests for lines: a value of each query; 0: it has none.
    QList<qint64> sent(const QString& parameter)
    {
        QList<qint64> values;
        const QList<Sandbox::SeenRequest> seen = m_console->server().faults().seen();
        for (const Sandbox::SeenRequest& request : seen) {
            if (request.target.contains("/dbAccessHistory/"))
                values.append(
                    QUrlQuery(QUrl::fromEncoded(request.target)).queryItemValue(parameter).toLongLong());
        }
        return values;
    }
    bool saysThatSomeAreMissing() { return page().stateSentence().contains("older ones are missing"_L1); }

    void afterConnecting() override
    {
        Session& session = *m_console->window().session();
        m_now = session.now();
        session.setFixedNow(m_now);
        QVERIFY(!busiestCluster().clusterName.isEmpty());
    }

private Q_SLOTS:
    void theEarlierLinesComeUntilAllAreThere()
    {
        QVERIFY(open());
        page().setChoice("nLogs", u"20000"_s);
        QVERIFY(m_console->waitForPage());
        const int all = page().model().totalCount();
        QVERIFY2(all > 2 * asked && all < 20000, qPrintable(QString::number(all)));
        QVERIFY2(page().stateSentence().isEmpty(), qPrintable(page().stateSentence()));

        page().setChoice("nLogs", QString::number(asked));
        QVERIFY(m_console->waitForPage());
        QVERIFY2(saysThatSomeAreMissing(), qPrintable(page().stateSentence()));
        m_console->server().faults().forgetSeen();
        int fetches = 0;
        for (; saysThatSomeAreMissing() && fetches < 10; ++fetches) {
            const int before = page().model().totalCount();
            QVERIFY(press(u"Fetch earlier lines"_s));
            QVERIFY(page().model().totalCount() > before);
        }
        QVERIFY2(page().stateSentence().isEmpty(), qPrintable(page().stateSentence()));
        QCOMPARE(page().model().totalCount(), all);
        QVERIFY(fetches >= all / asked && fetches <= all / asked + 1);
        QCOMPARE(sent(u"start"_s), QList<qint64>(fetches, m_now - day));

        page().refresh(); // the latest of them, which join the others
        QVERIFY(m_console->waitForPage());
        QCOMPARE(page().model().totalCount(), all);
        QVERIFY2(page().stateSentence().isEmpty(), qPrintable(page().stateSentence()));
        page().setChoice("authResult", u"false"_s); // another list
        QVERIFY(m_console->waitForPage());
        QVERIFY(page().model().totalCount() <= asked);
    }

    // Read again an hour later: what has happened is added, what has left the span is not shown any more.
    void earlierLinesStayAsLongAsTheSpanHasThem()
    {
        const qint64 latest = m_now - 3'600'000;
        answerNext(lines(asked, latest, 1000));
        const qint64 oldest = latest - (asked - 1) * 1000;
        answerNext({lineOf(oldest - 1000, 1), lineOf(m_now - day + 1000, 2), lineOf(m_now - day + 2000, 3)});
        QVERIFY(open());
        QVERIFY(press(u"Fetch earlier lines"_s));
        QCOMPARE(page().model().totalCount(), asked + 3);
        QVERIFY(page().stateSentence().isEmpty());

        m_console->window().session()->setFixedNow(m_now + 3'600'000);
        answerNext(lines(asked, latest + 10'000, 1000)); // ten more
        page().refresh();
        QVERIFY(m_console->waitForPage());
        QCOMPARE(page().model().totalCount(), asked + 10 + 1);
        QVERIFY2(page().stateSentence().isEmpty(), qPrintable(page().stateSentence())); // it was whole
        answerNext({lineOf(latest, 1)}); // all that there is now
        page().refresh();
        QVERIFY(m_console->waitForPage());
        QCOMPARE(page().model().totalCount(), 1);
    }

    void whatDoesNotJoinIsLeftOutAndSaid()
    {
        const qint64 latest = m_now - 7'200'000;
        answerNext(lines(asked, latest, 1000));
        answerNext({lineOf(latest - 4'000'000, 1)});
        QVERIFY(open());
        QVERIFY(press(u"Fetch earlier lines"_s));
        QCOMPARE(page().model().totalCount(), asked + 1);
        answerNext(lines(asked, m_now, 1000));
        page().refresh();
        QVERIFY(m_console->waitForPage());
        QCOMPARE(page().model().totalCount(), asked);
        QVERIFY(saysThatSomeAreMissing());
        QVERIFY2(page().stateSentence().contains("The lines of before are left out"_L1),
            qPrintable(page().stateSentence()));
        answerNext(lines(asked, m_now + 1000, 1000)); // joins what is not whole
        page().refresh();
        QVERIFY(m_console->waitForPage());
        QCOMPARE(page().model().totalCount(), asked + 1);
        QVERIFY(saysThatSomeAreMissing());
        QVERIFY(!page().stateSentence().contains("The lines of before"_L1));
    }

    void orderFilterSelectionAndChartStay()
    {
        QVERIFY(open());
        RecordModel& model = page().model();
        RecordView& view = page().view();
        const int user = model.columnOf("username");
        view.sortByColumn(user, Qt::AscendingOrder);
        page().filterBar().setText(u"result:==FAILED"_s);
        QTRY_VERIFY(model.rowCount() > 0 && model.rowCount() < model.totalCount());
        const int shown = model.rowCount();
        view.selectRow(shown / 2);
        const QString id = view.currentId();
        QVERIFY(!id.isEmpty());
        QVERIFY(press(u"Fetch earlier lines"_s));
        QCOMPARE(page().filterBar().text(), u"result:==FAILED"_s);
        QVERIFY(model.rowCount() > shown && model.rowCount() < model.totalCount());
        QCOMPARE(view.currentId(), id);
        QCOMPARE(view.horizontalHeader()->sortIndicatorSection(), user);
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(model.text(row - 1, "username").compare(model.text(row, "username"), Qt::CaseInsensitive)
                <= 0);
        QVERIFY(page().chart());
        QTRY_VERIFY(page().chart()->series().rowCount() > 0);
    }

    void theLinesAtTheBoundaryAreThereOnce()
    {
        const qint64 boundary = (m_now - 3'600'000) / 1000 * 1000 + 123;
        QByteArrayList latest;
        for (int i = 0; i < asked - 3; ++i)
            latest.append(lineOf(boundary + 1000 + (asked - i), i));
        QByteArrayList earlier;
        for (int address = 1; address <= 3; ++address)
            latest.append(lineOf(boundary, address));
        for (int address = 2; address <= 4; ++address) // one of them did not fit before
            earlier.append(lineOf(boundary, address));
        for (int i = 0; i < 5; ++i)
            earlier.append(lineOf(boundary - 1000 - i, i));
        answerNext(latest);
        answerNext(earlier);
        QVERIFY(open());
        QCOMPARE(page().model().totalCount(), asked);
        QVERIFY(saysThatSomeAreMissing());
        QVERIFY(press(u"Fetch earlier lines"_s));
        QCOMPARE(page().model().totalCount(), asked + 1 + 5);
        QVERIFY2(page().stateSentence().isEmpty(), qPrintable(page().stateSentence()));
        QCOMPARE(sent(u"start"_s), (QList<qint64> {m_now - day, m_now - day}));
        QCOMPARE(sent(u"end"_s), (QList<qint64> {m_now, boundary}));
        QCOMPARE(sent(u"nLogs"_s), (QList<qint64> {asked, asked}));
    }

    void withoutASpanTheBeginningIsTheServicesOwn()
    {
        QVERIFY(open());
        m_console->server().faults().forgetSeen();
        page().setChoice("span", {});
        QVERIFY(m_console->waitForPage());
        QVERIFY(press(u"Fetch earlier lines"_s));
        QCOMPARE(sent(u"start"_s), (QList<qint64> {0, 1'199'145'600'000}));
        const QList<qint64> ends = sent(u"end"_s);
        QCOMPARE(ends.size(), 2);
        QCOMPARE(ends.first(), 0);
        QVERIFY(ends.last() > m_now - 7 * day && ends.last() < m_now);
        QVERIFY(page().model().totalCount() > asked);
    }

    // More of them than come at once do not make it ask for the same again and again.
    void aCrowdedMomentIsPassed()
    {
        const qint64 moment = (m_now - 3'600'000) / 1000 * 1000 + 123;
        QByteArrayList crowd;
        for (int i = 0; i < asked; ++i)
            crowd.append(lineOf(moment, i));
        answerNext(crowd);
        answerNext(crowd);
        answerNext({lineOf(moment - 1000, 1), lineOf(moment - 2000, 1)});
        QVERIFY(open());
        QVERIFY(press(u"Fetch earlier lines"_s));
        QCOMPARE(page().model().totalCount(), asked);
        QVERIFY2(page().stateSentence().contains("of one moment"_L1), qPrintable(page().stateSentence()));
        QVERIFY(press(u"Fetch earlier lines"_s));
        QCOMPARE(page().model().totalCount(), asked + 2);
        QCOMPARE(sent(u"end"_s), (QList<qint64> {m_now, moment, moment - 1}));
        QVERIFY2(page().stateSentence().isEmpty(), qPrintable(page().stateSentence()));
    }

    void aRefusalLeavesWhatIsThereAndIsTriedAgain()
    {
        QVERIFY(open());
        const int before = page().model().totalCount();
        m_console->server().faults().forgetSeen();
        answerNext({}, 403);
        QVERIFY(press(u"Fetch earlier lines"_s));
        QCOMPARE(page().model().totalCount(), before);
        QVERIFY(page().hasFailed());
        QVERIFY(press(u"Try again"_s));
        QVERIFY(page().model().totalCount() > before);
        const QList<qint64> ends = sent(u"end"_s);
        QCOMPARE(ends.size(), 2);
        QCOMPARE(ends.first(), ends.last());
        QVERIFY(ends.first() < m_now);
    }
};

TELAMON_WIDGET_TEST(TestAccessHistory)
#include "test_accesshistory.moc"
