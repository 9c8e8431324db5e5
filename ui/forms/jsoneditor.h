// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

namespace Telamon {

class JsonTextEdit;

// A value of no described form, written as JSON.
class JsonEditor : public FieldEditor {
    Q_OBJECT
public:
    JsonEditor(const FieldContext& context, const QString& pointer, QWidget* parent);
    void refresh(const FieldChange& change) override;

private:
    QString placeholder() const;
    void take();
    void fitLines(int lines);

    JsonTextEdit* m_text;
};

} // namespace Telamon
