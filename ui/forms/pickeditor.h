// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

class QComboBox;

namespace Telamon {

// Text that is picked from what the console has loaded; typed where that has nothing.
class PickEditor : public FieldEditor {
    Q_OBJECT
public:
    PickEditor(const FieldContext& context, const QString& pointer, QWidget* parent);
    void refresh(const FieldChange& change) override;

private:
    void fill();
    void take(const QString& text);

    QComboBox* m_box;
    bool m_isFilled = false;
};

} // namespace Telamon
