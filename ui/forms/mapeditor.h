// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

#include <QMap>
#include <QPointer>

class QGroupBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Telamon {

class FormModel;
class ItemFrame;

// Members whose names a person chooses, each a form.
class MapEditor : public FieldEditor {
    Q_OBJECT
public:
    MapEditor(const FieldContext& context, const QString& pointer, QWidget* parent);
    ~MapEditor() override;
    void refresh(const FieldChange& change) override;
    QWidget* control() const override;
    QWidget* reveal(const QString& place) override;
    bool hasOwnTitle() const override { return true; }

private:
    void add();
    ItemFrame* addFrame(const QString& name, int place);
    void rename(const QString& name, const QString& to);
    void followName();

    QGroupBox* m_box;
    QVBoxLayout* m_frames;
    QLineEdit* m_name;
    QPushButton* m_add;
    QMap<QString, ItemFrame*> m_members;
    QPointer<FormModel> m_told; // of a name that waits
};

} // namespace Telamon
