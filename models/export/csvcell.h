// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Telamon {

// A text as a cell of CSV (RFC 4180), in UTF-8. It is inert: where a spreadsheet would take it for a formula,
// an apostrophe stands before it.
QByteArray csvCell(const QString& text);

} // namespace Telamon
