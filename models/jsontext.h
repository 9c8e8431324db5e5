// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Telamon {

// JSON laid out for reading: two spaces a level, members in the order they came, numbers digit for digit as
// they came. Control, bidi and other invisible characters are written as escapes. Text that is not JSON comes
// back as it is.
QString prettyJson(const QByteArray& json);

} // namespace Telamon
