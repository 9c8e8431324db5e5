// SPDX-License-Identifier: GPL-3.0-or-later
// The window itself: what it remembers, how it is marked, how it looks.
#include "models/inventory.h"
#include "models/navigatormodel.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consolefixture.h"
#include "tests/ui/controlwalk.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/welcomepage.h"
#include "ui/navigator/navigator.h"
#include "ui/pages/placeview.h"
#include "ui/pages/recordpage.h"
#include "ui/requestlog/requestlogdock.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordview.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QSplitter>
#include <QSplitterHandle>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

int lightnessOf(const QImage& image)
{
    return image.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).pixelColor(0, 0).lightness();
}

// Of an icon's strokes: what is transparent has no colour.
int strokeLightness(const QIcon& icon)
{
    const QImage image = icon.pixmap(32).toImage();
    qint64 weighed = 0;
    qint64 weight = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            weighed += qint64(colour.lightness()) * colour.alpha();
            weight += colour.alpha();
        }
    }
    return weight > 0 ? int(weighed / weight) : -1;
}

} // namespace

class TestWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        applyTheme(*qApp, Theme::Light);
        m_console = std::make_unique<ConsoleFixture>();
    }
    void cleanup() { m_console.reset(); }

    void theNextStartLooksLikeTheLastEnd()
    {
        QVERIFY(m_console->connectToSandbox());
        const Place place = m_console->place(Place::Kind::Project);
        m_console->window().resize(777, 790);
        m_console->window().requestLogDock()->show();
        QVERIFY(m_console->open(place, "clusters"));
        int heightBefore = 0;
        {
            RecordView& view = m_console->page().view();
            const RecordModel& model = m_console->page().model();
            QHeaderView* header = view.horizontalHeader();
            header->moveSection(header->visualIndex(model.columnOf("region")), 0);
            view.chooseColumn(model.columnOf("clusterId"), true);
            view.chooseColumn(model.columnOf("tls"), false);
            view.setColumnWidth(model.columnOf("name"), 234);
            view.sortByColumn(model.columnOf("created"), Qt::DescendingOrder);
            view.selectRow(0);
            // Another page was left before: its share of the details is not the one to keep.
            QSplitterHandle* handle = m_console->page().findChild<QSplitter*>()->handle(1);
            heightBefore = m_console->page().findChild<QSplitter*>()->sizes().at(1);
            QTest::mousePress(handle, Qt::LeftButton, {}, QPoint(5, 1));
            QTest::mouseMove(handle, QPoint(5, -120));
            QTest::mouseRelease(handle, Qt::LeftButton, {}, QPoint(5, -120));
        }
        const int detailHeight = m_console->page().findChild<QSplitter*>()->sizes().at(1);
        QVERIFY(std::abs(detailHeight - heightBefore) > 40);

        m_console->reopenWindow();
        QCOMPARE(m_console->window().size(), QSize(777, 790));
        QVERIFY(m_console->window().requestLogDock()->isVisible());
        QVERIFY(m_console->connectToSandbox());
        QTRY_COMPARE(m_console->window().placeView()->place(), place);
        QVERIFY(m_console->waitForPage());
        QCOMPARE(m_console->page().description().id, "clusters");
        RecordView& view = m_console->page().view();
        const RecordModel& model = m_console->page().model();
        const QHeaderView* header = view.horizontalHeader();
        QCOMPARE(header->logicalIndex(0), model.columnOf("region"));
        QVERIFY(!view.isColumnHidden(model.columnOf("clusterId")));
        QVERIFY(view.isColumnHidden(model.columnOf("tls")));
        QCOMPARE(view.columnWidth(model.columnOf("name")), 234);
        QCOMPARE(header->sortIndicatorSection(), model.columnOf("created"));
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(
                !(model.value(row - 1, "created").toDateTime() < model.value(row, "created").toDateTime()));
        view.selectRow(0);
        const auto* splitter = m_console->page().findChild<QSplitter*>();
        QTRY_VERIFY(std::abs(splitter->sizes().at(1) - detailHeight) <= 2);
    }

    void aPlaceThatIsGoneIsNotOpened()
    {
        m_console->settings().setValue(
            "place/test"_L1, QStringList {u"2"_s, u"gone"_s, u"gone"_s, QString(), u"alerts"_s});
        QVERIFY(m_console->connectToSandbox());
        QCOMPARE(m_console->window().placeView()->place(), Place());
        QVERIFY(m_console->page().model().rowCount() > 0);
    }

    void theWindowSaysWhatItIsConnectedTo()
    {
        const auto marks = [this] {
            QString text;
            const auto labels = m_console->window().findChildren<QLabel*>();
            for (const QLabel* label : labels) {
                if (label->isVisible() && label->text().contains(u"SANDBOX"_s))
                    text = label->text();
            }
            return text;
        };
        QCOMPARE(marks(), QString());
        QVERIFY(m_console->connectToSandbox(true));
        QVERIFY(marks().contains(u"READ-ONLY"_s));
        QVERIFY(m_console->window().windowTitle().contains(u"[SANDBOX, READ-ONLY]"_s));
        QVERIFY(m_console->window().windowTitle().contains(u"Sandbox"_s));
        QVERIFY(m_console->window().windowTitle().endsWith(u" — Telamon"_s)); // or the system appends it

        m_console->window().activateWindow();
        QAction* disconnectAction = nullptr;
        const auto actions = m_console->window().findChildren<QAction*>();
        for (QAction* action : actions) {
            if (action->text() == "&Disconnect"_L1)
                disconnectAction = action;
        }
        QVERIFY(disconnectAction && disconnectAction->isEnabled());
        disconnectAction->trigger();
        QVERIFY(m_console->window().findChild<WelcomePage*>()->isVisible());
        QVERIFY(!m_console->window().currentPage());
        QVERIFY(!m_console->window().navigator()->isVisible());
        QVERIFY(!disconnectAction->isEnabled());
        QCOMPARE(marks(), QString());
        QCOMPARE(m_console->window().windowTitle(), u"Telamon"_s);
    }

    void aThemeIsTakenOnAtOnce()
    {
        QVERIFY(m_console->connectToSandbox());
        Sandbox::Fault fault;
        fault.path = u"/alerts"_s;
        fault.times = -1;
        m_console->server().faults().add(fault);
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "alerts"));
        auto* message = m_console->page().findChild<MessageBar*>();
        QVERIFY(message->isVisible());
        const QList<QToolButton*> buttons = m_console->window().findChildren<QToolButton*>();
        const auto allIcons = [&buttons](auto isWanted) {
            for (const QToolButton* button : buttons) {
                if (!button->icon().isNull() && button->isVisible() && button->isEnabled()
                    && !isWanted(strokeLightness(button->icon())))
                    return QString(describe(button) + QString::number(strokeLightness(button->icon())));
            }
            return QString();
        };
        QCOMPARE(allIcons([](int lightness) { return lightness < 110; }), QString());
        QVERIFY(lightnessOf(m_console->window().grab().toImage()) > 180);
        const auto messageLightness = [message] { return lightnessOf(message->grab().toImage()); };
        const auto* messageIcon = message->findChild<QLabel*>();
        const QImage messageIconInLight = messageIcon->pixmap().toImage();
        QVERIFY(messageLightness() > 180);
        applyTheme(*qApp, Theme::Dark);
        QCOMPARE(allIcons([](int lightness) { return lightness > 140; }), QString());
        QTRY_VERIFY(lightnessOf(m_console->window().grab().toImage()) < 80);
        QVERIFY(messageLightness() < 90);
        QVERIFY2(messageIcon->pixmap().toImage() != messageIconInLight, "the icon is tinted anew");
    }

    void aTinyWindowStaysUsable()
    {
        QVERIFY(m_console->connectToSandbox());
        m_console->window().resize(400, 360);
        QCOMPARE(m_console->window().size(), QSize(400, 360));
        RecordPage& page = m_console->page();
        page.setDetailShown(false);
        QVERIFY2(page.view().viewport()->height() >= page.view().rowHeight(0), "a row is seen whole");
        QVERIFY2(page.view().viewport()->width() >= 120, qPrintable(QString::number(page.view().width())));
        QVERIFY(page.filterBar().lineEdit()->visibleRegion().boundingRect().width() >= 60);
    }

    void aCopiedSelectionIsATable()
    {
        QVERIFY(m_console->connectToSandbox());
        RecordView& view = m_console->page().view();
        view.setFocus();
        view.selectRow(3);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        const int columns = view.horizontalHeader()->count() - view.horizontalHeader()->hiddenSectionCount();
        for (const QString& line : lines)
            QCOMPARE(line.count(u'\t'), columns - 1);
        QCOMPARE(lines.at(0).section(u'\t', 0, 0), u"Cluster"_s);
        QCOMPARE(lines.at(1).section(u'\t', 0, 0), m_console->page().model().text(3, "name"));
    }

    void theNavigatorMarksWhatNeedsAttentionAndKeepsItsState()
    {
        QVERIFY(m_console->connectToSandbox());
        QTreeView* tree = m_console->window().navigator()->tree();
        const QAbstractItemModel* model = tree->model();
        const RecordModel& clusters = m_console->page().model();
        int worst = 0;
        for (int record = 0; record < clusters.totalCount(); ++record)
            worst = std::max(worst, int(clusters.recordAttention(record)));
        QVERIFY(worst >= 2);
        const auto worstOfRows = [&] {
            int found = 0;
            for (int row = 0; row < model->rowCount(); ++row)
                found = std::max(found, model->index(row, 0).data(NavigatorModel::AttentionRole).toInt());
            return found;
        };
        QTRY_COMPARE(worstOfRows(), worst);

        tree->collapseAll();
        const QModelIndex organization = model->index(model->rowCount() - 1, 0);
        tree->expand(organization);
        const QPersistentModelIndex project = model->index(0, 0, organization);
        tree->expand(project);
        tree->setCurrentIndex(project);
        QVERIFY(m_console->waitForPage());
        QVERIFY(m_console->open({}, "fleet"));
        tree->setCurrentIndex(project);
        QVERIFY(m_console->waitForPage());
        m_console->window().session()->inventory().refresh();
        QTRY_VERIFY(!m_console->window().session()->inventory().isLoading());
        QVERIFY(project.isValid() && tree->isExpanded(project) && tree->isExpanded(project.parent()));
        QCOMPARE(QPersistentModelIndex(tree->currentIndex()), project);
        QVERIFY(!tree->isExpanded(model->index(1, 0)) || model->index(1, 0) == organization);
    }

    void picturesAreAsSharpAsTheScreen()
    {
        QVERIFY(m_console->connectToSandbox());
        const qreal scale = qEnvironmentVariable("QT_SCALE_FACTOR", u"1"_s).toDouble();
        const QPixmap picture = m_console->window().grab();
        QCOMPARE(picture.devicePixelRatio(), scale);
        QCOMPARE(picture.size(), (QSizeF(m_console->window().size()) * scale).toSize());
        if (scale > 1.0)
            return;
        QProcess twice;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_SCALE_FACTOR"_s, u"2"_s);
        twice.setProcessEnvironment(environment);
        twice.setProcessChannelMode(QProcess::MergedChannels);
        twice.start(QCoreApplication::applicationFilePath(),
            {u"test_window"_s, u"picturesAreAsSharpAsTheScreen"_s, u"aTinyWindowStaysUsable"_s});
        QVERIFY(twice.waitForFinished());
        QVERIFY2(twice.exitCode() == 0, twice.readAll().constData());
    }

private:
    std::unique_ptr<ConsoleFixture> m_console;
};

TELAMON_WIDGET_TEST(TestWindow)
#include "test_window.moc"
