// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

class QComboBox;

namespace Telamon {

// One of an enumeration, "not set" where it may be left out; with a search above a dozen values.
class ChoiceEditor : public FieldEditor {
    Q_OBJECT
public:
    ChoiceEditor(const FieldContext& context, const QString& pointer, QWidget* parent);
    void refresh(const FieldChange& change) override;

private:
    void fill();
    void showUnknown(const QJsonValue& value);
    QString textOf(const QJsonValue& value) const;
    void choose(int index);
    void takeTyped();

    QComboBox* m_box;
    int m_offered = 0; // entries that can be chosen; what comes after them is only shown
};

} // namespace Telamon
