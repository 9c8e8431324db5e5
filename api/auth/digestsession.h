// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/auth/challenge.h"
#include "api/auth/secretbytes.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QList>

#include <optional>

namespace Telamon {

// What was agreed by one digest challenge (RFC 7616, qop=auth): signs any number of requests, each with the
// next count of its nonce.
class DigestSession {
public:
    // The strongest of the challenges that can be answered: SHA-256 before MD5, of equals the first. None
    // where no challenge is a digest with a known algorithm and qop=auth.
    static std::optional<DigestSession> fromChallenges(const QList<Challenge>& challenges,
        const QByteArray& userName, QByteArrayView password, const QByteArray& clientNonce);

    // The value of the Authorization header. The target is the request target exactly as on the wire.
    QByteArray sign(const QByteArray& method, const QByteArray& target);

    const QByteArray& nonce() const { return m_nonce; }
    bool isStale() const { return m_isStale; } // the challenge said that only the nonce was old
    // Authentication-Info's nextnonce; the session key of "-sess" stays that of the challenge.
    void useNextNonce(const QByteArray& nonce);

private:
    DigestSession() = default;
    QByteArray hash(QByteArrayView text) const;

    QCryptographicHash::Algorithm m_algorithm = QCryptographicHash::Md5;
    QByteArray m_algorithmName; // as the challenge spells it; empty where it names none
    QByteArray m_userName;
    QByteArray m_realm;
    QByteArray m_nonce;
    std::optional<QByteArray> m_opaque;
    QByteArray m_clientNonce; // one per challenge: the session key of "-sess" contains it
    SecretBytes m_key; // H(A1): as good as the password for this realm
    quint32 m_count = 0;
    bool m_isStale = false;
};

} // namespace Telamon
