// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace Telamon {

// The pages of a place: flat, the one shown underlined. Fusion's raised tabs would frame a page that has no
// frame. Where they have not room enough, they move together, and give their icons up.
class PageTabs : public QTabBar {
    Q_OBJECT
public:
    explicit PageTabs(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    QSize tabSizeHint(int index) const override;

private:
    struct Room { // around the text of a tab, in quarters of a line
        int before; // the icon
        int between; // icon and text
        int behind;
        bool hasIcon;
    };
    Room room() const; // as much as all of them can have
    int widthOf(int index, const Room& room) const;
    int textLeft(const Room& room) const; // in its tab
};

} // namespace Telamon
