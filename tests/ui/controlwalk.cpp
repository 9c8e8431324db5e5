// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/controlwalk.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// A part that Qt puts into a control and that speaks through it: the line of a spin box, the list of a combo
// box, the clear button of a line.
bool isPartOfAControl(const QWidget* widget)
{
    for (const QWidget* at = widget->parentWidget(); at; at = at->parentWidget()) {
        if (qobject_cast<const QComboBox*>(at) || qobject_cast<const QAbstractSpinBox*>(at)
            || qobject_cast<const QLineEdit*>(at))
            return true;
    }
    return widget->objectName().startsWith("qt_"_L1) || widget->inherits("QTableCornerButton");
}

// Something that is shown only when it has something to say: as long as it has not, it needs no name.
bool isVacant(const QWidget* widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        return label->text().isEmpty();
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return button && button->text().isEmpty() && button->icon().isNull();
}

bool isInteractive(const QWidget* widget)
{
    return widget->focusPolicy() != Qt::NoFocus || qobject_cast<const QAbstractButton*>(widget);
}

} // namespace

QString describe(const QWidget* widget)
{
    QStringList path;
    for (const QWidget* at = widget; at && path.size() < 4; at = at->parentWidget())
        path.prepend(QString::fromLatin1(at->metaObject()->className())
            + (at->objectName().isEmpty() ? QString() : u'#' + at->objectName()));
    return path.join(u" > "_s);
}

QStringList namelessIn(const QWidget& root)
{
    QStringList found;
    QList<QWidget*> widgets = root.findChildren<QWidget*>();
    for (QWidget* widget : std::as_const(widgets)) {
        if (!isInteractive(widget) || isVacant(widget) || isPartOfAControl(widget) || widget->focusProxy())
            continue;
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).trimmed().isEmpty())
            found.append(describe(widget));
    }
    const QList<QAction*> actions = root.findChildren<QAction*>();
    for (const QAction* action : actions) {
        const bool isOfQt = action->objectName().startsWith("_q_qlineedit"_L1)
            || qobject_cast<const QWidgetAction*>(action)
            || (action->menu() && action->menu()->title().isEmpty()); // a menu that stands in no other
        if (!action->isSeparator() && action->text().isEmpty() && !isOfQt)
            found.append(u"an action of %1"_s.arg(describe(qobject_cast<QWidget*>(action->parent()))));
    }
    return found;
}

QList<QWidget*> tabRound(QWidget& window)
{
    QList<QWidget*> visited;
    while (QWidget* focus = window.focusWidget()) {
        if (visited.contains(focus))
            break;
        visited.append(focus);
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    return visited;
}

QStringList unreachableIn(QWidget& window, const QWidget& root)
{
    const QList<QWidget*> visited = tabRound(window);
    QStringList found;
    const QList<QWidget*> widgets = root.findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
            && !widget->focusProxy() && !isPartOfAControl(widget) && !visited.contains(widget))
            found.append(describe(widget));
    }
    if (window.focusWidget() != visited.value(0))
        found.append(u"Tab does not come round to %1"_s.arg(describe(visited.value(0))));
    return found;
}

} // namespace Telamon
