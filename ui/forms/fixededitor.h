// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

class QLabel;

namespace Telamon {

// Shows what the place gives and nobody edits here.
class FixedEditor : public FieldEditor {
    Q_OBJECT
public:
    FixedEditor(const FieldContext& context, const QString& pointer, QWidget* parent);
    void refresh(const FieldChange& change) override;

private:
    QLabel* m_text;
};

} // namespace Telamon
