// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

namespace Telamon {

class SecretField;

// A secret: masked, with a reveal that hides itself again.
class SecretEditor : public FieldEditor {
    Q_OBJECT
public:
    SecretEditor(const FieldContext& context, const QString& pointer, QWidget* parent);
    void refresh(const FieldChange& change) override;
    QWidget* control() const override;

private:
    SecretField* m_field;
};

} // namespace Telamon
