// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

#include <QStringListModel>

class QAction;
class QLineEdit;
class QListView;
class QPushButton;

namespace Telamon {

class PickBox;

// Texts as they are for editing, and with what cannot be seen made visible for showing.
class LinesModel : public QStringListModel {
    Q_OBJECT
public:
    using QStringListModel::QStringListModel;
    QVariant data(const QModelIndex& index, int role) const override;
};

// A list of texts: add, pick, change, remove, move, paste many lines at once.
class LinesEditor : public FieldEditor {
    Q_OBJECT
public:
    LinesEditor(const FieldContext& context, const QString& pointer, QWidget* parent);
    void refresh(const FieldChange& change) override;
    QWidget* control() const override;
    QWidget* reveal(const QString& place) override;
    void finishTyping() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addTyped(); // and on with the next
    void addLine(); // what is typed
    void addPicked(const QString& value);
    void addLines(const QString& text);
    void paste();
    void removeSelected();
    void take();
    void takeAdded();
    void updateButtons();
    void doubt(); // what is not among what there is to pick

    PickBox* m_pick = nullptr; // where there is something to pick
    QLineEdit* m_line; // its, or one alone
    QPushButton* m_add;
    QPushButton* m_remove;
    QPushButton* m_paste;
    QListView* m_list;
    LinesModel* m_lines;
};

} // namespace Telamon
