// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace Telamon {

// A line for a secret: masked, with a reveal that hides itself again, and trimmed when something is pasted.
class SecretEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit SecretEdit(QWidget* parent = nullptr);
    void setRevealTime(std::chrono::milliseconds time) { m_hideAgain.setInterval(time); }
    void hideSecret();

private:
    void reveal();

    QAction* m_eye;
    QTimer m_hideAgain;
};

} // namespace Telamon
