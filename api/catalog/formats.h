// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace Telamon {

// Why a value is not of a schema's format, as a sentence; nothing where it is, or where nobody here knows the
// format.
std::optional<QString> brokenFormat(const QString& format, const QJsonValue& value);

// "2026-01-31T12:00:00Z", with any fraction and offset (RFC 3339).
bool isDateTime(const QString& text);

} // namespace Telamon
