// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/recordmask.h"
#include "api/records/column.h"
#include "models/fieldtitles.h"

#include <QByteArray>
#include <QHash>

namespace Telamon {

// What is secret in the records of a table, and what their fields are called, by the source that told of
// them: the schemas of the operations that were read say so.
class RecordMasks {
public:
    void note(const Columns& columns, const RecordSource& source, const Schema& answer);

    QByteArray masked(const QByteArray& sourceId, const QByteArray& record) const;
    bool isKnown(const QByteArray& sourceId) const { return m_masks.contains(sourceId); }
    FieldTitles titles(const QByteArray& sourceId) const; // of the records it tells of
    // Where one source marks a column, the whole column is secret: its cells do not tell where they are from.
    bool isSecret(const TableLayout& layout, std::size_t column) const;

private:
    struct Noted {
        const Schema* answer = nullptr; // only compared: the catalog may be gone
        RecordMask mask;
        FieldTitles titles;
    };
    QHash<QByteArray, QList<Noted>> m_masks; // by source
};

} // namespace Telamon
