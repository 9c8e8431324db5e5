// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/transport.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>

#include <optional>

namespace Telamon {

// One challenge of a WWW-Authenticate header (RFC 9110, 11.6.1), or credentials in the same grammar.
struct Challenge {
    QByteArray scheme; // lower case
    QHash<QByteArray, QByteArray> parameters; // names in lower case, values without quotes and escapes
};

// Reads any number of challenges from one header value. What breaks the grammar is left out, with the
// challenge that it is in.
QList<Challenge> parseChallenges(QByteArrayView headerValue);
// The challenges of all WWW-Authenticate headers of an answer, in their order.
QList<Challenge> challengesOf(const WireAnswer& answer);
// The parameters of a header without a scheme (Authentication-Info); empty where it breaks the grammar.
QHash<QByteArray, QByteArray> parseParameters(QByteArrayView headerValue);

// The text as a quoted-string, with quotes and backslashes escaped.
QByteArray quoted(QByteArrayView text);

} // namespace Telamon
