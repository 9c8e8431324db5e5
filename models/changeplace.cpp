// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changeplace.h"

#include "api/catalog/jsonpointer.h"
#include "api/journal/change.h"
#include "models/celltext.h"
#include "models/enumwords.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

// Members that together name a thing, the outer first. "|" parts alternatives, of which the first that is
// there counts; without the last of them there is no name.
using Naming = std::array<QLatin1StringView, 2>;

constexpr QLatin1StringView noOuter;
// In the body of what is new.
constexpr std::array newThings {Naming {noOuter, "/name"_L1}, Naming {noOuter, "/username"_L1},
    Naming {noOuter, "/endpointId"_L1}, Naming {noOuter, "/targetDeploymentItemName"_L1},
    Naming {noOuter, "/source/clusterName"_L1}};
// In the arguments of what carries data: from where, and to where.
constexpr std::array carriers {Naming {"/body/source/clusterName"_L1, "/body/destination/clusterName"_L1},
    Naming {"/parameters/name"_L1, "/body/targetDeploymentItemName"_L1}};
// In the state before.
constexpr std::array things {Naming {noOuter, "/name"_L1}, Naming {noOuter, "/username"_L1}};
// The same, of what nothing but an ID was known of.
constexpr std::array unnamedThings {Naming {noOuter, "/externalGroupName"_L1},
    Naming {"/hostnameAndPort|/clusterName"_L1, "/eventTypeName"_L1}};
// Databases and collections, which are written as one.
constexpr std::array namespaces {
    Naming {"/database"_L1, "/collectionName"_L1}, Naming {"/dbName"_L1, "/collName"_L1}};

QString textAt(const QJsonValue& told, QLatin1StringView pointers)
{
    const QStringList alternatives = QString(pointers).split(u'|', Qt::SkipEmptyParts);
    for (const QString& each : alternatives) {
        if (QString text = valueAt(told, each).toString(); !text.isEmpty())
            return text;
    }
    return {};
}

template <std::size_t count>
QStringList namedBy(const std::array<Naming, count>& namings, const QJsonValue& told)
{
    for (const Naming& naming : namings) {
        QStringList parts {textAt(told, naming.front()), textAt(told, naming.back())};
        if (parts.constLast().isEmpty())
            continue;
        parts.removeAll(QString());
        return parts;
    }
    return {};
}

QString namespaceIn(const QJsonValue& told)
{
    return namedBy(namespaces, told).join(u'.');
}

// When it began.
QString momentIn(const QJsonValue& told)
{
    const QDateTime created = QDateTime::fromString(told["created"_L1].toString(), Qt::ISODateWithMs);
    return created.isValid() ? momentText(created.toMSecsSinceEpoch()) : QString();
}

// Those that a list in the body names: all of them are what was changed.
QString listedNamespaces(const QJsonValue& body)
{
    QStringList names;
    const QJsonArray listed = body["namespaces"_L1].toArray();
    for (const QJsonValue& each : listed)
        names.append(each.toString());
    constexpr qsizetype mostNamed = 3;
    if (names.size() > mostNamed)
        names = names.first(mostNamed) + QStringList {u"…"_s};
    return names.join(u", "_s);
}

// What is new has no place in the path yet, and what is told by its ID alone has its name in the state
// before.
QStringList thingOf(const Change& change, bool isUnnamed)
{
    const QJsonValue body = change.arguments.value("body"_L1);
    QStringList parts;
    if (change.method == "POST") {
        parts = namedBy(newThings, body);
        parts.prepend(namespaceIn(body));
    } else if (const QString listed = listedNamespaces(body); !listed.isEmpty()) {
        parts = {listed};
    } else {
        parts = namedBy(things, change.before);
        if (isUnnamed && parts.isEmpty()) {
            parts = namedBy(unnamedThings, change.before);
            if (!parts.isEmpty()) {
                parts.last() = enumWords(parts.constLast());
                parts.prepend(momentIn(change.before)); // of a kind and a host there may be several
            }
        }
        if (isUnnamed)
            parts.prepend(namespaceIn(change.before));
    }
    parts.removeAll(QString());
    return parts;
}

// "erp → sessions". What the path leads to is said with it.
QString wayOf(const Change& change, QStringList& path)
{
    for (const Naming& carrier : carriers) {
        const QString from = textAt(change.arguments, carrier.front());
        const QString to = textAt(change.arguments, carrier.back());
        if (from.isEmpty() || to.isEmpty() || from == to)
            continue;
        if (carrier.front().startsWith("/parameters"_L1) && path.endsWith(from))
            path.removeLast();
        return from + u" → "_s + to;
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

QString changeWay(const Change& change)
{
    QStringList path;
    return wayOf(change, path);
}

bool isServiceId(const QString& text)
{
    static const QRegularExpression shape(u"\\A[0-9a-f]{24}\\z"_s);
    return shape.match(text).hasMatch();
}

QString changePlace(const Change& change)
{
    QStringList parts = change.where.isEmpty() ? partsOfTarget(change) : change.where;
    const bool isUnnamed = change.method != "POST" && !parts.isEmpty() && isServiceId(parts.constLast());
    const QString way = change.method == "POST" ? wayOf(change, parts) : QString();
    QStringList thing = way.isEmpty() ? thingOf(change, isUnnamed) : QStringList {way};
    thing.removeIf([&parts](const QString& each) { return parts.contains(each); });
    if (isUnnamed && !thing.isEmpty())
        parts.removeLast(); // of what is new, the last is what it is made in
    parts += thing;
    std::reverse(parts.begin(), parts.end());
    // An ID stands for the thing itself, where nothing names that, or where nothing else is known.
    const QString own = isUnnamed && thing.isEmpty() ? parts.constFirst() : QString();
    const bool isNamed =
        std::any_of(parts.cbegin(), parts.cend(), [](const QString& each) { return !isServiceId(each); });
    if (isNamed)
        parts.removeIf([&own](const QString& each) { return each != own && isServiceId(each); });
    return parts.join(u" · "_s);
}

} // namespace Telamon
