// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

namespace Telamon {

// What a person who looks at JSON calls a place: "source.clusterName", "fields[1].path". What is in the body
// is called without it, as a text is read.
QString jsonName(const QJsonValue& use, const QString& pointer);
// The same from a place around it: "[1].path"; empty of that place itself.
QString jsonNameInside(const QJsonValue& use, const QString& pointer, const QString& around);

} // namespace Telamon
