// SPDX-License-Identifier: GPL-3.0-or-later
// Charts above tables: what is selected in them is all that the table shows, their numbers are a table too,
// and they are read without colour, in either theme, and letter for letter.
#include "models/recordmodel.h"
#include "models/series/seriesmodel.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/chartview.h"
#include "ui/charts/seriestable.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/pagechart.h"
#include "ui/pages/pagedescription.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/recordview.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QTabWidget>
#include <QTest>
#include <QValueAxis>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

// Rows of a chart in words, from the model or from what its twin shows.
double sumOf(const SeriesModel& series, int first, int last)
{
    double sum = 0;
    for (int row = first; row <= last; ++row)
        sum += series.series().total(std::size_t(row));
    return sum;
}

int backgroundLightness(QWidget& widget)
{
    const QImage image = widget.grab().toImage();
    return image.pixelColor(image.width() / 2, 3).lightness();
}

} // namespace

class TestCharts : public ConsoleTest {
    Q_OBJECT

    void beforeConnecting() override
    {
        applyTheme(*qApp, Theme::Light);
        activate();
    }

private Q_SLOTS:
    void keysAloneSelectASpanThatTheTableShows()
    {
        openAccessHistory();
        RecordPage& page = m_console->page();
        const int all = page.model().rowCount();
        key(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(chartHasFocus());
        QTRY_VERIFY(series().rowCount() > 8);
        QCOMPARE(int(sumOf(series(), 0, series().rowCount() - 1)), all);
        key(Qt::Key_Home);
        key(Qt::Key_Right);
        key(Qt::Key_Right);
        key(Qt::Key_Right, Qt::ShiftModifier);
        key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(chart().span(), std::optional(std::pair(2, 4)));
        QCOMPARE(page.model().rowCount(), all); // not before Enter
        QCOMPARE(chart().accessibleDescription(), series().text(4));
        const int selected = int(sumOf(series(), 2, 4));
        key(Qt::Key_Return);
        QVERIFY2(page.filterBar().text().startsWith("time:>="_L1), qPrintable(page.filterBar().text()));
        QVERIFY(selected > 0 && selected < all);
        QCOMPARE(page.model().rowCount(), selected);
        QCOMPARE(chart().span(), std::optional(std::pair(2, 4)));
        QVERIFY(chartHasFocus());
        key(Qt::Key_Escape);
        QCOMPARE(page.filterBar().text(), QString());
        QCOMPARE(page.model().rowCount(), all);
        QVERIFY(!chart().span());
        key(Qt::Key_Escape); // nothing to clear: on to the table
        QCOMPARE(m_console->window().focusWidget(), &page.view());
    }

    void theMouseSelectsASpan()
    {
        openAccessHistory();
        key(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(series().rowCount() > 8);
        QWidget* canvas = chart().viewport();
        const QPoint from(canvas->width() / 3, canvas->height() / 2);
        const QPoint to(canvas->width() / 2, canvas->height() / 2);
        QTest::mousePress(canvas, Qt::LeftButton, {}, from);
        QTest::mouseMove(canvas, to);
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);
        const auto span = chart().span();
        QVERIFY(span && span->second > span->first);
        QCOMPARE(m_console->page().model().rowCount(), int(sumOf(series(), span->first, span->second)));
        QVERIFY2(said().contains(" selected"_L1), qPrintable(said()));
        m_console->page().filterBar().setText({}); // by other means: the chart follows
        QVERIFY(!chart().span());
        QVERIFY2(said().startsWith("Sign-ins: "_L1), qPrintable(said()));
    }

    void theTwinShowsTheSame()
    {
        openAccessHistory();
        key(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        SeriesTable* twin = m_console->page().chart()->panel().table();
        QTRY_VERIFY(twin && twin->isVisible() && twin->hasFocus());
        QVERIFY(!chart().isVisible());
        QTRY_VERIFY(series().rowCount() > 8);
        const SeriesData& data = series().series();
        QList<int> filled; // what the twin lists
        for (std::size_t row = data.rows(); row-- > 0;) { // the newest first
            if (data.total(row) == 0)
                continue;
            for (std::size_t part = 0; part < data.series.size(); ++part) {
                const auto value = qint64(data.value(row, part));
                QCOMPARE(twin->model()->index(int(filled.size()), int(part) + 1).data().toString(),
                    value == 0 ? QString() : QLocale().toString(value));
            }
            filled.append(int(row));
        }
        QCOMPARE(twin->model()->rowCount(), int(filled.size()));
        QVERIFY(filled.size() > 3);
        twin->setCurrentIndex(twin->model()->index(1, 0));
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.first(), u"Time\tSucceeded\tFailed\tTotal"_s);
        QVERIFY(lines.at(1).startsWith(twin->model()->index(1, 0).data().toString()));
        const int selected = int(sumOf(series(), filled.at(2), filled.at(1)));
        key(Qt::Key_Return);
        QCOMPARE(m_console->page().model().rowCount(), selected);
        key(Qt::Key_Escape);
        QCOMPARE(m_console->page().filterBar().text(), QString());
    }

    void whatIsFrequentIsChosenBesides()
    {
        openAccessHistory();
        key(Qt::Key_G, Qt::ControlModifier);
        PageChart& chart = *m_console->page().chart();
        QCOMPARE(chart.tops()->count(), 3);
        SeriesModel& users = chart.series(1);
        QTRY_VERIFY(users.rowCount() > 1);
        auto* table = qobject_cast<SeriesTable*>(chart.tops()->widget(0));
        QTest::mouseClick(
            table->viewport(), Qt::LeftButton, {}, table->visualRect(users.index(0, 0)).center());
        QCOMPARE(m_console->page().filterBar().text(),
            u"result:==FAILED username:==\"%1\""_s.arg(users.index(0, 0).data().toString()));
        QCOMPARE(m_console->page().model().rowCount(), int(sumOf(users, 0, 0)));
        QTRY_COMPARE(sumOf(series(), 0, series().rowCount() - 1), sumOf(users, 0, 0)); // the chart too
        QVERIFY2(series().summary().contains(u"Failed"_s), qPrintable(series().summary()));
        QVERIFY(!series().summary().contains(u"Succeeded"_s));
        QTRY_COMPARE(table->selectionModel()->selectedRows().size(), 1);
        m_console->page().filterBar().setText({}); // by other means: nothing is selected any more
        QTRY_COMPARE(table->selectionModel()->selectedRows().size(), 0);
        m_console->page().filterBar().setText(users.filterFor(0, 0).value());
        QTRY_COMPARE(table->selectionModel()->selectedRows().size(), 1);
    }

    void everyChartSpeaksInWords_data() { pages(); }
    void everyChartSpeaksInWords()
    {
        openPage();
        key(Qt::Key_G, Qt::ControlModifier);
        if (m_console->page().model().totalCount() == 0)
            return;
        if (!chartHasFocus()) // it was unfolded and had it
            key(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(chartHasFocus());
        QTRY_VERIFY(series().rowCount() > 0);
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&chart());
        QCOMPARE(accessible->text(QAccessible::Name), series().title());
        QCOMPARE(accessible->text(QAccessible::Description), series().summary());
        QVERIFY2(!series().summary().contains(u"%1"_s), qPrintable(series().summary()));
        key(Qt::Key_End);
        QCOMPARE(accessible->text(QAccessible::Description), series().text(series().rowCount() - 1));
        QList<Qt::BrushStyle> patterns;
        const QList<ChartLook> looks = chart().looks();
        for (const ChartLook& look : looks) {
            QVERIFY(!patterns.contains(look.pattern));
            patterns.append(look.pattern);
        }
    }

    void foldingIsRemembered()
    {
        openAccessHistory();
        QVERIFY(m_console->page().chart()->panel().isUnfolded());
        key(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(chartHasFocus());
        key(Qt::Key_G, Qt::ControlModifier);
        QVERIFY(!m_console->page().chart()->panel().isUnfolded());
        QCOMPARE(m_console->window().focusWidget(), &m_console->page().view());
        QVERIFY(!said().isEmpty()); // in words all the same
        m_console->reopenWindow();
        QVERIFY(m_console->connectToSandbox());
        openAccessHistory();
        QVERIFY(!m_console->page().chart()->panel().isUnfolded());
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "events"));
        QVERIFY(m_console->page().chart()->panel().isUnfolded()); // each page for itself
    }

    void aPageWithoutAChartSaysSo()
    {
        QVERIFY(m_console->open({}, "projects"));
        QVERIFY(!m_console->page().chart());
        key(Qt::Key_G, Qt::ControlModifier);
        key(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_console->page().isVisible());
    }

    void theLinesStandAtTheNumbers()
    {
        openAccessHistory();
        key(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(series().rowCount() > 8);
        for (const int height : {500, 900, 620}) {
            m_console->window().resize(1200, height);
            QVERIFY(chart().isVisible());
            const QImage image = chart().viewport()->grab().toImage();
            const QRectF area = chart().chart()->plotArea();
            const QColor line = chart().palette().color(QPalette::Mid);
            const int right = int(area.right()) - 1;
            const auto* axis = qobject_cast<QValueAxis*>(chart().chart()->axes(Qt::Vertical).constFirst());
            QVERIFY(axis && axis->tickCount() > 1);
            const double apart = area.height() / (axis->tickCount() - 1);
            QVERIFY(image.pixelColor(right, int(area.top())) == line);
            for (int y = 0; y < image.height(); ++y) { // a bar may hide some, and none is elsewhere
                if (image.pixelColor(right, y) == line)
                    QVERIFY(std::abs(std::remainder(y - area.top(), apart)) <= 1);
            }
        }
    }

    void theThemeChangesItAtOnce()
    {
        openAccessHistory();
        key(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(series().rowCount() > 8);
        QVERIFY(backgroundLightness(chart()) > 200);
        const QColor before = chart().looks().constFirst().colour;
        applyTheme(*qApp, Theme::Dark);
        QTRY_VERIFY(backgroundLightness(chart()) < 60);
        QVERIFY(chart().looks().constFirst().colour.lightness() > before.lightness());
        applyTheme(*qApp, Theme::Light);
        QTRY_VERIFY(backgroundLightness(chart()) > 200);
    }

private:
    QString said() const { return m_console->page().chart()->panel().saidText(); }
    void openAccessHistory()
    {
        QVERIFY(m_console->open(m_console->place(Place::Kind::Cluster, u"SHARDED"_s), "accessHistory"));
        QVERIFY(m_console->page().model().rowCount() > 20);
    }
    static void pages()
    {
        QTest::addColumn<QByteArray>("pageId");
        for (const PageDescription& page : pageTable()) {
            const bool isDrawn =
                !page.charts.empty() && page.charts.front().kind != SeriesDescription::Kind::Lanes;
            if (isDrawn)
                QTest::newRow(page.id.constData()) << page.id;
        }
    }
    void openPage()
    {
        QFETCH(QByteArray, pageId);
        for (const PageDescription& page : pageTable()) {
            if (page.id == pageId)
                QVERIFY(m_console->open(page.places.contains(Place::Kind::Fleet)
                        ? Place()
                        : m_console->place(page.places.first(), u"REPLICASET"_s),
                    pageId));
        }
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* focus = m_console->window().focusWidget();
        QTest::keyClick(focus ? focus : &m_console->window(), key, modifiers);
    }
    ChartView& chart() { return *m_console->page().chart()->panel().chart(); }
    SeriesModel& series() { return m_console->page().chart()->series(); }
    bool chartHasFocus() { return m_console->window().focusWidget() == &chart(); }
};

TELAMON_WIDGET_TEST(TestCharts)
#include "test_charts.moc"
