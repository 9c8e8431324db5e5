// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/digestsession.h"

#include <algorithm>

namespace Telamon {

namespace {

struct Algorithm {
    QByteArrayView name; // lower case
    QCryptographicHash::Algorithm hash;
    bool isSession;
    int strength;
};

constexpr Algorithm algorithms[] = {
    {"md5", QCryptographicHash::Md5, false, 1},
    {"md5-sess", QCryptographicHash::Md5, true, 1},
    {"sha-256", QCryptographicHash::Sha256, false, 2},
    {"sha-256-sess", QCryptographicHash::Sha256, true, 2},
};

const Algorithm* algorithmOf(const Challenge& challenge)
{
    const QByteArray name = challenge.parameters.value("algorithm", "MD5").toLower();
    const auto* found = std::find_if(std::begin(algorithms), std::end(algorithms),
        [&name](const Algorithm& algorithm) { return algorithm.name == QByteArrayView(name); });
    return found == std::end(algorithms) ? nullptr : found;
}

bool offersAuth(const Challenge& challenge)
{
    const QList<QByteArray> offered = challenge.parameters.value("qop").split(',');
    return std::any_of(offered.cbegin(), offered.cend(),
        [](const QByteArray& qop) { return qop.trimmed().compare("auth", Qt::CaseInsensitive) == 0; });
}

// Every request carries them back: no server takes much more than this in a header.
constexpr qsizetype longestParameter = 2048;

bool isAnswerable(const Challenge& challenge)
{
    for (const char* name : {"realm", "nonce", "opaque"}) {
        if (challenge.parameters.value(name).size() > longestParameter)
            return false;
    }
    return challenge.scheme == "digest" && !challenge.parameters.value("nonce").isEmpty()
        && challenge.parameters.contains("realm") && offersAuth(challenge) && algorithmOf(challenge);
}

// RFC 7616, 3.4: what a quoted-string cannot carry portably goes as username*.
QByteArray userNameParameter(const QByteArray& userName)
{
    const bool isAscii = std::all_of(
        userName.cbegin(), userName.cend(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (isAscii)
        return "username=" + quoted(userName);
    return "username*=UTF-8''" + userName.toPercentEncoding();
}

} // namespace

std::optional<DigestSession> DigestSession::fromChallenges(const QList<Challenge>& challenges,
    const QByteArray& userName, QByteArrayView password, const QByteArray& clientNonce)
{
    const Challenge* best = nullptr;
    for (const Challenge& challenge : challenges) {
        if (isAnswerable(challenge)
            && (!best || algorithmOf(challenge)->strength > algorithmOf(*best)->strength))
            best = &challenge;
    }
    if (!best)
        return std::nullopt;

    const Algorithm& algorithm = *algorithmOf(*best);
    DigestSession session;
    session.m_algorithm = algorithm.hash;
    session.m_algorithmName = best->parameters.value("algorithm");
    session.m_userName = userName;
    session.m_realm = best->parameters.value("realm");
    session.m_nonce = best->parameters.value("nonce");
    session.m_clientNonce = clientNonce;
    session.m_isStale = best->parameters.value("stale").compare("true", Qt::CaseInsensitive) == 0;
    if (best->parameters.contains("opaque"))
        session.m_opaque = best->parameters.value("opaque");

    QByteArray a1 = userName + ':' + session.m_realm + ':';
    a1.append(password);
    QByteArray key = session.hash(a1);
    wipe(a1);
    if (algorithm.isSession)
        key = session.hash(QByteArray(key + ':' + session.m_nonce + ':' + clientNonce));
    session.m_key = SecretBytes(key);
    wipe(key);
    return session;
}

QByteArray DigestSession::sign(const QByteArray& method, const QByteArray& target)
{
    const QByteArray count = QByteArray::number(++m_count, 16).rightJustified(8, '0');
    QByteArray text = m_key.copy() + ':' + m_nonce + ':' + count + ':' + m_clientNonce
        + ":auth:" + hash(QByteArray(method + ':' + target));
    const QByteArray response = hash(text);
    wipe(text);

    QByteArray header = "Digest " + userNameParameter(m_userName) + ", realm=" + quoted(m_realm)
        + ", nonce=" + quoted(m_nonce) + ", uri=" + quoted(target) + ", response=\"" + response
        + "\", qop=auth, nc=" + count + ", cnonce=" + quoted(m_clientNonce);
    if (!m_algorithmName.isEmpty())
        header += ", algorithm=" + m_algorithmName;
    if (m_opaque)
        header += ", opaque=" + quoted(*m_opaque);
    return header;
}

void DigestSession::useNextNonce(const QByteArray& nonce)
{
    if (nonce == m_nonce || nonce.size() > longestParameter)
        return; // the count goes on
    m_nonce = nonce;
    m_count = 0;
}

QByteArray DigestSession::hash(QByteArrayView text) const
{
    return QCryptographicHash::hash(text.toByteArray(), m_algorithm).toHex();
}

} // namespace Telamon
