// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Telamon {

// A text as a cell of a Markdown table. It stays text: no link, image, HTML, code, emphasis, mention, end of
// cell or line comes of it. What is hidden becomes visible, as in the console's own tables. Addresses are
// parted by a character without width, since many readers make links of them whatever stands before them.
QString markdownCell(const QString& text);

} // namespace Telamon
