// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>

#include <vector>

namespace Telamon {

// One versioned media type that an operation offers.
struct OfferedVersion {
    QByteArray version; // "2023-01-01"
    QDate sunset; // invalid where none is announced
};

// "2023-01-01" of "application/vnd.atlas.2023-01-01+json"; empty for every other media type.
QByteArray versionOf(const QByteArray& mediaType);
bool isJsonMediaType(const QByteArray& mediaType);

// The newest that is not sunset on that day; the newest of all where every one is. Empty where none is
// offered.
QByteArray newestVersion(const std::vector<OfferedVersion>& offered, QDate today);

} // namespace Telamon
