// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QToolButton;

namespace Telamon {

// A heading that opens and closes what is below it. The content is made when it is opened for the first time.
class FoldBox : public QWidget {
    Q_OBJECT
public:
    using Maker = std::function<QWidget*(QWidget* parent)>;
    FoldBox(const QString& title, Maker make, QWidget* parent);

    bool isOpen() const;
    void setOpen(bool isOpen);
    void setTitle(const QString& title);
    QWidget* content() const { return m_content; } // null before it was opened
    QToolButton* heading() const { return m_heading; }

private:
    void show(bool isOpen);

    Maker m_make;
    QToolButton* m_heading;
    QWidget* m_content = nullptr;
};

} // namespace Telamon
