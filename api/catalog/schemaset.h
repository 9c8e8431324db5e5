// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/schema.h"

#include <vector>

namespace Telamon {

// Schemas that speak about the same value: nobody may be wrong about which of them it is.
using SchemaSet = std::vector<const Schema*>;

// With the variants, mapped variants and conditional branches of each.
SchemaSet withSiblings(SchemaSet schemas);
// What these, siblings included, say of one field, of any field that none of them names, of an array's items.
SchemaSet schemasOfField(const SchemaSet& schemas, const QString& name);
SchemaSet schemasOfItems(const SchemaSet& schemas);
// The elements that the array at this JSON Pointer has, or a single record in its place.
SchemaSet recordsAt(SchemaSet schemas, const QByteArray& pointer);
bool isAnySecret(const SchemaSet& schemas);

} // namespace Telamon
