// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"
#include "tests/ui/consolefixture.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/recordview.h"
#include "ui/widgets/wrappedlabel.h"

#include <QAction>
#include <QApplication>
#include <QHelpEvent>
#include <QStatusBar>
#include <QTest>
#include <QTimer>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

class PaintCount : public QObject {
public:
    int count = 0;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

// What the window says at its bottom.
class TestNotices : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLongSentenceCanBeReadWhole()
    {
        ConsoleFixture console;
        console.window().resize(500, 400);
        auto* notice = console.window().statusBar()->findChild<ElidedLabel*>();
        QVERIFY(notice);
        const QString sentence = u"What does not fit <b>is</b> in the tool tip. "_s.repeated(8);
        console.window().showNotice(sentence);
        QVERIFY(notice->isVisible());
        QCOMPARE(notice->text(), sentence);
        QVERIFY2(notice->shownText().endsWith(u'…'), qPrintable(notice->shownText()));
        QCOMPARE(console.window().width(), 500);
        QHelpEvent hover(QEvent::ToolTip, QPoint(1, 1), notice->mapToGlobal(QPoint(1, 1)));
        QApplication::sendEvent(notice, &hover);
        QTRY_VERIFY(QToolTip::text().contains("&lt;b&gt;"_L1));
        QToolTip::hideText();
    }

    void whyAnActionIsOffGoesOnceItIsOnOrThePageIsLeft()
    {
        ConsoleFixture console;
        QVERIFY(console.connectToSandbox());
        QVERIFY(console.openOneWithRows(Place::Kind::Project, "people"));
        QAction* remove = console.action("removeGroupUser");
        console.page().view().selectionModel()->clearCurrentIndex();
        QVERIFY(remove && !remove->isEnabled());
        QStatusBar& bar = *console.window().statusBar();
        const auto pointAtIt = [&] { remove->showStatusText(&console.window()); };
        pointAtIt();
        QCOMPARE(bar.currentMessage(), u"Choose a row first."_s);
        console.page().view().selectRow(0);
        QCOMPARE(bar.currentMessage(), QString());
        console.page().view().selectionModel()->clearCurrentIndex();
        pointAtIt();
        QCOMPARE(bar.currentMessage(), u"Choose a row first."_s);
        QVERIFY(console.open({}, "projects"));
        QCOMPARE(bar.currentMessage(), QString());
    }

    void whatIsCutInABannerEndsInDots()
    {
        WrappedLabel label;
        label.setText(u"Of a sentence that is longer than its room, what there is no room for is told."_s);
        const int line = label.fontMetrics().lineSpacing();
        const int width = label.fontMetrics().averageCharWidth() * 20;
        label.resize(width, label.heightForWidth(width));
        QVERIFY(!label.isCut());
        QCOMPARE(label.shownText(), label.text());
        label.resize(width, line * 2 + line / 2);
        QVERIFY(label.isCut());
        const QStringList lines = label.shownText().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines.last().endsWith(u'…'), qPrintable(lines.last()));
        for (const QString& each : lines)
            QVERIFY(label.text().contains(QString(each).remove(u'…').trimmed()));
    }

    // What is painted in every turn of the event loop keeps a processor busy.
    void aBannerIsPaintedOnceAndNotForEver()
    {
        ConsoleFixture console;
        QVERIFY(console.connectToSandbox());
        QVERIFY(console.open({}, "fleet"));
        auto* banner = console.page().findChild<WrappedLabel*>();
        QVERIFY(banner && banner->isVisible());
        console.window().repaint();
        PaintCount paints;
        banner->installEventFilter(&paints);
        banner->update();
        for (int turn = 0; turn < 40; ++turn) {
            bool hasTurned = false;
            QTimer::singleShot(0, this, [&hasTurned] { hasTurned = true; });
            QVERIFY(QTest::qWaitFor([&hasTurned] { return hasTurned; }));
        }
        QVERIFY(paints.count > 0);
        QVERIFY2(paints.count <= 5, qPrintable(QString::number(paints.count)));
    }

    void aShortSentenceStandsWhole()
    {
        ElidedLabel label;
        label.resize(600, 30);
        label.setText(u"Copied: <b>it</b>"_s);
        QCOMPARE(label.shownText(), label.text());
    }
};

TELAMON_WIDGET_TEST(TestNotices)
#include "test_notices.moc"
