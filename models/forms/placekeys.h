// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/jsonpointer.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <optional>

namespace Telamon {

// Things kept by the pointer of their place: a QHash or QMap from pointers.

template <typename Map> void forgetInside(Map& map, const QString& pointer)
{
    map.removeIf([&pointer](const auto& entry) { return isInside(entry.key(), pointer); });
}

// Where a pointer leads once the items of a list are those that were at `origins` (-1: new). Nothing where
// its item is gone.
inline std::optional<QString> movedPointer(
    const QString& pointer, const QString& list, const QList<int>& origins)
{
    if (!isInside(pointer, list) || pointer.size() == list.size())
        return pointer;
    const qsizetype start = list.size() + 1;
    const qsizetype end = std::max<qsizetype>(pointer.indexOf(u'/', start), -1);
    const QString token = pointer.mid(start, end < 0 ? -1 : end - start);
    const qsizetype now = origins.indexOf(token.toInt());
    if (now < 0)
        return std::nullopt;
    return childPointer(list, now) + (end < 0 ? QString() : pointer.mid(end));
}

template <typename Map> Map movedKeys(const Map& map, const QString& list, const QList<int>& origins)
{
    Map moved;
    for (auto it = map.constBegin(); it != map.constEnd(); ++it) {
        if (const std::optional<QString> pointer = movedPointer(it.key(), list, origins))
            moved.insert(*pointer, it.value());
    }
    return moved;
}

template <typename Map> Map renamedKeys(const Map& map, const QString& from, const QString& to)
{
    Map renamed;
    for (auto it = map.constBegin(); it != map.constEnd(); ++it)
        renamed.insert(isInside(it.key(), from) ? to + it.key().mid(from.size()) : it.key(), it.value());
    return renamed;
}

} // namespace Telamon
