// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QString>

#include <memory>
#include <optional>

namespace Telamon {

// Whether a text matches a schema's pattern: this reading of it shares nothing with the program's own. `$` is
// the end of the text.
bool matchesPattern(const QString& pattern, const QString& text);

// A random text that a pattern matches, of that many code points; nothing where none was found.
std::optional<QString> textMatching(
    const QString& pattern, qint64 minLength, qint64 maxLength, QRandomGenerator& random);

} // namespace Telamon
