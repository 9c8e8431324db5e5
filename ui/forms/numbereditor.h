// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

namespace Telamon {

class NumberBox;

// Whole numbers, exact to 64 bits, and others; may be unset.
class NumberEditor : public FieldEditor {
    Q_OBJECT
public:
    NumberEditor(const FieldContext& context, const QString& pointer, QWidget* parent);
    void refresh(const FieldChange& change) override;

private:
    void take();

    NumberBox* m_box;
};

} // namespace Telamon
