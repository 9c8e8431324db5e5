// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldcontext.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QHBoxLayout;
class QVBoxLayout;

namespace Telamon {

class FieldEditor;
class FieldRow;
class ObjectFields;
class PlaceNote;
struct Schema;

// What is inside one value of the form, without a frame around it: the fields of an object, the variants of a
// union and what belongs to the chosen one, or the one editor of a plain value.
class ValuePane : public QWidget {
    Q_OBJECT
public:
    enum class Note { Here, Elsewhere }; // who says what is wrong with the value as a whole
    ValuePane(const FieldContext& context, const QString& pointer, Note note, QWidget* parent);

    void refresh(const FieldChange& change);
    QWidget* reveal(const QString& place);
    ObjectFields* fields() const { return m_fields; } // null where there are none
    void setLeastLabelWidth(int width); // of its fields and its kind
    void hideKind(); // who has the pane asks for the variant

private:
    bool isUnion() const;
    void buildVariants();
    void showVariant();
    void alignKind();
    void buildContent();
    void updateNote();
    QString contentKey() const;

    const FieldContext& m_context;
    QString m_pointer;
    Note m_noted;
    QVBoxLayout* m_layout;
    QComboBox* m_variants = nullptr;
    QHBoxLayout* m_variantsLine = nullptr;
    QLabel* m_variantsLabel = nullptr;
    PlaceNote* m_note = nullptr;
    QString m_contentKey; // what the content was built for
    const Schema* m_schema = nullptr;
    int m_variant = -1;
    int m_leastLabelWidth = 0;
    QWidget* m_content = nullptr; // holds what is below
    ObjectFields* m_fields = nullptr;
    FieldEditor* m_editor = nullptr; // of a plain value, or of the members named by a person
    FieldRow* m_row = nullptr;
};

// How a person tells the variants of a union apart.
QString variantTitle(const Schema& variant, int index);

} // namespace Telamon
