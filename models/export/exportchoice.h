// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Telamon {

// What of a table is written where.
struct ExportChoice {
    enum class Format { Csv, Json, Markdown };

    Format format = Format::Csv;
    bool ofAllRows = false; // otherwise those that the filter shows
    QList<int> columns; // of the table, in their order; JSON has the whole records
    QString file;
};

} // namespace Telamon
