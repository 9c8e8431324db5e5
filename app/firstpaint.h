// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace Telamon {

// Tells once when a window has been painted for the first time: what may wait until a person sees the window
// waits for this. With TELAMON_TRACE_START in the environment it also says so on stderr, with the monotonic
// time in nanoseconds.
class FirstPaint : public QObject {
    Q_OBJECT
public:
    explicit FirstPaint(QWidget& window);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void painted();

private:
    void tell();

    bool m_isTold = false;
};

} // namespace Telamon
