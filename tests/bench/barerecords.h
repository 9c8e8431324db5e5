// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

// The least that can be done: simdjson on-demand, every field of every record touched once, into plain
// vectors. The number of records.
std::size_t parseBarely(const QByteArrayList& answers);
