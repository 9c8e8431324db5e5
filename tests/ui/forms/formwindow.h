// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forms/formmodel.h"
#include "tests/support/guiwatchdog.h"
#include "tests/support/testcatalog.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/fieldrow.h"
#include "ui/forms/foldbox.h"
#include "ui/forms/formview.h"
#include "ui/forms/placenote.h"

#include <QTest>
#include <QToolButton>

#include <memory>

namespace Telamon {

// A form in a window of its own, with the GUI watchdog over it.
class FormWindow {
public:
    explicit FormWindow(const Operation& operation, const PickerSource& pickers = {}) : model(operation)
    {
        m_pickers = pickers;
    }
    // Of the program's own catalog.
    explicit FormWindow(QStringView operationId, const PickerSource& pickers = {})
        : FormWindow(builtInCatalog().operation(operationId), pickers)
    {
    }

    // Shown with a value somewhere, as if somebody had been to every field. Null: it was not shown.
    static std::unique_ptr<FormWindow> opened(
        QStringView operationId, const QString& pointer, const QJsonValue& value)
    {
        auto window = std::make_unique<FormWindow>(operationId);
        window->model.setValue(pointer, value);
        if (!window->show())
            return nullptr;
        window->model.touchAll();
        return window;
    }

    bool show()
    {
        view = std::make_unique<FormView>(model, m_pickers);
        view->resize(view->fontMetrics().averageCharWidth() * 96, view->fontMetrics().height() * 42);
        view->show();
        view->activateWindow();
        view->focusFirst();
        return QTest::qWaitForWindowActive(view.get());
    }
    // What is folded is opened, so that every field can be found.
    void unfold()
    {
        const QList<FoldBox*> folds = view->findChildren<FoldBox*>();
        for (FoldBox* each : folds)
            each->setOpen(true);
    }
    FieldRow* row(const QString& pointer) const
    {
        const QList<FieldRow*> rows = view->findChildren<FieldRow*>();
        for (FieldRow* each : rows) {
            if (each->pointer() == pointer && each->isVisible())
                return each;
        }
        return nullptr;
    }
    QWidget* control(const QString& pointer) const
    {
        FieldRow* found = row(pointer);
        return found ? found->editor()->control() : nullptr;
    }
    QString mistake(const QString& pointer) const
    {
        FieldRow* found = row(pointer);
        return found ? found->note()->mistake() : QString();
    }

    FormModel model;
    std::unique_ptr<FormView> view;
    GuiWatchdog watchdog;

private:
    PickerSource m_pickers;
};

} // namespace Telamon
