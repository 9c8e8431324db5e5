// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <string>
#include <string_view>

namespace Telamon {

// A number as JSON writes it, or nothing. An integer may be written as 5.0 or 5e3.
std::optional<qint64> jsonInteger(std::string_view token);
std::optional<double> jsonNumber(std::string_view token);

// What stands between the quotes of a JSON string, with its escapes resolved. A half of a surrogate pair
// becomes U+FFFD; an escape that JSON does not know stands for its character.
std::string unescapedJson(std::string_view text);

} // namespace Telamon
