// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changeplace.h"

#include "api/journal/change.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

// What is new has no place in the path yet, and what is told by its ID alone has its name in the state
// before.
QString nameOfThing(const Change& change)
{
    const QJsonValue told = change.method == "POST" ? change.arguments.value("body"_L1) : change.before;
    for (const QLatin1StringView member : {"name"_L1, "username"_L1}) {
        if (const QString name = told[member].toString(); !name.isEmpty())
            return name;
    }
    return {};
}

QByteArray upTo(const QByteArray& text, char sign)
{
    const qsizetype at = text.indexOf(sign);
    return at < 0 ? text : text.first(at);
}

// The values of parameters that are parts of the path, in its order.
QStringList partsOfTarget(const Change& change)
{
    const QJsonObject parameters = change.arguments.value("parameters"_L1).toObject();
    QStringList values;
    for (const QJsonValue& each : parameters)
        values.append(each.toString());
    QStringList parts;
    const QByteArrayList segments = upTo(change.target, '?').split('/');
    for (const QByteArray& each : segments) {
        const QString part = QUrl::fromPercentEncoding(upTo(each, ':')); // before a custom verb
        if (!part.isEmpty() && values.contains(part))
            parts.append(part);
    }
    return parts;
}

} // namespace

bool isServiceId(const QString& text)
{
    static const QRegularExpression shape(u"\\A[0-9a-f]{24}\\z"_s);
    return shape.match(text).hasMatch();
}

QString changePlace(const Change& change)
{
    QStringList parts = change.where.isEmpty() ? partsOfTarget(change) : change.where;
    const QString thing = nameOfThing(change);
    if (!thing.isEmpty() && !parts.contains(thing)) {
        // Of what is new, the last is what it is made in.
        if (change.method != "POST" && !parts.isEmpty() && isServiceId(parts.constLast()))
            parts.removeLast();
        parts.append(thing);
    }
    std::reverse(parts.begin(), parts.end());
    // An ID stands only where nothing else is known.
    const bool isNamed =
        std::any_of(parts.cbegin(), parts.cend(), [](const QString& each) { return !isServiceId(each); });
    if (isNamed)
        parts.removeIf(isServiceId);
    return parts.join(u" · "_s);
}

} // namespace Telamon
