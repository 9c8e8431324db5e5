// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <chrono>

class QLineEdit;
class QToolButton;

namespace Telamon {

// A line for a secret: masked, with a reveal that hides itself again. White space that a paste brings along
// is dropped.
class SecretField : public QWidget {
    Q_OBJECT
public:
    explicit SecretField(
        QWidget* parent = nullptr, std::chrono::milliseconds revealTime = std::chrono::seconds(10));

    QLineEdit* edit() const { return m_edit; }
    QToolButton* revealButton() const { return m_reveal; }
    QString secret() const;
    bool isRevealed() const;
    void hideSecret();

private:
    void setRevealed(bool isRevealed);

    QLineEdit* m_edit;
    QToolButton* m_reveal;
    QTimer m_hideAgain;
};

} // namespace Telamon
