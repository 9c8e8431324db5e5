// SPDX-License-Identifier: GPL-3.0-or-later
// What a page shows is seen whole, and not said twice.
#include "models/recordmodel.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/seriestable.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/pageactions.h"
#include "ui/pages/pagechart.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordview.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestPageLook : public ConsoleTest {
    Q_OBJECT
    void beforeConnecting() override { m_console->window().resize(1440, 900); }

private Q_SLOTS:
    void noShortWordIsCutAtTheUsualWidth_data()
    {
        QTest::addColumn<Place::Kind>("kind");
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("alerts of the fleet") << Place::Kind::Fleet << "alerts"_ba;
        QTest::newRow("alerts of an organization") << Place::Kind::Organization << "alerts"_ba;
        QTest::newRow("alerts of a project") << Place::Kind::Project << "alerts"_ba;
        QTest::newRow("clusters of the fleet") << Place::Kind::Fleet << "fleet"_ba;
        QTest::newRow("clusters of an organization") << Place::Kind::Organization << "clusters"_ba;
        QTest::newRow("network") << Place::Kind::Project << "network"_ba;
    }
    void noShortWordIsCutAtTheUsualWidth()
    {
        QFETCH(const Place::Kind, kind);
        QFETCH(const QByteArray, page);
        QVERIFY(m_console->openOneWithRows(kind, page));
        const RecordView& view = m_console->page().view();
        const RecordModel& model = m_console->page().model();
        const QHeaderView& header = *view.horizontalHeader();
        const QList<int> shown = view.shownColumns();
        const auto seenEnd = [&](int column) {
            return header.sectionPosition(column) + header.sectionSize(column);
        };
        const auto isCutByTheEdge = [&](int column) {
            return header.sectionPosition(column) < view.viewport()->width() - 8
                && seenEnd(column) > view.viewport()->width();
        };
        QTRY_VERIFY(std::none_of(shown.cbegin(), shown.cend(), isCutByTheEdge));
        for (const int column : shown) {
            const Column& described = model.columns()[size_t(column)];
            if (described.type == ColumnType::Text
                || (described.type == ColumnType::Enum && described.width > 16))
                continue;
            for (int row = 0; row < model.rowCount(); ++row) {
                const QModelIndex cell = model.index(row, column);
                QVERIFY2(view.sizeHintForIndex(cell).width() <= header.sectionSize(column),
                    qPrintable(QLatin1StringView(described.key) + u": "_s + cell.data().toString()));
            }
        }
        const int status = model.columnOf("status");
        QVERIFY(status < 0 || page != "alerts" || seenEnd(status) <= view.viewport()->width());
    }

    void aBannerIsReadWholeInASmallWindow_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<int>("height");
        QTest::newRow("fleet") << "fleet"_ba << 400;
        QTest::newRow("alerts") << "alerts"_ba << 440;
    }
    void aBannerIsReadWholeInASmallWindow()
    {
        QFETCH(const QByteArray, page);
        QFETCH(const int, height);
        m_console->window().resize(500, height);
        QVERIFY(m_console->open({}, page));
        const auto* banner = m_console->page().findChild<MessageBar*>();
        QVERIFY(banner && banner->isVisible());
        const QList<QLabel*> labels = banner->findChildren<QLabel*>();
        const auto text = std::find_if(
            labels.cbegin(), labels.cend(), [](const QLabel* label) { return label->wordWrap(); });
        QVERIFY(text != labels.cend());
        QTRY_VERIFY((*text)->height() >= (*text)->heightForWidth((*text)->width()));
        QVERIFY((*text)->geometry().bottom() <= banner->height());
        QVERIFY(m_console->page().view().viewport()->height() > m_console->page().fontMetrics().height());
        QCOMPARE(m_console->window().size(), QSize(500, height));
    }

    void nothingStandsOverAnotherOnceTheWindowIsSmall_data()
    {
        QTest::addColumn<Place::Kind>("kind");
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("archives") << Place::Kind::Cluster << "archives"_ba;
        QTest::newRow("alerts") << Place::Kind::Project << "alerts"_ba;
        QTest::newRow("people") << Place::Kind::Project << "people"_ba;
        QTest::newRow("search indexes") << Place::Kind::Cluster << "searchIndexes"_ba;
        QTest::newRow("access history") << Place::Kind::Cluster << "accessHistory"_ba;
    }
    void nothingStandsOverAnotherOnceTheWindowIsSmall()
    {
        QFETCH(const Place::Kind, kind);
        QFETCH(const QByteArray, page);
        m_console->window().resize(1280, 800);
        QVERIFY(m_console->openOneWithRows(kind, page));
        QTRY_COMPARE(m_console->window().size(), QSize(1280, 800));
        m_console->window().resize(500, 400);
        QTRY_COMPARE(m_console->window().size(), QSize(500, 400));
        const auto overlapping = [this] {
            QWidgetList parts;
            for (QObject* child : m_console->page().children()) {
                auto* part = qobject_cast<QWidget*>(child);
                if (!part || !part->isVisible() || part->isWindow())
                    continue;
                for (const QWidget* other : std::as_const(parts)) {
                    if (part->geometry().intersects(other->geometry()))
                        return u"%1 over %2"_s.arg(QLatin1StringView(part->metaObject()->className()),
                            QLatin1StringView(other->metaObject()->className()));
                }
                parts.append(part);
            }
            return QString();
        };
        QTRY_COMPARE(overlapping(), QString());
    }

    void aSmallWindowShowsWhatHasManyChoices_data()
    {
        QTest::addColumn<Place::Kind>("kind");
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("access history") << Place::Kind::Cluster << "accessHistory"_ba;
        QTest::newRow("events of a cluster") << Place::Kind::Cluster << "events"_ba;
        QTest::newRow("events of a project") << Place::Kind::Project << "events"_ba;
        QTest::newRow("events of an organization") << Place::Kind::Organization << "organizationEvents"_ba;
    }
    void aSmallWindowShowsWhatHasManyChoices()
    {
        QFETCH(const Place::Kind, kind);
        QFETCH(const QByteArray, page);
        const MainWindow& window = m_console->window();
        m_console->window().resize(500, 400);
        QVERIFY(m_console->openOneWithRows(kind, page));
        QTRY_COMPARE(window.size(), QSize(500, 400));
        const FilterBar& bar = m_console->page().filterBar();
        const QList<QComboBox*> choices = bar.findChildren<QComboBox*>();
        QVERIFY(choices.size() > 1);
        for (const QComboBox* choice : choices) {
            const QRect place(choice->mapTo(&bar, QPoint()), choice->size());
            QVERIFY2(bar.rect().contains(place), qPrintable(choice->accessibleName()));
        }
        QVERIFY(m_console->page().view().viewport()->height() >= m_console->page().view().rowHeight(0));
    }

    void theTimesOfAChartAreReadWholeInTheFilter()
    {
        FilterBar bar;
        bar.resize(1100, bar.sizeHint().height());
        bar.show();
        bar.setText(u"time:>=2026-10-31T18:15Z time:<2026-10-31T22:30Z"_s);
        const QLineEdit& edit = *bar.lineEdit();
        const int buttons = 4 * edit.fontMetrics().height();
        QVERIFY(edit.fontMetrics().horizontalAdvance(edit.text()) + buttons <= edit.width());
    }

    void allLanesAreSeenAsATable()
    {
        QVERIFY(m_console->openOneWithRows(Place::Kind::Cluster, "snapshots"));
        ChartPanel& panel = m_console->page().chart()->panel();
        panel.setUnfolded(true);
        panel.setTableShown(true);
        QTRY_VERIFY(panel.table() && panel.table()->isVisible());
        QTRY_VERIFY(panel.table()->model()->rowCount() > 1);
        QTRY_COMPARE(panel.table()->verticalScrollBar()->maximum(), 0);
    }

    void aPolicyIsLiftedOnlyWhereTheServiceSaysSo()
    {
        int liftable = 0;
        int fixed = 0;
        const QList<Place> projects = m_console->places(Place::Kind::Project);
        for (const Place& project : projects) {
            QVERIFY(m_console->open(project, "backupPolicy"));
            RecordPage& page = m_console->page();
            const QAction* disable = page.actions().pageActions().at(0);
            const bool isThere = page.model().rowCount() == 1;
            const bool canBe = isThere && page.model().value(0, "deletable").toBool();
            QCOMPARE(disable->isEnabled(), canBe);
            QVERIFY(!isThere || disable->toolTip().contains("support"_L1));
            QCOMPARE(isThere && !canBe, disable->toolTip().contains("cannot be lifted now"_L1));
            liftable += canBe ? 1 : 0;
            fixed += isThere && !canBe ? 1 : 0;
        }
        QVERIFY(liftable > 0 && fixed > 0);
    }

    void belowFactsStandsWhatTheyDoNotSay()
    {
        QVERIFY(m_console->openOneWithRows(Place::Kind::Project, "backupPolicy"));
        const DetailPane& detail = m_console->page().detail();
        QVERIFY(detail.isVisible() && !detail.fields().isVisible());
        const auto* tabs = detail.findChild<QTabWidget*>();
        QCOMPARE(tabs->tabText(tabs->currentIndex()), u"Scheduled items"_s);
        const auto* items = qobject_cast<RecordView*>(tabs->currentWidget());
        QVERIFY(items);
        QTRY_VERIFY(items->recordModel()->rowCount() > 1);
        const QList<int> columns = items->shownColumns();
        for (int row = 0; row < items->recordModel()->rowCount(); ++row) {
            for (const int column : columns) {
                const QModelIndex cell = items->recordModel()->index(row, column);
                QTRY_VERIFY2(items->sizeHintForIndex(cell).width() <= items->columnWidth(column),
                    qPrintable(cell.data().toString()));
            }
        }
    }
};

TELAMON_WIDGET_TEST(TestPageLook)
#include "test_pagelook.moc"
