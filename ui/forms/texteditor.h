// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

class QLineEdit;

namespace Telamon {

// One line of text. Emptied, it is unset, or empty where there was something before.
class TextEditor : public FieldEditor {
    Q_OBJECT
public:
    TextEditor(const FieldContext& context, const QString& pointer, QWidget* parent);
    void refresh(const FieldChange& change) override;

private:
    QLineEdit* m_line;
};

} // namespace Telamon
