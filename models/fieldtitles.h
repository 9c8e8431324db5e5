// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/recordshape.h"

#include <QList>
#include <QPair>
#include <QString>

namespace Telamon {

// What the fields of a record are called: the titles that a schema gives them. A value that may outlive the
// catalog it was made from.
class FieldTitles {
public:
    FieldTitles() = default; // none
    explicit FieldTitles(const RecordShape& records) : m_records(records) { }
    // Of the answer itself or of its elements.
    explicit FieldTitles(const Schema& answer) : m_records(answer) { }
    // Of an object whose fields are records of their own.
    static FieldTitles joined(const QList<QPair<QString, FieldTitles>>& parts);

    int root() const { return m_records.record(); }
    int field(int place, const QString& name) const { return m_records.field(place, name); }
    int element(int place) const { return m_records.element(place); }
    QString title(int place) const { return m_records.title(place); } // empty: none

private:
    RecordShape m_records;
};

} // namespace Telamon
