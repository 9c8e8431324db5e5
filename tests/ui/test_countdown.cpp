// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"
#include "ui/widgets/countdown.h"

#include <QElapsedTimer>
#include <QList>
#include <QTest>

using namespace Telamon;
using namespace std::chrono_literals;

class TestCountdown : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySecondOneLess()
    {
        QList<qint64> told;
        QElapsedTimer clock;
        Countdown countdown;
        clock.start();
        countdown.start(2200ms, [&told](qint64 seconds) { told.append(seconds); });
        QCOMPARE(told, QList<qint64>({3}));
        QTRY_COMPARE(told, QList<qint64>({3, 2, 1, 0}));
        QVERIFY(clock.elapsed() >= 2200);
    }

    void whatIsStoppedSaysNoMore()
    {
        QList<qint64> told;
        QList<qint64> other;
        Countdown countdown;
        countdown.start(50ms, [&told](qint64 seconds) { told.append(seconds); });
        countdown.stop();
        Countdown later;
        later.start(100ms, [&other](qint64 seconds) { other.append(seconds); });
        QTRY_COMPARE(other, QList<qint64>({1, 0}));
        QCOMPARE(told, QList<qint64>({1}));
    }
};

TELAMON_TEST(TestCountdown)
#include "test_countdown.moc"
