// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Telamon {

// What a cell or a label shows at most of one text.
constexpr qsizetype VisibleTextLimit = 1000;

// Text from the service as a person may safely see it: control characters, line breaks and the characters
// that reorder or hide text become visible symbols (␊, ⟨U+202E⟩), and what is longer than `limit` ends in
// "…".
QString visibleText(QStringView text, qsizetype limit = VisibleTextLimit);

} // namespace Telamon
