// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Telamon {

struct Change;

// What a change was made on, the thing itself first: "default · shop.products · catalog · core-ledger"; of
// what carries data, from where to where: "erp → sessions · core-ledger". By the names that its review knew;
// a change without them by what its request tells.
QString changePlace(const Change& change);
// Of what carries data: "erp → sessions"; else nothing.
QString changeWay(const Change& change);
// Whether it is one of the service's IDs, which tell nobody where something is.
bool isServiceId(const QString& text);

} // namespace Telamon
