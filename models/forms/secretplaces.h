// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QStringList>

namespace Telamon {

struct Operation;

// Secrets in one use of an operation, {"parameters": {...}, "body": ...}.

QString secretPlaceholder();
// Pointers of what is secret and there.
QStringList secretPlaces(const Operation& operation, const QJsonValue& use);
QJsonValue withPlaceholders(const Operation& operation, const QJsonValue& use);
QJsonValue withoutSecrets(const Operation& operation, const QJsonValue& use);

} // namespace Telamon
