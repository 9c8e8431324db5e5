// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Telamon {

struct Change;
struct Operation;

// What came of a change, in one or two sentences for a person.

QString verdictSentence(const Change& change);
// Of an unknown one: why, what reading found, and where a person can look. `write` null: not in the catalog.
QString unknownSentence(
    const Change& change, const QString& found, const Operation* write, const Operation* reading);

} // namespace Telamon
