// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace Telamon {

class WrappedLabel;

// One sentence above a page's content, with an action where there is something to do.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Notice, Warning, Failure };

    explicit MessageBar(QWidget* parent = nullptr);
    void showMessage(Kind kind, const QString& sentence, const QString& actionText = {});
    QString text() const;

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void updateIcon();

    Kind m_kind = Kind::Notice;
    QLabel* m_icon;
    WrappedLabel* m_text;
    QToolButton* m_action;
};

} // namespace Telamon
