// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/auth/challenge.h"
#include "tests/support/scriptedserver.h"

#include <QCryptographicHash>
#include <QSet>

namespace Telamon {

// The service's side of HTTP digest, computed anew from the RFC and not with the code under test; it takes
// every count of a nonce only once.
class DigestService {
public:
    explicit DigestService(ScriptedServer& server) : m_server(server) { start(); }

    void start()
    {
        m_server.setHandler([this](const RecordedRequest& request) { return answer(request); });
    }

    QByteArray userName = "pub";
    QByteArray password = "priv";
    QByteArrayList algorithms {"MD5"}; // one challenge each; empty text: names no algorithm
    bool usesOneHeader = false; // all challenges joined in one header
    int usesPerNonce = 0; // 0: any number
    bool sendsNextNonce = false; // with the last use of a nonce
    bool saysStale = true; // when a nonce was used up
    ScriptedAnswer good = ScriptedAnswer::ok();

    int challengeCount = 0;
    int repeatedCounts = 0;
    QByteArrayList bodiesWithoutLogin;
    QByteArrayList algorithmsUsed;
    QByteArrayList nonces; // in the order of issue

    void forgetNonces() { m_uses.clear(); }

private:
    static QByteArray hashed(const QByteArray& algorithm, const QByteArray& text)
    {
        const bool isSha = algorithm.toUpper().startsWith("SHA-256");
        return QCryptographicHash::hash(text, isSha ? QCryptographicHash::Sha256 : QCryptographicHash::Md5)
            .toHex();
    }

    ScriptedAnswer answer(const RecordedRequest& request)
    {
        const QList<Challenge> logins = parseChallenges(request.header("Authorization"));
        if (logins.size() != 1 || logins.first().scheme != "digest") {
            if (!request.body.isEmpty())
                bodiesWithoutLogin.append(request.body);
            return challenge(false);
        }
        const QHash<QByteArray, QByteArray> login = logins.first().parameters;
        const QByteArray nonce = login.value("nonce");
        if (!m_uses.contains(nonce))
            return challenge(saysStale);
        if (!isRight(request, login))
            return challenge(false);
        if (m_counts.contains(nonce + login.value("nc")))
            ++repeatedCounts;
        m_counts.insert(nonce + login.value("nc"));
        algorithmsUsed.append(login.value("algorithm"));
        const bool isLastUse = usesPerNonce > 0 && ++m_uses[nonce] >= usesPerNonce;
        if (isLastUse)
            m_uses.remove(nonce);
        if (!isLastUse || !sendsNextNonce)
            return good;
        return ScriptedAnswer::ok(
            "{}", {{"Authentication-Info", "qop=auth, nextnonce=" + quoted(newNonce())}});
    }

    bool isRight(const RecordedRequest& request, const QHash<QByteArray, QByteArray>& login) const
    {
        const QByteArray algorithm = login.value("algorithm");
        const QByteArray nonce = login.value("nonce");
        QByteArray key = hashed(algorithm, userName + ':' + login.value("realm") + ':' + password);
        if (algorithm.toLower().endsWith("-sess"))
            key = hashed(algorithm, key + ':' + nonce + ':' + login.value("cnonce"));
        const QByteArray target = hashed(algorithm, request.method() + ':' + request.target());
        const QByteArray expected = hashed(algorithm,
            key + ':' + nonce + ':' + login.value("nc") + ':' + login.value("cnonce") + ":auth:" + target);
        return login.value("username") == userName && login.value("uri") == request.target()
            && login.value("opaque") == "o" && login.value("response") == expected;
    }

    QByteArray newNonce()
    {
        QByteArray nonce = "nonce, \"" + QByteArray::number(nonces.size() + 1) + '"';
        nonces.append(nonce);
        m_uses.insert(nonce, 0);
        return nonce;
    }

    ScriptedAnswer challenge(bool isStale)
    {
        ++challengeCount;
        const QByteArray nonce = quoted(newNonce());
        QByteArrayList challenges;
        for (const QByteArray& algorithm : std::as_const(algorithms)) {
            challenges.append("Digest realm=\"R, \\\"S\\\"\", domain=\"\", nonce=" + nonce
                + ", opaque=\"o\", qop=\"auth\", stale=" + (isStale ? "true" : "false")
                + (algorithm.isEmpty() ? QByteArray() : ", algorithm=" + algorithm));
        }
        if (usesOneHeader)
            challenges = {challenges.join(", ")};
        ScriptedAnswer::Headers headers;
        for (const QByteArray& value : std::as_const(challenges))
            headers.append({"WWW-Authenticate", value});
        return ScriptedAnswer::of(401, R"({"error":401,"errorCode":"UNEXPECTED_ERROR"})", headers);
    }

    ScriptedServer& m_server;
    QHash<QByteArray, int> m_uses;
    QSet<QByteArray> m_counts;
};

} // namespace Telamon
