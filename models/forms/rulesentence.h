// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Telamon {

struct Schema;

// What may stand in a field, for a person: "3 to 40 characters; letters, digits and -". Empty where anything
// of its type may, and for an enumeration, whose values are offered. `moreRules`: x-rule beside the schema.
QString ruleSentenceOf(const Schema& schema, const QStringList& moreRules = {});

} // namespace Telamon
