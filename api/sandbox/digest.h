// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sandbox/message.h"
#include "api/sandbox/server.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>

namespace Telamon::Sandbox {

// The server's side of HTTP Digest: challenges, and the judgement of what a client answers to one.
class Digest {
public:
    enum class Verdict { Good, Wrong, Stale };

    Digest(const Options& options, const Credentials& credentials);

    Verdict check(const Request& request, const QByteArray& authorization);
    // One WWW-Authenticate header for each algorithm offered, with a new nonce.
    HeaderList challenge(bool isStale);

private:
    struct Nonce {
        qint64 madeAt = 0;
        QSet<quint32> usedCounts;
    };
    QByteArray newNonce();

    Options::Digest m_offer;
    int m_lifetime;
    QByteArray m_user;
    QByteArray m_key;
    QHash<QByteArray, Nonce> m_nonces;
    QElapsedTimer m_clock;
};

// The part after the scheme, as names (lower case) and unquoted values; empty where it cannot be read.
QHash<QByteArray, QByteArray> authParameters(QByteArrayView text);

} // namespace Telamon::Sandbox
