// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

class QComboBox;

namespace Telamon {

class ValuePane;

// A union of which some variants are a value, as "all", "none" or an object that says which: they are chosen
// like the values of an enumeration, "not set" where it may be left out; what the chosen one holds stands
// below.
class VariantEditor : public FieldEditor {
    Q_OBJECT
public:
    VariantEditor(const FieldContext& context, const QString& pointer, QWidget* parent);
    QWidget* control() const override;
    void refresh(const FieldChange& change) override;
    QWidget* reveal(const QString& place) override;

private:
    void fill();
    void choose(int index);
    bool holdsFields() const; // the chosen variant

    QComboBox* m_box;
    ValuePane* m_pane = nullptr; // null where the chosen variant holds nothing to fill in
};

} // namespace Telamon
