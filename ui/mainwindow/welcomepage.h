// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Telamon {

// What the window shows while nothing is connected: what to do next.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);

Q_SIGNALS:
    void connectionsRequested();
    void sandboxRequested();
};

} // namespace Telamon
