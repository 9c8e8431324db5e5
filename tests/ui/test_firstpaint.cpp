// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstpaint.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace Telamon;

namespace {
class PaintedWidget : public QWidget {
public:
    int paints = 0;

protected:
    void paintEvent(QPaintEvent* /*event*/) override { ++paints; }
};
} // namespace

class TestFirstPaint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isToldOnceAfterTheChildrenArePainted()
    {
        QWidget window;
        auto* child = new PaintedWidget;
        child->setParent(&window);
        int paintsBefore = -1;
        int told = 0;
        connect(new FirstPaint(window), &FirstPaint::painted, this, [&] {
            paintsBefore = child->paints;
            ++told;
        });
        window.show();
        QCOMPARE(told, 0);
        QTRY_COMPARE(told, 1);
        QVERIFY(paintsBefore > 0);
        const int paintsNow = child->paints;
        child->update();
        QTRY_VERIFY(child->paints > paintsNow);
        QCOMPARE(told, 1);
    }

    void isToldAlsoOfAWindowThatIsNotPainted()
    {
        QWidget window; // never shown
        QSignalSpy painted(new FirstPaint(window), &FirstPaint::painted);
        QVERIFY(painted.wait(5000));
        QCOMPARE(painted.size(), 1);
    }
};

TELAMON_WIDGET_TEST(TestFirstPaint)
#include "test_firstpaint.moc"
