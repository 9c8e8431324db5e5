// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/secretmask.h"
#include "models/export/exportchoice.h"
#include "models/recordmasks.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <optional>

namespace Telamon {

class RecordSnapshot;

// A snapshot's rows in the words of one format, UTF-8. Secrets are replaced: those that the schemas mark, and
// the connection's own wherever they stand. Made in one thread and read in another.
class RecordText {
public:
    // `titles`: of the snapshot's columns. `secrets`: texts that must not be seen anywhere.
    RecordText(std::shared_ptr<const RecordSnapshot> snapshot, ExportChoice::Format format,
        const QStringList& titles, const RecordMasks& masks, const QList<QByteArray>& secrets);

    std::size_t rowCount() const;
    QByteArray begin() const; // before the rows
    QByteArray row(std::size_t row) const;
    QByteArray end() const; // after them

private:
    QByteArray csvRow(std::size_t row) const;
    QByteArray markdownRow(std::size_t row) const;
    QByteArray jsonRow(std::size_t row) const;
    QString text(std::size_t row, std::size_t column) const; // of Text and Enum cells
    QByteArray record(const QByteArray& sourceId, const QByteArray& json) const;

    std::shared_ptr<const RecordSnapshot> m_snapshot;
    ExportChoice::Format m_format;
    QStringList m_titles;
    RecordMasks m_masks;
    std::optional<SecretMask> m_secrets; // none: there are none
    std::vector<bool> m_isSecret; // by column of the snapshot
};

} // namespace Telamon
