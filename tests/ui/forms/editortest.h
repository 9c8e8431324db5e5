// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/forms/editordocument.h"
#include "tests/ui/forms/formwindow.h"

#include <QMenu>
#include <QTest>

#include <memory>

namespace Telamon {

// The form with a field for every editor, open in a window.
class EditorTest : public QObject {
    Q_OBJECT

protected:
    std::unique_ptr<FormWindow> m_window;

    QJsonValue value(const QString& name) const
    {
        return m_window->model.value(QStringLiteral("/body/") + name);
    }
    template <typename Widget> Widget* control(const QString& name) const
    {
        return qobject_cast<Widget*>(m_window->control(QStringLiteral("/body/") + name));
    }
    template <typename Widget> Widget* inside(const QString& name) const
    {
        FieldRow* row = m_window->row(QStringLiteral("/body/") + name);
        return row ? row->findChild<Widget*>() : nullptr;
    }
    void chooseInMenu(const QString& name, const QString& text)
    {
        FieldRow* row = m_window->row(QStringLiteral("/body/") + name);
        QVERIFY(row);
        auto* menu = row->findChild<QMenu*>();
        QVERIFY(menu);
        Q_EMIT menu->aboutToShow();
        const QList<QAction*> actions = menu->actions();
        for (QAction* each : actions) {
            if (each->text().remove(u'&') == text)
                each->trigger();
        }
    }

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<FormWindow>(editorOperation());
        m_window->model.fixParameter(QStringLiteral("groupId"), QStringLiteral("0123"));
        QVERIFY(m_window->show());
        m_window->unfold();
    }
    void cleanup()
    {
        m_window->watchdog.failIfSlow();
        m_window.reset();
    }
};

} // namespace Telamon
