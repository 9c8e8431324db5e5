// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/taborder.h"

#include <QLayout>
#include <QWidget>

namespace Telamon {

namespace {

void collect(QWidget& widget, QList<QWidget*>& stops);

void collect(QLayout& layout, QList<QWidget*>& stops)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem* item = layout.itemAt(i);
        if (QWidget* widget = item->widget())
            collect(*widget, stops);
        else if (QLayout* inner = item->layout())
            collect(*inner, stops);
    }
}

void collect(QWidget& widget, QList<QWidget*>& stops)
{
    if (widget.isHidden())
        return;
    if ((widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy())
        stops.append(&widget);
    if (QLayout* layout = widget.layout())
        collect(*layout, stops);
}

} // namespace

QList<QWidget*> tabStopsIn(QWidget& root)
{
    QList<QWidget*> stops;
    collect(root, stops);
    return stops;
}

void setTabOrderAsShown(QWidget& root)
{
    const QList<QWidget*> stops = tabStopsIn(root);
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops.at(i - 1), stops.at(i));
}

} // namespace Telamon
