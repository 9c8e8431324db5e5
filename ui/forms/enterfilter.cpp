// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/enterfilter.h"

#include <QKeyEvent>
#include <QWidget>

#include <utility>

namespace Telamon {

namespace {

class EnterFilter : public QObject {
public:
    EnterFilter(QWidget& control, std::function<void()> act) : QObject(&control), m_act(std::move(act)) { }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::KeyPress) {
            const auto* key = static_cast<QKeyEvent*>(event);
            if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
                && !(key->modifiers() & Qt::ControlModifier)) {
                m_act();
                return true;
            }
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_act;
};

} // namespace

void onEnter(QWidget& control, std::function<void()> act)
{
    control.installEventFilter(new EnterFilter(control, std::move(act)));
}

} // namespace Telamon
