// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>

#include <functional>

namespace Telamon {

// What is said of a value that is none of these: "must be A", "must be one of: A, B", and of many how many
// there are, with the nearest. `words`: what a choice is called where it is said.
QString choiceSentence(const QJsonArray& choices, const QJsonValue& value,
    const std::function<QString(const QJsonValue&)>& words);

} // namespace Telamon
