// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QtGlobal>

namespace Telamon {

// While the application object is made: where the display that is named cannot be reached, or its plugin not
// loaded, Qt ends the process as a crash does. In its place one sentence says why, and the exit status is 1.
// What Qt tells of its plugins meanwhile is held; it is passed on once there is a window system. One at a
// time.
class DisplayGuard {
public:
    DisplayGuard();
    ~DisplayGuard();
    Q_DISABLE_COPY_MOVE(DisplayGuard)

private:
    static void take(QtMsgType type, const QMessageLogContext& context, const QString& text);

    static DisplayGuard* current;
    QtMessageHandler m_before;
    QStringList m_held;
};

} // namespace Telamon
