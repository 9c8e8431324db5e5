// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace Telamon {

// JSON Pointers (RFC 6901) into QJsonValues. "" is the whole value; "-" is not used.

// "a/b~c" as one token of a JSON Pointer: "a~1b~0c".
QString escapedPointerToken(QStringView token);
QString childPointer(const QString& pointer, QStringView name);
QString childPointer(const QString& pointer, qsizetype index);
// The tokens, unescaped. A pointer that does not begin with '/' has none.
QStringList pointerTokens(const QString& pointer);
// "/a/b" of "/a/b/c"; empty of "/a" and of "".
QString parentPointer(const QString& pointer);
// Whether the pointer is `ancestor` or lies inside it.
bool isInside(const QString& pointer, const QString& ancestor);

// Undefined where there is nothing.
QJsonValue valueAt(const QJsonValue& root, const QString& pointer);
// The root with the value put there; objects on the way are made where nothing is. Undefined takes the member
// or element away. Unchanged where the way leads through something that is neither object nor array, or to an
// element further than one past the end.
QJsonValue withValueAt(const QJsonValue& root, const QString& pointer, const QJsonValue& value);

} // namespace Telamon
