// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldcontext.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace Telamon {

class FieldRow;
class FoldBox;

// The fields of one object of the form, below each other: in the groups and the order that the catalog gives
// them, what is rarely needed folded away at the end. Follows the model: rows that stay are not made anew.
class ObjectFields : public QWidget {
    Q_OBJECT
public:
    // Names: which of the object's fields are shown here and in which order.
    using Names = std::function<QStringList()>;
    ObjectFields(const FieldContext& context, const QString& pointer, QWidget* parent, Names names = {},
        bool foldsRare = true);

    void refresh(const FieldChange& change);
    QWidget* reveal(const QString& place); // null where it is not here
    // Labels as wide as those of fields elsewhere that stand above or below.
    int labelWidth() const { return m_labelWidth; }
    void setLeastLabelWidth(int width);
    bool isEmpty() const { return m_rows.isEmpty(); }

private:
    struct Entry {
        QString heading; // or
        QString name;
    };
    QList<Entry> plan(QStringList& folded) const;
    bool isRare(const QString& name, bool hasLead) const;
    void build();
    FieldRow* row(const QString& name);
    void alignLabels();
    FoldBox* makeFold();

    const FieldContext& m_context;
    QString m_pointer;
    Names m_names;
    bool m_foldsRare;
    QVBoxLayout* m_layout;
    QHash<QString, FieldRow*> m_rows;
    QStringList m_shown; // the plan that is laid out
    QStringList m_folded;
    FoldBox* m_fold = nullptr;
    int m_labelWidth = 0; // that its own labels want
    int m_leastLabelWidth = 0;
};

} // namespace Telamon
