// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Telamon {

class MessageBar;

// What the window shows while nothing is connected: what to do next.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);

    // Why it is shown where something else was expected.
    void showProblem(const QString& sentence);
    QString problem() const;

Q_SIGNALS:
    void connectionsRequested();
    void sandboxRequested();

private:
    MessageBar* m_problem;
};

} // namespace Telamon
