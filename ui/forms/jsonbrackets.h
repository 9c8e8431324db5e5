// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Telamon {

// The bracket or brace that belongs to the one at this place; nothing where there is none, or where it is
// part of a text in quotation marks.
std::optional<qsizetype> matchingBracket(const QString& json, qsizetype place);

// What begins the line after the cursor: the indentation of this one, and more after an opening bracket.
QString indentationAfter(const QString& lineBeforeCursor);
QString jsonIndentation(); // one step of it

} // namespace Telamon
