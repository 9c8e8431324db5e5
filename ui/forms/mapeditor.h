// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

#include <QMap>

class QGroupBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Telamon {

class ItemFrame;

// Members whose names a person chooses, each a form.
class MapEditor : public FieldEditor {
    Q_OBJECT
public:
    MapEditor(const FieldContext& context, const QString& pointer, QWidget* parent);
    void refresh(const FieldChange& change) override;
    QWidget* control() const override;
    QWidget* reveal(const QString& place) override;
    bool hasOwnTitle() const override { return true; }

private:
    void add();
    void addFrame(const QString& name);

    QGroupBox* m_box;
    QVBoxLayout* m_frames;
    QLineEdit* m_name;
    QPushButton* m_add;
    QMap<QString, ItemFrame*> m_members;
};

} // namespace Telamon
