// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/health.h"
#include "ui/charts/chartlook.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QSpacerItem;
class QToolButton;

namespace Telamon {

// One line that says how the rows of a table are: a strip whose parts are as long as they are many, and each
// part's number and word beside it, which filters by it and takes the filter away again. It gives way where a
// page is too small for it.
class HealthBar : public QWidget {
    Q_OBJECT
public:
    HealthBar(const std::vector<HealthPart>& parts, RecordModel& records, QWidget* parent);

    const Health& health() const { return m_health; }
    QToolButton* button(std::size_t part) const { return m_buttons.at(qsizetype(part)); }
    QRect stripRect(std::size_t part) const; // empty where there is nothing of it
    void follow(); // the filter has changed
    void fitInto(const QSize& page); // shown as far as there is room

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void filterRequested(const QString& filter);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void toggle(std::size_t part);
    void showSelected();
    void showCounts();
    void restyle();
    int widthOf(bool areNamed) const; // of the buttons, with their words or without

    Health m_health;
    QHBoxLayout* m_layout;
    QSpacerItem* m_strip;
    QList<QToolButton*> m_buttons;
    QList<ChartLook> m_looks;
    QSize m_page;
};

} // namespace Telamon
