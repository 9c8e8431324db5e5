// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Telamon {

struct Schema;

enum class Counted { Characters, Entries, Fields };

// "3 to 40 characters", "at most one entry"; empty where there is no limit.
QString countWords(const std::optional<qint64>& least, const std::optional<qint64>& most, Counted what);

// What a text that matches the pattern looks like: "vpce- and 17 characters: digits and a to f". Empty where
// the pattern is not said in words.
QString patternWords(const QString& pattern);
// The schema's own words (x-pattern-text) before those.
QString patternWords(const Schema& schema);

} // namespace Telamon
