// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Telamon {

// So many MiB of spaces, packed: small on the wire, large when unpacked.
QByteArray bomb(int mebibytes); // gzip
QByteArray deflated(int mebibytes); // zlib, which HTTP calls deflate

} // namespace Telamon
