// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace Telamon {

struct Problem;

// The shapes in which a secret may have leaked: (name of the encoding, bytes). base64 comes in its three
// alignments, since a secret seldom stands at the beginning of what was encoded.
QList<QPair<QByteArray, QByteArray>> encodingsOf(const QByteArray& secret);

// What was found in the text, for the test's message; empty where no secret is in it, in no encoding.
QByteArray findCanary(const QByteArray& text, const QList<QByteArray>& secrets);

// Every text of a problem, one a line.
QByteArray textsOf(const Problem& problem);

} // namespace Telamon
