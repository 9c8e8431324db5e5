// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/editortable.h"
#include "ui/forms/fieldcontext.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace Telamon {

class FieldEditor;
class PlaceNote;
struct Schema;

// One field: its label, the editor that its schema asks for, what belongs there or what is wrong with it, and
// a menu with the states that the editor cannot be brought to by typing (not set, null, empty, as it was).
class FieldRow : public QWidget {
    Q_OBJECT
public:
    FieldRow(const FieldContext& context, const QString& pointer, QWidget* parent);

    const QString& pointer() const { return m_pointer; }
    FieldEditor* editor() const { return m_editor; }
    PlaceNote* note() const { return m_note; }
    bool fitsSchema() const; // false: the place is something else by now, make a new row
    void refresh(const FieldChange& change);
    int labelWidth() const; // what the label wants; 0 where it stands above
    void setLabelWidth(int width);
    void hideLabel(); // what is around it says what it is
    void openMenu();
    // The letter of the label that gives the control the focus; a place in the caption, -1: none.
    bool takesMnemonic() const;
    QString caption() const;
    QChar mnemonic() const;
    void setMnemonic(int place);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* newMenuButton();
    void buildMenu();
    void fillMenu();
    QString hint() const;
    QString ruleText() const;
    void updateLabel();
    int markRoom() const;
    void markChange();

    const FieldContext& m_context;
    QString m_pointer;
    EditorKind m_kind;
    const Schema* m_schema;
    QLabel* m_label;
    FieldEditor* m_editor;
    PlaceNote* m_note;
    QToolButton* m_more;
    int m_mnemonic = -1;
    bool m_isMarked = false; // as changed
};

} // namespace Telamon
