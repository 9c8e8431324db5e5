// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

#include <QList>

class QGroupBox;
class QPushButton;
class QVBoxLayout;

namespace Telamon {

class ItemFrame;

// A list whose elements are forms.
class RowsEditor : public FieldEditor {
    Q_OBJECT
public:
    RowsEditor(const FieldContext& context, const QString& pointer, QWidget* parent);
    void refresh(const FieldChange& change) override;
    QWidget* control() const override;
    QWidget* reveal(const QString& place) override;
    bool hasOwnTitle() const override { return true; }

private:
    void add();
    void addFrame();

    QGroupBox* m_box;
    QVBoxLayout* m_frames;
    QPushButton* m_add;
    QList<ItemFrame*> m_items;
};

} // namespace Telamon
