// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/schema.h"

#include <QByteArray>
#include <QJsonValue>

#include <unordered_map>

namespace Telamon {

// The value with everything that x-secret marks replaced by "••••••". In a union what any variant marks is
// masked, since nobody may be wrong about which one it is. An answer in an envelope is masked inside
// "content".
QJsonValue masked(const Schema& schema, const QJsonValue& value);

// The same for bytes to be shown or logged: unchanged where the schema is null or marks nothing, and "(N
// bytes, not shown)" where it does and the bytes are no JSON.
QByteArray maskedJson(const Schema* schema, const QByteArray& json);

bool hasSecrets(const Schema& schema);

// maskedJson() for one answer after the other, by the schemas of one catalog: which of them have secrets is
// looked for once.
class JsonMasker {
public:
    QByteArray operator()(const Schema* schema, const QByteArray& json);

private:
    std::unordered_map<const Schema*, bool> m_hasSecrets;
};

bool holdsNothing(const QJsonValue& value); // null, or a list or object of nothing: there is no secret in it
QString secretMark(); // what stands in the place of a secret

} // namespace Telamon
