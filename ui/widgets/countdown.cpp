// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/countdown.h"

#include <utility>

namespace Telamon {

namespace {
constexpr qint64 second = 1000;
}

Countdown::Countdown(QObject* parent) : QObject(parent)
{
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    connect(&m_next, &QTimer::timeout, this, &Countdown::tell);
}

void Countdown::start(std::chrono::milliseconds pause, Say say)
{
    m_end = QDeadlineTimer(pause, Qt::PreciseTimer);
    m_say = std::move(say);
    tell();
}

void Countdown::stop()
{
    m_next.stop();
}

void Countdown::tell()
{
    const qint64 left = m_end.remainingTime();
    const qint64 seconds = (left + second - 1) / second;
    if (seconds > 0)
        m_next.start(std::chrono::milliseconds(left - (seconds - 1) * second));
    const Say say = m_say; // it may start another
    say(seconds);
}

} // namespace Telamon
