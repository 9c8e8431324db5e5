// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

class QGroupBox;

namespace Telamon {

class ValuePane;

// An object or a union in a frame; with a check box where it may be left out.
class GroupEditor : public FieldEditor {
    Q_OBJECT
public:
    GroupEditor(const FieldContext& context, const QString& pointer, QWidget* parent);
    void refresh(const FieldChange& change) override;
    QWidget* reveal(const QString& place) override;
    bool hasOwnTitle() const override { return true; }

private:
    void take(bool isSet);
    bool holdsOneField() const;

    QGroupBox* m_box;
    ValuePane* m_pane = nullptr; // while there is something in it
    QJsonValue m_last {QJsonValue::Undefined}; // comes back when it is checked again
};

} // namespace Telamon
