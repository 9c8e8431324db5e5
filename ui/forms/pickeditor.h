// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

namespace Telamon {

class PickBox;

// Text that is picked from what the console has loaded or reads; typed where there is nothing.
class PickEditor : public FieldEditor {
    Q_OBJECT
public:
    PickEditor(const FieldContext& context, const QString& pointer, QWidget* parent);
    void refresh(const FieldChange& change) override;
    QWidget* control() const override;

private:
    void take(const QString& text);

    PickBox* m_pick;
    bool m_isFilled = false;
};

} // namespace Telamon
