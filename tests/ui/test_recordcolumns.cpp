// SPDX-License-Identifier: GPL-3.0-or-later
// How wide a table's columns are: what is short is seen whole, what is long has what is left.
#include "models/recordmodel.h"
#include "tests/support/testprogram.h"
#include "ui/widgets/recordview.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

enum ColumnOf { IdColumn, StateColumn, NoteColumn, SizeColumn, ProjectColumn };

TableLayout fiveColumns(int widthOfNote)
{
    using enum ColumnType;
    TableLayout table;
    table.columns = {{"id", "Id", Text, Presentation::Plain, true, 10},
        {"state", "State", Enum, Presentation::Plain, true, 12},
        {"note", "Note", Text, Presentation::Plain, true, widthOfNote},
        {"size", "Size", Integer, Presentation::Plain, true, 8},
        {"project", "Project", Text, Presentation::Plain, true, 20}};
    table.idColumns = {"id"};
    table.sources = {{"list", "", "", {{{"/id"}}, {{"/state"}}, {{"/note"}}, {{"/size"}}, {{"/project"}}}}};
    return table;
}

QByteArray recordText(const char* id, const char* state, const char* note, const char* size)
{
    return QByteArray("{\"id\":\"") + id + "\",\"state\":\"" + state + "\",\"note\":\"" + note
        + "\",\"size\":" + size + ",\"project\":\"catalog-search\"}";
}

} // namespace

class TestRecordColumns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<RecordView>();
        m_view->resize(1600, 400);
        use(fiveColumns(20));
        m_view->show();
    }

    void cleanup()
    {
        m_view.reset();
        m_model.reset();
    }

    void textsShareTheRoom()
    {
        load(recordText("1", "IDLE", "n", "1"));
        m_view->tidyColumns();
        const int size = m_view->columnWidth(SizeColumn);
        const int note = m_view->columnWidth(NoteColumn);
        QVERIFY(isFilled());
        m_view->resize(1400, 400);
        QCOMPARE(m_view->columnWidth(SizeColumn), size);
        QVERIFY(m_view->columnWidth(NoteColumn) < note);
        QVERIFY(m_view->columnWidth(NoteColumn) > 2 * neededBy(NoteColumn));
        QVERIFY(isFilled());
    }

    void withoutTextsWordsAndTimesShareTheRoom()
    {
        TableLayout table = fiveColumns(8);
        for (Column& column : table.columns)
            column.width = 8;
        table.columns[NoteColumn].type = ColumnType::Time;
        use(table);
        load(recordText("1", "IDLE", "2026-01-02T03:04:05Z", "1"));
        m_view->tidyColumns();
        QCOMPARE(m_view->columnWidth(SizeColumn), m_view->horizontalHeader()->sectionSizeHint(SizeColumn));
        QVERIFY(isFilled());
    }

    void onlyWhatIsLongIsCut_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<bool>("isCut");
        QTest::newRow("an id") << int(IdColumn) << false;
        QTest::newRow("a state") << int(StateColumn) << false;
        QTest::newRow("a long text") << int(NoteColumn) << true;
        QTest::newRow("a number") << int(SizeColumn) << false;
        QTest::newRow("a name") << int(ProjectColumn) << false;
    }
    void onlyWhatIsLongIsCut()
    {
        QFETCH(const int, column);
        QFETCH(const bool, isCut);
        use(fiveColumns(40));
        load(recordText("1", "WAITING_FOR_APPROVAL",
            "The service says at length why it is so and no other way", "123456"));
        m_view->tidyColumns();
        m_view->resize(neededByAll() - neededBy(NoteColumn) / 4, 400);
        QVERIFY(isFilled());
        QCOMPARE(m_view->columnWidth(column) < neededBy(column), isCut);
        m_view->resize(neededByAll() + 100, 400);
        QVERIFY(m_view->columnWidth(column) >= neededBy(column));
        QVERIFY(isFilled());
    }

    void theLongestGivesFirst()
    {
        TableLayout table = fiveColumns(40);
        table.columns[ProjectColumn].width = 42;
        use(table);
        load("{\"id\":\"1\",\"state\":\"IDLE\",\"size\":1,\"project\":\"katharina.lindqvist@example.com\","
             "\"note\":\"Project Owner, Project Data Access Admin, Project Search Index Editor\"}");
        m_view->tidyColumns();
        m_view->resize(neededByAll() - neededBy(NoteColumn) / 3, 400);
        QVERIFY(isFilled());
        QVERIFY(m_view->columnWidth(ProjectColumn) >= neededBy(ProjectColumn));
        QVERIFY(m_view->columnWidth(NoteColumn) < neededBy(NoteColumn));
    }

    void whatIsLeftIsFirstOfWhatIsCut()
    {
        use(fiveColumns(40));
        load(recordText("1", "IDLE",
            "The service says at length why it is so, what could be done, and that there is no other way",
            "1"));
        m_view->tidyColumns();
        m_view->resize(neededByAll() + 4, 400);
        QVERIFY(m_view->columnWidth(NoteColumn) >= neededBy(NoteColumn));
        QVERIFY(isFilled());
    }

    // What there is no room for, even when all give what they can, is scrolled to.
    void theEdgeOfWhatIsSeenCutsNoColumn()
    {
        load(recordText("1", "WAITING", "short", "123456789012"));
        m_view->tidyColumns();
        m_view->resize(
            neededBy(IdColumn) + neededBy(StateColumn) + neededBy(NoteColumn) + neededBy(SizeColumn) / 2,
            400);
        const QHeaderView& header = *m_view->horizontalHeader();
        const int seen = header.sectionPosition(SizeColumn);
        QVERIFY(header.length() > m_view->viewport()->width());
        QVERIFY(seen <= m_view->viewport()->width() && seen > m_view->viewport()->width() - 8);
        for (int column = 0; column < m_model->columnCount(); ++column)
            QVERIFY(m_view->columnWidth(column) >= neededBy(column));
    }

    void besideTheScrollBarNothingIsCut()
    {
        QByteArrayList records;
        for (int row = 0; row < 100; ++row)
            records.append(recordText(QByteArray::number(row).constData(), "IDLE", "n", "1"));
        load(records.join(','));
        m_view->tidyColumns();
        QTRY_VERIFY(m_view->verticalScrollBar()->isVisible());
        QTRY_VERIFY(isFilled());
        QVERIFY(!m_view->horizontalScrollBar()->isVisible());
    }

    // Read again, what is shorter leaves the columns where they are.
    void columnsDoNotTremble()
    {
        load(recordText("1", "WAITING_FOR_APPROVAL", "n", "123456"));
        m_view->tidyColumns();
        const int state = m_view->columnWidth(StateColumn);
        load(recordText("1", "IDLE", "n", "1"));
        m_view->tidyColumns();
        QCOMPARE(m_view->columnWidth(StateColumn), state);
    }

    void rowsThatAFilterHidHaveRoomToo()
    {
        m_model->setFilter(u"state:IDLE"_s);
        load(recordText("1", "IDLE", "n", "1") + ',' + recordText("2", "WAITING_FOR_APPROVAL", "n", "2"));
        m_view->tidyColumns();
        QCOMPARE(m_model->rowCount(), 1);
        const int state = m_view->columnWidth(StateColumn);
        m_model->setFilter({});
        m_view->fitColumns();
        QVERIFY(m_view->columnWidth(StateColumn) > state);
        QVERIFY(m_view->columnWidth(StateColumn) >= neededBy(StateColumn));
    }

    void aColumnThatIsChosenHasRoom()
    {
        load(recordText("1", "IDLE", "n", "1"));
        m_view->tidyColumns();
        m_view->chooseColumn(ProjectColumn, false);
        QVERIFY(isFilled());
        m_view->chooseColumn(ProjectColumn, true);
        QVERIFY(isFilled());
        QVERIFY(m_view->columnWidth(ProjectColumn) >= neededBy(ProjectColumn));
    }

private:
    void use(const TableLayout& table)
    {
        m_view->setRecordModel(nullptr);
        m_model = std::make_unique<RecordModel>(table);
        m_view->setRecordModel(m_model.get());
    }

    void load(const QByteArray& records)
    {
        QSignalSpy finished(m_model.get(), &RecordModel::loadFinished);
        m_model->beginLoad();
        m_model->addAnswer("list", '[' + records + ']');
        m_model->finishLoad();
        QTRY_COMPARE(finished.count(), 1);
    }

    // So that its title and all its cells are drawn whole.
    int neededBy(int column) const
    {
        int needed = m_view->horizontalHeader()->sectionSizeHint(column);
        for (int row = 0; row < m_model->rowCount(); ++row)
            needed = std::max(needed, m_view->sizeHintForIndex(m_model->index(row, column)).width());
        return needed;
    }

    int neededByAll() const
    {
        int needed = 0;
        for (int column = 0; column < m_model->columnCount(); ++column)
            needed += neededBy(column);
        return needed;
    }

    bool isFilled() const
    {
        const int left = m_view->viewport()->width() - m_view->horizontalHeader()->length();
        return left >= 0 && left < 8;
    }

    std::unique_ptr<RecordModel> m_model;
    std::unique_ptr<RecordView> m_view;
};

TELAMON_WIDGET_TEST(TestRecordColumns)
#include "test_recordcolumns.moc"
