// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordmodel.h"
#include "tests/support/testprogram.h"
#include "ui/widgets/recorddelegate.h"
#include "ui/widgets/recordview.h"

#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

TableLayout layout()
{
    using enum ColumnType;
    TableLayout table;
    table.columns = {{"id", "Id", Text, Presentation::Plain, true, 10},
        {"state", "State", Enum, Presentation::Plain, true, 12},
        {"note", "Note", Text, Presentation::Plain, true, 20},
        {"size", "Size", Integer, Presentation::Plain, true, 8},
        {"project", "Project", Text, Presentation::Plain, true, 20}};
    table.idColumns = {"id"};
    table.sources = {{"list", "", "", {{{"/id"}}, {{"/state"}}, {{"/note"}}, {{"/size"}}, {{"/project"}}}}};
    return table;
}

} // namespace

class TestRecordView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<RecordModel>(layout());
        m_view = std::make_unique<RecordView>();
        m_view->resize(1600, 400);
        m_view->setRecordModel(m_model.get());
        m_view->show();
    }

    void cleanup()
    {
        m_view.reset();
        m_model.reset();
    }

    void emptyColumnsHideUntilARowTellsSomething()
    {
        load("[{\"id\":\"1\",\"state\":\"IDLE\",\"project\":\"p\"}]");
        m_view->tidyColumns();
        QCOMPARE(m_view->shownColumns(), QList<int>({0, 1, 4}));
        load("[{\"id\":\"1\",\"state\":\"IDLE\",\"project\":\"p\",\"size\":5}]");
        m_view->tidyColumns();
        QCOMPARE(m_view->shownColumns(), QList<int>({0, 1, 3, 4}));
    }

    void withoutRowsAllStay()
    {
        m_view->tidyColumns();
        QCOMPARE(m_view->shownColumns().size(), 5);
    }

    void whatThePlaceSaysIsHidden()
    {
        m_view->hideAtFirst("project");
        m_view->hideAtFirst("id"); // the first holds the attention
        load("[{\"id\":\"1\",\"state\":\"IDLE\",\"note\":\"n\",\"size\":1,\"project\":\"p\"}]");
        m_view->tidyColumns();
        QCOMPARE(m_view->shownColumns(), QList<int>({0, 1, 2, 3}));
    }

    void aChoiceStays()
    {
        load("[{\"id\":\"1\",\"note\":\"n\"}]");
        m_view->tidyColumns();
        QVERIFY(m_view->isColumnHidden(3));
        chooseColumn(3);
        m_view->tidyColumns();
        QVERIFY(!m_view->isColumnHidden(3));
    }

    void aWidthThatIsSetStays()
    {
        load("[{\"id\":\"1\",\"state\":\"IDLE\",\"note\":\"n\",\"size\":1,\"project\":\"p\"}]");
        m_view->tidyColumns();
        m_view->setColumnWidth(2, 123); // as a person drags it
        m_view->tidyColumns();
        QCOMPARE(m_view->columnWidth(2), 123);
    }

    void whatIsKeptIsOnlyWhatWasChosen()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        load("[{\"id\":\"1\",\"note\":\"n\"}]");
        m_view->tidyColumns();
        m_view->setColumnWidth(2, 123);
        m_view->saveColumns(settings, u"columns/x"_s);

        RecordView other;
        other.setRecordModel(m_model.get());
        QVERIFY(other.restoreColumns(settings, u"columns/x"_s));
        QCOMPARE(other.columnWidth(2), 123);
        load("[{\"id\":\"1\",\"note\":\"n\",\"size\":7}]");
        other.tidyColumns();
        QCOMPARE(other.shownColumns(), QList<int>({0, 2, 3})); // hidden as empty, not by choice
    }

    void copiedRowsHoldTheServicesWords()
    {
        load("[{\"id\":\"1\",\"state\":\"IN_PROGRESS\"}]");
        m_view->tidyColumns();
        m_view->selectRow(0);
        QCOMPARE(m_model->text(0, "state"), u"In progress"_s);
        QCOMPARE(m_view->selectionAsText(), u"Id\tState\n1\tIN_PROGRESS\n"_s);
    }

    void ofALongWordBothEndsAreSeen_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Qt::TextElideMode>("mode");
        QTest::newRow("id") << u"0123456789abcdef01234567"_s << Qt::ElideMiddle;
        QTest::newRow("host") << u"shop-shard-00-02.abcde.mongodb.net:27017"_s << Qt::ElideMiddle;
        QTest::newRow("sentence") << u"The service refused it."_s << Qt::ElideRight;
    }
    void ofALongWordBothEndsAreSeen()
    {
        QFETCH(const QString, text);
        QFETCH(const Qt::TextElideMode, mode);
        struct Delegate : RecordDelegate {
            using RecordDelegate::initStyleOption;
            using RecordDelegate::RecordDelegate;
        };
        load("[{\"id\":\"" + text.toUtf8() + "\"}]");
        const Delegate delegate(-1, -1, nullptr);
        QStyleOptionViewItem option;
        delegate.initStyleOption(&option, m_model->index(0, 0));
        QCOMPARE(option.text, text);
        QCOMPARE(option.textElideMode, mode);
    }

    void theArrowSaysHowTheRowsAreSorted()
    {
        const QByteArray rows =
            "[{\"id\":\"b\",\"size\":1},{\"id\":\"a\",\"size\":2},{\"id\":\"c\",\"size\":3}]";
        const auto ids = [this]() -> QString {
            return m_model->idAt(0) + m_model->idAt(1) + m_model->idAt(2);
        };
        load(rows);
        QCOMPARE(m_view->horizontalHeader()->sortIndicatorSection(), -1); // as they came
        QCOMPARE(ids(), u"bac"_s);
        m_view->sortByColumn(3, Qt::DescendingOrder);
        QCOMPARE(ids(), u"cab"_s);
        m_view->setRecordModel(nullptr);
        m_model = std::make_unique<RecordModel>(layout());
        m_view->setRecordModel(m_model.get());
        load(rows);
        QCOMPARE(m_view->horizontalHeader()->sortIndicatorSection(), 3);
        QCOMPARE(m_view->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
        QCOMPARE(ids(), u"cab"_s);
    }

    void copiedNumbersAndTimesCanBeReckonedWith()
    {
        TableLayout table = layout();
        table.columns[2].type = ColumnType::Time;
        table.columns[2].presentation = Presentation::Age;
        table.columns[3].presentation = Presentation::Bytes;
        m_view->setRecordModel(nullptr);
        m_model = std::make_unique<RecordModel>(table);
        m_view->setRecordModel(m_model.get());
        load("[{\"id\":\"1\",\"note\":\"2025-01-02T03:04:05Z\",\"size\":335228928}]");
        m_view->tidyColumns();
        m_view->selectRow(0);
        QVERIFY(m_model->text(0, "note").endsWith(" ago"_L1));
        QVERIFY(m_model->text(0, "size").endsWith(" MiB"_L1));
        QCOMPARE(m_view->selectionAsText(), u"Id\tNote\tSize\n1\t2025-01-02T03:04:05Z\t335228928\n"_s);
    }

    void theCurrentRowLooksLikeIt()
    {
        load("[{\"id\":\"1\"},{\"id\":\"2\"}]");
        m_view->activateWindow();
        m_view->clearFocus();
        m_view->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(m_view->hasFocus());
        QCOMPARE(m_view->currentIndex().row(), 0);
        QVERIFY(m_view->selectionModel()->isRowSelected(0));
        m_view->clearFocus();
        QVERIFY(m_view->selectionModel()->isRowSelected(0));
    }

private:
    void load(const QByteArray& records)
    {
        QSignalSpy finished(m_model.get(), &RecordModel::loadFinished);
        m_model->beginLoad();
        m_model->addAnswer("list", records);
        m_model->finishLoad();
        QTRY_COMPARE(finished.count(), 1);
    }

    void chooseColumn(int column)
    {
        m_view->showColumnMenu({});
        const auto menus = m_view->findChildren<QMenu*>();
        QCOMPARE(menus.size(), 1);
        menus.first()->actions().at(column)->trigger();
        menus.first()->close();
    }

    std::unique_ptr<RecordModel> m_model;
    std::unique_ptr<RecordView> m_view;
};

TELAMON_WIDGET_TEST(TestRecordView)
#include "test_recordview.moc"
