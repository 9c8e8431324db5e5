// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/profiles/fieldnote.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
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

// The control that the label with this text is for, as a person reads it.
template <typename Widget> Widget* controlOf(const QWidget& window, const QString& caption)
{
    const QList<QLabel*> labels = window.findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (QString(label->text()).remove(QLatin1Char('&')) == caption)
            return qobject_cast<Widget*>(label->buddy());
    }
    return nullptr;
}

inline QPushButton* buttonOf(const QWidget& window, const QString& text)
{
    const QList<QPushButton*> buttons = window.findChildren<QPushButton*>();
    for (QPushButton* each : buttons) {
        if (QString(each->text()).remove(QLatin1Char('&')) == text)
            return each;
    }
    return nullptr;
}

inline QStringList mistakesOf(const QWidget& window)
{
    QStringList found;
    const QList<FieldNote*> all = window.findChildren<FieldNote*>();
    for (const FieldNote* note : all) {
        if (!note->mistake().isEmpty())
            found += note->mistake();
    }
    return found;
}

inline QStringList notesOf(const QWidget& window)
{
    QStringList found;
    const QList<FieldNote*> all = window.findChildren<FieldNote*>();
    for (const FieldNote* note : all)
        found += note->text();
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
