// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

class QCheckBox;

namespace Telamon {

// Yes, no, and not set where that is something else.
class BooleanEditor : public FieldEditor {
    Q_OBJECT
public:
    BooleanEditor(const FieldContext& context, const QString& pointer, QWidget* parent);
    void refresh(const FieldChange& change) override;

private:
    QCheckBox* m_box;
};

} // namespace Telamon
