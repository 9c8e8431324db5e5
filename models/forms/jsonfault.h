// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Telamon {

// The first place at which a text stops being one JSON value: what stands there, and what was expected.
struct JsonFault {
    qsizetype offset = 0; // in bytes
    QString sentence;
};

// Nothing where no fault is found.
std::optional<JsonFault> jsonFaultIn(const QByteArray& text);

} // namespace Telamon
