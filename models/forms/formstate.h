// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QString>

namespace Telamon {

// Text in an editor that is no value.
struct UnreadableText {
    QString text;
    QString sentence;
};

// What a variant held when another was chosen.
struct StashedVariant {
    QJsonValue value;
    QHash<QString, int> choices; // of the unions inside
};

// Everything that a person's editing of one use of an operation has made.
struct FormState {
    QJsonValue use = QJsonObject {{QStringLiteral("parameters"), QJsonObject()}};
    QHash<QString, int> choices; // pointer of a union -> variant
    QHash<QString, QHash<int, StashedVariant>> stash; // by pointer and variant
    QHash<QString, QJsonValue> hidden; // fields that no rule brings in any more
    QHash<QString, bool> made; // objects that are there only because something in them was set
    QMap<QString, UnreadableText> unreadable;

    QJsonValue value(const QString& pointer) const;
    // Parents are made; those that were made so go when they are left empty.
    void set(const QString& pointer, const QJsonValue& value);
    // The items at `origins` (-1: new) of the list become `items`.
    void replaceItems(const QString& list, const QJsonValue& items, const QList<int>& origins);
    void rename(const QString& from, const QString& to);
};

} // namespace Telamon
