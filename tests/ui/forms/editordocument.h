// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Telamon {

// A document with one operation that has a field for every editor.
QByteArray editorDocument();

} // namespace Telamon
