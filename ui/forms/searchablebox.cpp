// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/searchablebox.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPointer>
#include <QTimer>

namespace Telamon {

namespace {

class WheelFilter : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Wheel)
            return QObject::eventFilter(watched, event);
        event->ignore(); // a list that is open is a window of its own and takes it
        return true;
    }
};

// The first widget from here outwards that a click gives the focus.
QWidget* takesClicks(QWidget* widget)
{
    for (QWidget* at = widget; at; at = at->isWindow() ? nullptr : at->parentWidget()) {
        if (at->isEnabled() && (at->focusPolicy() & Qt::ClickFocus) != 0)
            return at;
    }
    return nullptr;
}

// A click beside the list of matches closes it; not every window system gives that click to what was
// clicked, and what is typed next would go into the field that was left.
class OutsideClickFilter : public QObject {
public:
    OutsideClickFilter(QWidget& popup, QWidget& field) : QObject(&popup), m_popup(popup), m_field(field)
    {
        popup.setAttribute(Qt::WA_NoMouseReplay); // not twice where it does
        popup.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched != &m_popup || event->type() != QEvent::MouseButtonPress)
            return QObject::eventFilter(watched, event);
        const auto* press = static_cast<QMouseEvent*>(event);
        if (m_popup.rect().contains(press->position().toPoint()))
            return QObject::eventFilter(watched, event);
        const QPointF place = press->globalPosition();
        const Qt::MouseButton button = press->button();
        m_popup.hide();
        QWidget* clicked = QApplication::widgetAt(place.toPoint());
        // Later: what is clicked may take this list away.
        if (clicked && clicked->window() == m_field.window())
            QTimer::singleShot(0, clicked, [clicked, place, button] { click(*clicked, place, button); });
        return true;
    }

private:
    static void click(QWidget& clicked, QPointF place, Qt::MouseButton button)
    {
        const QPointer<QWidget> target(&clicked);
        if (QWidget* focused = takesClicks(&clicked))
            focused->setFocus(Qt::MouseFocusReason);
        const auto send = [&](QEvent::Type type, Qt::MouseButtons buttons) {
            if (!target)
                return;
            QMouseEvent event(type, target->mapFromGlobal(place), place, button, buttons, Qt::NoModifier);
            QCoreApplication::sendEvent(target, &event);
        };
        send(QEvent::MouseButtonPress, button);
        send(QEvent::MouseButtonRelease, Qt::NoButton);
    }

    QWidget& m_popup;
    QWidget& m_field;
};

// Ctrl+Return goes on with what is typed, open list or not; a list would only close.
class SendKeyFilter : public QObject {
public:
    SendKeyFilter(QWidget& popup, QWidget& field) : QObject(&popup), m_popup(popup), m_field(field)
    {
        popup.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched != &m_popup || event->type() != QEvent::KeyPress)
            return QObject::eventFilter(watched, event);
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (!isReturn || !key->modifiers().testFlag(Qt::ControlModifier))
            return QObject::eventFilter(watched, event);
        QKeyEvent again(key->type(), key->key(), key->modifiers(), key->text(), key->isAutoRepeat());
        m_popup.hide();
        QCoreApplication::sendEvent(&m_field, &again); // which leaves it to the dialog
        return true;
    }

private:
    QWidget& m_popup;
    QWidget& m_field;
};

} // namespace

void makeSearchable(QComboBox& box)
{
    box.setEditable(true);
    box.setInsertPolicy(QComboBox::NoInsert);
    auto* completer = new QCompleter(box.model(), &box);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    box.setCompleter(completer);
    completer->popup()->setAccessibleName(QComboBox::tr("Matches"));
    new OutsideClickFilter(*completer->popup(), box);
    new SendKeyFilter(*completer->popup(), box);
}

void leaveWheelToForm(QWidget& control)
{
    control.setFocusPolicy(Qt::StrongFocus);
    control.installEventFilter(new WheelFilter(&control));
}

} // namespace Telamon
