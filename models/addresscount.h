// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Telamon {

// How many addresses a block such as "10.8.0.0/21" or "2001:db8::/48" holds, for a person: "2,048", "2^80". A
// single address is a block of one. Empty for what is neither.
QString addressCountText(const QString& block);
// "0.0.0.0/0" and "::/0", however they are written.
bool isEveryAddress(const QString& block);
// Of several, "10.8.0.0/21, 0.0.0.0/0", those that are open to everybody first: "open to all (0.0.0.0/0), 1
// other". Empty where there is one block, or none that is open.
QString openBlocksText(const QString& blocks);

} // namespace Telamon
