// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/schema.h"

#include <QJsonObject>

namespace Telamon {

// A union's variants, each as the way to it: a variant that is a union itself is replaced by its own
// variants.
using UnionChain = std::vector<const Schema*>;

std::vector<UnionChain> unionChains(const Schema& unionSchema);
// Which of them a value is meant to be; -1 where that is not decided.
int decidedChain(const Schema& unionSchema, const QJsonValue& value);

// The members that make a value this variant: discriminators, and required ones with one possible value.
// What a discriminator holds stays where it leads to the variant too.
QJsonObject fixedMembersOf(const Schema& unionSchema, const UnionChain& chain, const QJsonObject& value);
bool isFixedMember(const Schema& unionSchema, const UnionChain& chain, const QString& name);

} // namespace Telamon
