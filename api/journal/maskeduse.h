// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/wirerequest.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QStringList>

namespace Telamon {

struct Operation;
struct RelatedRead;
struct Schema;

// What stands where a secret was.
QString maskText();

// One use of an operation with its secrets masked, and where they were.
struct MaskedUse {
    Arguments arguments {};
    QStringList pointers {}; // "/body/source/password"
    QList<QByteArray> secrets {}; // the values themselves, to take them out of what the service answers

    static MaskedUse of(const Operation& operation, const Arguments& arguments);
};

// The same for what is read by an operation: its whole answer, or the part of it that `read` picks.
QJsonValue maskedAnswer(const Operation& operation, const QJsonValue& answer);
// What maskedAnswer() hides of texts: by JSON Pointer in the answer.
QMap<QString, QString> secretsInAnswer(const Operation& operation, const QByteArray& answer);
QJsonValue maskedState(const Operation& reading, const RelatedRead& read, const QJsonValue& state);

// A JSON text of any kind; undefined where it is none.
QJsonValue parsedJson(const QByteArray& json);

} // namespace Telamon
