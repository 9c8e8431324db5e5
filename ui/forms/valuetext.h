// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

namespace Telamon {

// A value in one line, for a person: texts as they are (control characters shown), the rest as JSON. Empty
// for undefined.
QString valueText(const QJsonValue& value);
// A value of a closed list, as a person reads it: "Every day" for EVERY_DAY. The field's name tells codes
// from words.
QString choiceText(const QString& field, const QJsonValue& value);
QByteArray toJsonText(const QJsonValue& value, bool isIndented); // any value, not only objects and arrays
// In quotation marks where it begins or ends with blanks, which nobody would see.
QString edgedText(const QString& text);
// Indented, and with characters that cannot be seen written as escapes: parses to the same value.
QString editableJson(const QJsonValue& value);

} // namespace Telamon
