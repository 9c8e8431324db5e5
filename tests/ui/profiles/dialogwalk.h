// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSet>
#include <QStringList>
#include <QWidget>

#include <algorithm>

namespace Telamon {

// What an assistive technology calls each control that a person can reach; those without a name are returned.
inline QStringList namelessControls(const QWidget& window)
{
    QStringList found;
    const QList<QWidget*> widgets = window.findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if (!widget->isVisibleTo(&window) || widget->focusPolicy() == Qt::NoFocus
            || widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).isEmpty())
            found += QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ')
                + widget->objectName();
    }
    return found;
}

// How often Tab goes on until it is back at the start; each control on the way is another one.
inline int tabStops(QWidget& window)
{
    QSet<QWidget*> seen;
    QWidget* at = window.focusWidget();
    for (int i = 0; i < 200 && at; ++i) {
        at = at->nextInFocusChain();
        if (at->isVisibleTo(&window) && at->isEnabled() && (at->focusPolicy() & Qt::TabFocus)) {
            if (seen.contains(at))
                break;
            seen.insert(at);
        }
    }
    return int(seen.size());
}

} // namespace Telamon
