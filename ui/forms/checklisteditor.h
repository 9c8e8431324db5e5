// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

class QLineEdit;
class QListWidget;

namespace Telamon {

// Several of an enumeration, with a search above a dozen values. What is chosen keeps its order.
class CheckListEditor : public FieldEditor {
    Q_OBJECT
public:
    CheckListEditor(const FieldContext& context, const QString& pointer, QWidget* parent);
    void refresh(const FieldChange& change) override;
    QWidget* control() const override;
    QWidget* reveal(const QString& place) override;

private:
    void take();
    void showMatches(const QString& text);

    QLineEdit* m_search;
    QListWidget* m_list;
};

} // namespace Telamon
