// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a chart over time lists what has something in it and says how much it leaves out; rows are
// told, and shown as selected, as the chart counts them.
#include "models/recordmodel.h"
#include "models/series/filledrows.h"
#include "models/series/seriesmodel.h"
#include "tests/models/series/seriesfixture.h"
#include "tests/support/testprogram.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/seriestable.h"

#include <QAbstractItemModelTester>
#include <QLabel>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

const SeriesDescription Rows {.title = "Rows", .timeKey = "time", .seriesKey = "ok"};

// One row in each of these minutes of an hour.
QByteArray rowsAt(const QList<int>& minutes)
{
    QByteArrayList rows;
    for (const int minute : minutes) {
        const QByteArray number = QByteArray::number(minute).rightJustified(2, '0');
        rows.append("{\"id\":\"" + number + "\",\"time\":\"2026-05-02T14:" + number
            + ":10Z\",\"ok\":true,\"user\":\"u" + number + "\"}");
    }
    return '[' + rows.join(',') + ']';
}

} // namespace

class TestChartTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_records = std::make_unique<RecordModel>(seriesTable());
        loadRows(*m_records, rowsAt({0, 4, 5, 9}));
        m_series = std::make_unique<SeriesModel>(Rows, *m_records, nullptr);
        m_series->setActive(true);
        QCOMPARE(m_series->rowCount(), 10); // by the minute
        m_panel = std::make_unique<ChartPanel>(*m_series, nullptr);
        m_panel->setUnfolded(true);
        m_panel->setTableShown(true);
        m_panel->resize(900, 400);
        m_panel->show();
    }
    void cleanup()
    {
        m_panel.reset();
        m_series.reset();
        m_records.reset();
    }

    void emptySpansAreLeftOutAndCounted()
    {
        QCOMPARE(listed(), (QList<int> {0, 4, 5, 9}));
        QCOMPARE(note().text(), u"Left out, since there is nothing in them: 6 of 10 rows."_s);
        QVERIFY(note().isVisible());
        QCOMPARE(table().accessibleDescription(), note().text()); // told with the table's name
        loadRows(*m_records, rowsAt({0, 1, 2, 3}));
        QTRY_COMPARE(m_series->rowCount(), 4);
        QCOMPARE(listed(), (QList<int> {0, 1, 2, 3}));
        QVERIFY(!note().isVisible());
        QCOMPARE(table().accessibleDescription(), QString());
    }

    void whatFillsUpIsListedInItsPlace()
    {
        const QAbstractItemModelTester tester(
            table().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        table().selectRow(1);
        loadRows(*m_records, rowsAt({0, 5, 7, 9}));
        QTRY_COMPARE(listed(), (QList<int> {0, 5, 7, 9}));
        QCOMPARE(selected(), QList<int> {5}); // what was selected by hand
        QCOMPARE(note().text(), u"Left out, since there is nothing in them: 6 of 10 rows."_s);
    }

    void rowsAreChosenAsTheChartCountsThem()
    {
        QSignalSpy chosen(&table(), &SeriesTable::rowsChosen);
        table().selectRow(1);
        QTest::keyClick(&table(), Qt::Key_Return);
        QCOMPARE(chosen.takeFirst(), (QVariantList {5, 5})); // the newest comes first
        table().setCurrentIndex(table().model()->index(2, 0));
        QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&table(), Qt::Key_Return);
        QCOMPARE(chosen.takeFirst(), (QVariantList {0, 4}));
        QVERIFY(table().selectionAsText().contains(m_series->index(0, 0).data().toString()));
    }

    void numbersStandBelowTheirHeadersAndNothingWhereNothingIs()
    {
        loadRows(*m_records,
            "[{\"id\":\"1\",\"time\":\"2026-05-02T14:00:10Z\",\"ok\":true},"
            "{\"id\":\"2\",\"time\":\"2026-05-02T14:01:10Z\",\"ok\":false}]");
        QTRY_COMPARE(m_series->rowCount(), 2);
        QCOMPARE(table().model()->columnCount(), 4);
        const auto cell = [this](int row, int column) { return table().model()->index(row, column); };
        QCOMPARE(cell(0, 1).data().toString() + cell(0, 2).data().toString(), u"1"_s);
        QCOMPARE(cell(0, 0).data().toString(), m_series->index(1, 0).data().toString());
        for (int column = 1; column < 4; ++column)
            QCOMPARE(table().model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole),
                cell(0, column).data(Qt::TextAlignmentRole));
    }

    void whatTheFilterSelectsIsSelected()
    {
        QCOMPARE(m_records->setFilter(m_series->filterFor(2, 5).value()), QString());
        QTRY_COMPARE(selected(), (QList<int> {4, 5}));
        QCOMPARE(m_records->setFilter(m_series->filterFor(6, 8).value()), QString());
        QTRY_COMPARE(selected(), QList<int>()); // nothing is there
        QCOMPARE(m_records->setFilter(m_series->filterFor(6, 9).value()), QString());
        QTRY_COMPARE(selected(), QList<int> {9});
    }

    void whatTheLegendTellsIsNotSaidAgain()
    {
        loadRows(*m_records,
            "[{\"id\":\"1\",\"time\":\"2026-05-02T14:00:10Z\",\"ok\":true},"
            "{\"id\":\"2\",\"time\":\"2026-05-02T14:01:10Z\",\"ok\":false}]");
        QTRY_COMPARE(m_series->rowCount(), 2);
        QCOMPARE(m_series->series().series.size(), std::size_t(2));
        QCOMPARE(m_panel->saidText(), m_series->headline()); // beside the table too there is the legend
        m_panel->setTableShown(false);
        QCOMPARE(m_panel->saidText(), m_series->headline());
        QString number = m_series->series().series.front().name + u": "_s + m_series->partTotal(0);
        const auto isTold = [&] {
            const QList<QLabel*> labels = m_panel->findChildren<QLabel*>();
            return std::any_of(labels.cbegin(), labels.cend(),
                [&number](const QLabel* label) { return label->isVisible() && label->text() == number; });
        };
        QTRY_VERIFY(isTold());
        QCOMPARE(m_records->setFilter(m_series->filterFor(1, 1).value()), QString());
        number = u": 0 of 1"_s;
        QTRY_VERIFY(isTold());
        QVERIFY2(m_panel->saidText().contains(u": 1 of 2 selected, "_s), qPrintable(m_panel->saidText()));
        m_panel->resize(60, 400); // no room for a legend
        QTRY_VERIFY(!isTold());
        QCOMPARE(m_panel->saidText(), m_series->summary());
        m_panel->setUnfolded(false);
        QCOMPARE(m_panel->saidText(), m_series->summary());
    }

    void groupsAreAllListed()
    {
        const SeriesDescription users {
            .kind = SeriesDescription::Kind::Categories, .title = "Users", .seriesKey = "user"};
        SeriesModel groups(users, *m_records, nullptr);
        groups.setActive(true);
        const SeriesTable shown(groups, nullptr);
        QCOMPARE(shown.model()->rowCount(), 4);
        QCOMPARE(shown.leftOutText(), QString());
    }

private:
    SeriesTable& table() { return *m_panel->table(); }
    QLabel& note() { return *m_panel->findChild<QLabel*>(u"leftOut"_s); }
    QList<int> inSeries(const QModelIndexList& indexes)
    {
        const auto* filled = qobject_cast<FilledRows*>(table().model());
        QList<int> rows;
        for (const QModelIndex& index : indexes)
            rows.append(filled->mapToSource(index).row());
        std::sort(rows.begin(), rows.end());
        return rows;
    }
    QList<int> selected() { return inSeries(table().selectionModel()->selectedRows()); }
    QList<int> listed()
    {
        QModelIndexList indexes;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            indexes.append(table().model()->index(row, 0));
        return inSeries(indexes);
    }

    std::unique_ptr<RecordModel> m_records;
    std::unique_ptr<SeriesModel> m_series;
    std::unique_ptr<ChartPanel> m_panel;
};

TELAMON_WIDGET_TEST(TestChartTable)
#include "test_charttable.moc"
