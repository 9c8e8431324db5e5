// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/recordshape.h"

#include <QByteArray>
#include <QJsonValue>

namespace Telamon {

// What x-secret marks in the records of one operation's answers. A value without ties to the catalog: it can
// be used in any thread and outlives what it was made from.
class RecordMask {
public:
    RecordMask() = default; // nothing is secret
    // The records are where a RecordSource with these paths finds them.
    RecordMask(const Schema& answer, const QByteArray& recordsPath, const QByteArray& nestedPath);

    explicit RecordMask(const RecordShape& records);

    bool isEmpty() const { return !m_hasSecrets; }
    // The record's JSON with its secrets replaced. What is no JSON becomes a text that says how long it was.
    QByteArray masked(const QByteArray& record) const;
    // Whether what an alternative of a FieldPath finds is secret.
    bool isSecret(const QByteArray& alternative) const;

private:
    QJsonValue masked(int place, const QJsonValue& value) const;

    bool m_hasSecrets = false;
    RecordShape m_records;
};

} // namespace Telamon
