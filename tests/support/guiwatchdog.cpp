// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/guiwatchdog.h"

#include <QAbstractEventDispatcher>
#include <QTest>

#include <algorithm>
#include <ctime>

namespace Telamon {

GuiWatchdog::GuiWatchdog(QObject* parent) : QObject(parent)
{
    auto* dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] {
        m_awakeAt = threadTime();
        m_isAwake = true;
    });
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
        if (!m_isAwake)
            return;
        m_isAwake = false;
        const auto turn = std::chrono::duration_cast<std::chrono::milliseconds>(threadTime() - m_awakeAt);
        m_longest = std::max(m_longest, turn);
    });
}

std::chrono::milliseconds GuiWatchdog::limit()
{
#if defined(__SANITIZE_ADDRESS__) || !defined(NDEBUG)
    return std::chrono::milliseconds(250);
#else
    return std::chrono::milliseconds(50);
#endif
}

void GuiWatchdog::failIfSlow() const
{
    const QString turn = QStringLiteral("a turn of the event loop took %1 ms").arg(m_longest.count());
    if (m_longest > limit())
        QTest::qFail(qPrintable(turn), __FILE__, __LINE__);
}

std::chrono::nanoseconds GuiWatchdog::threadTime()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

} // namespace Telamon
