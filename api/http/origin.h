// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QUrl;

namespace Telamon {

// Scheme, host and port. A secret belongs to exactly one.
struct Origin {
    QString scheme;
    QString host;
    int port = 0;

    static Origin of(const QUrl& url); // fills in the scheme's default port; lower case
    bool isLoopback() const;
    // https, or plain http to loopback.
    bool isAllowed() const;
    QString toString() const; // "https://cloud.mongodb.com:443"
    bool operator==(const Origin&) const = default;
};

} // namespace Telamon
