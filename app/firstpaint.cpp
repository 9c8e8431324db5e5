// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstpaint.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <cstdio>

namespace Telamon {

namespace {
// A window may stay unpainted: minimised from the start, or on another desktop.
constexpr std::chrono::milliseconds longEnough {1000};
} // namespace

FirstPaint::FirstPaint(QWidget& window) : QObject(&window)
{
    window.installEventFilter(this);
    QTimer::singleShot(longEnough, this, &FirstPaint::tell);
}

bool FirstPaint::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // The children are painted after it, all in this turn of the event loop.
        QMetaObject::invokeMethod(this, &FirstPaint::tell, Qt::QueuedConnection);
    }
    return false;
}

void FirstPaint::tell()
{
    if (m_isTold)
        return;
    m_isTold = true;
    if (qEnvironmentVariableIsSet("TELAMON_TRACE_START")) {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        std::fprintf(stderr, "first paint %lld\n",
            static_cast<long long>(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()));
    }
    Q_EMIT painted();
    deleteLater();
}

} // namespace Telamon
