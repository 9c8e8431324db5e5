// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringView>

#include <optional>

namespace Telamon {

struct Schema;

// What travels in the body of an update, and what becomes of a state by it.

// Null where nothing is described; looks into every variant of a union.
const Schema* fieldOf(const Schema& schema, QStringView name);
const Schema* schemaAt(const Schema* schema, const QString& pointer);

// The state with a partial update carried out: objects are merged, all else and x-replace parts are replaced.
QJsonValue merged(const Schema* schema, const QJsonValue& state, const QJsonValue& update);

// The body that takes an update back: what it touched, as it was, with what is required; x-replace parts
// whole. Nothing where what was unset before cannot be unset again. `before` has the shape of the body.
std::optional<QJsonValue> restoringBody(
    const Schema& schema, const QJsonValue& before, const QJsonValue& update);

} // namespace Telamon
