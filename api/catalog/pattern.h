// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QStringView>

namespace Telamon {

enum class PatternVerdict { Matches, Differs, Unchecked };

// A JSON Schema pattern (ECMA 262, searched, not anchored) for PCRE2: `$` is the end of the text only, \d \w
// \s are ASCII's, and a match that takes too many steps is given up. Invalid where the pattern is.
QRegularExpression expressionForPattern(QStringView pattern);
PatternVerdict matchPattern(const QRegularExpression& expression, const QString& text);

} // namespace Telamon
