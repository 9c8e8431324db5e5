// SPDX-License-Identifier: GPL-3.0-or-later
// The request log shows every request, and no secret; what the service says about its limits is told.
#include "api/auth/authenticator.h"
#include "api/http/httpclient.h"
#include "models/recordmodel.h"
#include "models/requestlogmodel.h"
#include "models/session.h"
#include "tests/support/canary.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consolefixture.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/recordpage.h"
#include "ui/requestlog/requestlogdock.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/recordview.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

void addRows(const QAbstractItemModel& model, const QModelIndex& parent, QByteArray& text)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            text += index.data(Qt::DisplayRole).toString().toUtf8() + '\n'
                + index.data(Qt::ToolTipRole).toString().toUtf8() + '\n';
        }
        addRows(model, model.index(row, 0, parent), text);
    }
}

// Every text that a person could get to see in the window as it is now.
QByteArray textsOf(const QWidget& window)
{
    QByteArray text;
    const QList<QWidget*> widgets = window.findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        text += widget->toolTip().toUtf8() + '\n' + widget->accessibleName().toUtf8() + '\n';
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            text += label->text().toUtf8() + '\n';
        else if (const auto* line = qobject_cast<const QLineEdit*>(widget))
            text += line->text().toUtf8() + '\n';
        else if (const auto* plain = qobject_cast<const QPlainTextEdit*>(widget))
            text += plain->toPlainText().toUtf8() + '\n';
        else if (const auto* view = qobject_cast<const QAbstractItemView*>(widget); view && view->model())
            addRows(*view->model(), {}, text);
    }
    return text + window.windowTitle().toUtf8();
}

} // namespace

class TestRequestLogDock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<ConsoleFixture>();
        m_dock = m_console->window().requestLogDock();
        m_dock->show();
        m_table = m_dock->table();
    }
    void cleanup() { m_console.reset(); }

    void everyRequestIsShownAndNoSecret()
    {
        QVERIFY(m_console->connectToSandbox());
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "alerts"));
        QList<QByteArray> secrets = m_console->window().session()->client().authenticator().secrets();
        secrets.append(m_console->server().credentials().clientSecret.toUtf8());
        QVERIFY(secrets.size() >= 2); // the client's secret and the token
        QCOMPARE(m_table->model()->rowCount(), int(m_console->log().entries().size()));
        QCOMPARE(m_console->log().entries().size(), size_t(m_console->server().faults().requestCount()));
        QByteArray everything = textsOf(m_console->window());
        int withAuthorization = 0;
        int tokenRequests = 0;
        for (int row = 0; row < m_table->model()->rowCount(); ++row) {
            m_table->selectRow(row);
            const QString text = m_dock->detailText();
            QVERIFY(text.contains("HTTP"_L1) || text.contains("Status"_L1));
            withAuthorization += text.contains("Authorization: "_L1);
            tokenRequests += text.contains("/api/oauth/token"_L1);
            everything += text.toUtf8() + '\n';
        }
        QVERIFY2(withAuthorization > 0, "headers are shown");
        QCOMPARE(tokenRequests, 1);
        QCOMPARE(findCanary(everything, secrets), QByteArray());
        QVERIFY(!everything.contains("Bearer ey"));
        // The search itself finds what is there.
        QVERIFY(!findCanary(everything, {m_console->server().credentials().clientId.toUtf8()}).isEmpty()
            || !findCanary(everything, {"/api/atlas/v2/groups"}).isEmpty());
    }

    void selectedRequestsAreCopied()
    {
        QVERIFY(m_console->connectToSandbox());
        m_table->selectRow(1);
        m_table->setFocus();
        QTest::keyClick(m_table, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3); // the titles, and two requests
        for (const QString& line : lines)
            QCOMPARE(line.count(u'\t'), int(RequestLogModel::ColumnCount) - 1);
        const QModelIndex target = m_table->model()->index(1, RequestLogModel::TargetColumn);
        const QString shown = target.data().toString();
        QVERIFY2(shown.startsWith(u'/') && !shown.contains("/api/atlas"_L1), qPrintable(shown));
        QCOMPARE(target.data(Qt::ToolTipRole).toString(), QString(u"/api/atlas/v2"_s + shown));
        QVERIFY(lines.at(1).contains(u"/api/atlas/v2"_s + shown)); // as it was asked for
        auto* bar = m_dock->findChild<FilterBar*>();
        bar->setText(u"api/atlas/v2"_s + shown);
        QVERIFY(m_table->model()->rowCount() > 0);
        bar->setText({});
    }

    void headersAndTargetsHaveRoom()
    {
        const QHeaderView& header = *m_table->horizontalHeader();
        for (int column = 0; column < RequestLogModel::ColumnCount; ++column)
            QVERIFY2(header.sectionSize(column) >= header.sectionSizeHint(column),
                qPrintable(m_table->model()->headerData(column, Qt::Horizontal).toString()));
        const auto endOfTarget = [&] {
            return header.sectionPosition(RequestLogModel::TargetColumn)
                + header.sectionSize(RequestLogModel::TargetColumn);
        };
        m_console->window().resize(1440, 900); // no target is cut by the edge of what is seen
        QTRY_COMPARE(endOfTarget(), m_table->viewport()->width());
        m_console->window().resize(2000, 900);
        QTRY_COMPARE(endOfTarget(), m_table->viewport()->width());
        m_table->setColumnWidth(RequestLogModel::TargetColumn, 123); // as a person drags it
        m_console->window().resize(1900, 900);
        QTRY_VERIFY(m_table->viewport()->width() != endOfTarget());
        QCOMPARE(m_table->columnWidth(RequestLogModel::TargetColumn), 123);
    }

    void theFilterNarrowsAndCounts()
    {
        QVERIFY(m_console->connectToSandbox());
        auto* bar = m_dock->findChild<FilterBar*>();
        const int all = m_table->model()->rowCount();
        QTest::keyClicks(bar->lineEdit(), u"flexClusters"_s);
        const int shown = m_table->model()->rowCount();
        QVERIFY(shown > 0 && shown < all);
        for (int row = 0; row < shown; ++row)
            QVERIFY(m_table->model()
                        ->index(row, RequestLogModel::TargetColumn)
                        .data()
                        .toString()
                        .contains("flexClusters"_L1));
        const auto labels = bar->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
            [&](const QLabel* label) { return label->text() == u"%1 of %2 rows"_s.arg(shown).arg(all); }));
        QTest::keyClick(bar->lineEdit(), Qt::Key_Down);
        QVERIFY(m_table->hasFocus());
        bar->lineEdit()->clear();
        QCOMPARE(m_table->model()->rowCount(), all);
    }

    void theNewestIsOnTopAndOpen()
    {
        m_dock->hide();
        QVERIFY(m_console->connectToSandbox());
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "alerts"));
        QVERIFY(m_dock->detailText().isEmpty());
        m_dock->show();
        QCOMPARE(m_table->currentIndex().row(), 0);
        const QByteArray newest = m_console->log().entries().back().target;
        QVERIFY(m_dock->detailText().contains(QString::fromUtf8(newest)));
    }

    void whatIsLookedAtStaysWhereItIs()
    {
        QVERIFY(m_console->connectToSandbox());
        QScrollBar* bar = m_table->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 3);
        bar->setValue(3);
        const auto idOnTop = [this] { // it counts up, and a row keeps it
            return m_table->indexAt(QPoint(1, 1)).data(RequestLogModel::SortRole).toULongLong();
        };
        const quint64 looked = idOnTop();
        const int rows = m_table->model()->rowCount();
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "alerts"));
        QVERIFY(m_table->model()->rowCount() > rows);
        QTRY_COMPARE(idOnTop(), looked);
        bar->setValue(0);
        m_console->page().refresh();
        QVERIFY(m_console->waitForPage());
        QCOMPARE(idOnTop(), m_console->log().entries().back().id);
    }

    void everyAttemptIsARow()
    {
        QVERIFY(m_console->connectToSandbox());
        Sandbox::Fault fault;
        fault.kind = Sandbox::Fault::Kind::UnavailableHtml;
        fault.path = u"/alerts"_s;
        m_console->server().faults().add(fault);
        m_table->sortByColumn(RequestLogModel::TimeColumn, Qt::AscendingOrder);
        const int before = m_table->model()->rowCount();
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "alerts"));
        QVERIFY(!m_console->page().hasFailed());
        const auto text = [this](int row, int column) {
            return m_table->model()->index(row, column).data().toString();
        };
        QVERIFY(m_table->model()->rowCount() >= before + 2);
        QCOMPARE(text(before, RequestLogModel::StatusColumn), u"503"_s);
        QCOMPARE(text(before, RequestLogModel::AttemptColumn), u"1"_s);
        QCOMPARE(text(before + 1, RequestLogModel::StatusColumn), u"200"_s);
        QCOMPARE(text(before + 1, RequestLogModel::AttemptColumn), u"2"_s);
        QCOMPARE(
            text(before, RequestLogModel::TargetColumn), text(before + 1, RequestLogModel::TargetColumn));
        QCOMPARE(m_table->model()
                     ->index(before, RequestLogModel::StatusColumn)
                     .data(RequestLogModel::AttentionRole),
            3);
    }

    void whatTheServiceSaysOfItsLimitsIsTold()
    {
        QVERIFY(m_console->connectToSandbox());
        Sandbox::Fault answer;
        answer.kind = Sandbox::Fault::Kind::Status;
        answer.status = 200;
        answer.path = u"/alerts"_s;
        answer.times = -1;
        answer.headers = {{"Deprecation", "Sat, 01 Aug 2026 00:00:00 GMT"},
            {"Sunset", "Mon, 01 Feb 2027 00:00:00 GMT"}, {"RateLimit-Limit", "1000"},
            {"RateLimit-Remaining", "3"}};
        answer.body = R"({"results":[],"totalCount":0})";
        m_console->server().faults().add(answer);
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "alerts"));
        const QString told = QString::fromUtf8(textsOf(m_console->window()));
        QVERIFY(told.contains("listGroupAlerts  Sat, 01 Aug 2026 00:00:00 GMT  Mon, 01 Feb 2027"_L1));
        QVERIFY(told.contains("3 of 1000 requests left for GET "_L1));
        QVERIFY(told.contains("/alerts"_L1));
    }

    void clearingEmptiesItAndTheNextRequestIsShown()
    {
        QVERIFY(m_console->connectToSandbox());
        m_console->log().clear();
        QCOMPARE(m_table->model()->rowCount(), 0);
        QCOMPARE(m_dock->detailText(), QString());
        m_console->page().refresh();
        QVERIFY(m_console->waitForPage());
        QCOMPARE(m_table->model()->rowCount(), int(m_console->log().entries().size()));
        QVERIFY(m_table->model()->rowCount() > 0);
    }

    // A window that was closed leaves nothing of the service's answers behind.
    void thePersonsSettingsHoldNoSecret()
    {
        QVERIFY(m_console->connectToSandbox());
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "clusters"));
        QList<QByteArray> secrets = m_console->window().session()->client().authenticator().secrets();
        m_console->reopenWindow();
        QFile file(m_console->settings().fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray saved = file.readAll();
        QVERIFY(saved.contains("geometry"));
        QCOMPARE(findCanary(saved, secrets), QByteArray());
    }

private:
    std::unique_ptr<ConsoleFixture> m_console;
    RequestLogDock* m_dock = nullptr;
    QTableView* m_table = nullptr;
};

TELAMON_WIDGET_TEST(TestRequestLogDock)
#include "test_requestlogdock.moc"
