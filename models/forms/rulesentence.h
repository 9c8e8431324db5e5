// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace Telamon {

struct Schema;

// What may stand in a field, for a person: "3 to 40 characters; letters, digits and -". Empty where anything
// of its type may, and for an enumeration, whose values are offered. `moreRules`: x-rule beside the schema.
QString ruleSentenceOf(const Schema& schema, const QStringList& moreRules = {});

QDateTime timeIn(const QJsonValue& value); // invalid: it is no time
// Of a time that is never brought forward, and is this one.
QString notBeforeSentence(const QDateTime& now);

} // namespace Telamon
