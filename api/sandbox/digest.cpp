// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/digest.h"

#include "api/sandbox/random.h"

#include <QCryptographicHash>

namespace Telamon::Sandbox {

namespace {
constexpr QByteArrayView realm = "MMS Public API";
constexpr qsizetype maxNonces = 10'000;

QByteArray hashed(const QByteArray& text, QCryptographicHash::Algorithm algorithm)
{
    return QCryptographicHash::hash(text, algorithm).toHex();
}

// One parameter from `at` on, which moves behind it. False at anything that is not one.
bool takeParameter(QByteArrayView text, qsizetype& at, QHash<QByteArray, QByteArray>& parameters)
{
    const auto equals = text.indexOf('=', at);
    if (equals < 0)
        return false;
    const QByteArray name = text.sliced(at, equals - at).trimmed().toByteArray().toLower();
    at = equals + 1;
    QByteArray value;
    if (at < text.size() && text[at] == '"') {
        for (++at; at < text.size() && text[at] != '"'; ++at) {
            if (text[at] == '\\' && at + 1 < text.size())
                ++at;
            value += text[at];
        }
        if (at == text.size())
            return false;
        ++at;
    } else {
        for (; at < text.size() && text[at] != ','; ++at)
            value += text[at];
        value = value.trimmed();
    }
    if (name.isEmpty() || parameters.contains(name))
        return false;
    parameters[name] = value;
    while (at < text.size() && (text[at] == ',' || text[at] == ' '))
        ++at;
    return true;
}
} // namespace

QHash<QByteArray, QByteArray> authParameters(QByteArrayView text)
{
    QHash<QByteArray, QByteArray> parameters;
    qsizetype at = 0;
    while (at < text.size()) {
        if (!takeParameter(text, at, parameters))
            return {};
    }
    return parameters;
}

Digest::Digest(const Options& options, const Credentials& credentials)
    : m_offer(options.digest),
      m_lifetime(options.nonceLifetime),
      m_user(credentials.publicKey.toUtf8()),
      m_key(credentials.privateKey.toUtf8())
{
    m_clock.start();
}

QByteArray Digest::newNonce()
{
    const qint64 now = m_clock.elapsed();
    if (m_nonces.size() >= maxNonces)
        m_nonces.removeIf([&](const auto& entry) { return now - entry.value().madeAt > m_lifetime; });
    QByteArray nonce = unguessable(24);
    m_nonces.insert(nonce, {now, {}});
    return nonce;
}

HeaderList Digest::challenge(bool isStale)
{
    const QByteArray nonce = newNonce();
    HeaderList headers;
    const auto offer = [&](const QByteArray& algorithm) {
        headers.append({"WWW-Authenticate",
            R"(Digest realm=")" + realm.toByteArray() + R"(", domain="", nonce=")" + nonce
                + R"(", algorithm=)" + algorithm + R"(, qop="auth", stale=)" + (isStale ? "true" : "false")});
    };
    if (m_offer != Options::Digest::Md5)
        offer("SHA-256");
    if (m_offer != Options::Digest::Sha256)
        offer("MD5");
    return headers;
}

Digest::Verdict Digest::check(const Request& request, const QByteArray& authorization)
{
    const QHash<QByteArray, QByteArray> given = authParameters(authorization);
    const QByteArray algorithm = given.value("algorithm", "MD5").toUpper();
    const bool isSha256 = algorithm == "SHA-256";
    const bool isOffered =
        isSha256 ? m_offer != Options::Digest::Md5 : algorithm == "MD5" && m_offer != Options::Digest::Sha256;
    const QByteArray nonce = given.value("nonce");
    const QByteArray countText = given.value("nc");
    bool isCount = false;
    const quint32 count = countText.toUInt(&isCount, 16);
    if (!isOffered || given.value("username") != m_user || given.value("realm") != realm
        || given.value("qop") != "auth" || given.value("uri") != request.target || !isCount
        || countText.size() != 8 || given.value("cnonce").isEmpty())
        return Verdict::Wrong;

    const auto kind = isSha256 ? QCryptographicHash::Sha256 : QCryptographicHash::Md5;
    const QByteArray ha1 = hashed(m_user + ':' + realm.toByteArray() + ':' + m_key, kind);
    const QByteArray ha2 = hashed(request.method + ':' + request.target, kind);
    const QByteArray expected =
        hashed(ha1 + ':' + nonce + ':' + countText + ':' + given.value("cnonce") + ":auth:" + ha2, kind);
    if (given.value("response") != expected)
        return Verdict::Wrong;

    // The secret is right; is the nonce ours, young, and not used with this count before?
    const auto known = m_nonces.find(nonce);
    if (known == m_nonces.end())
        return Verdict::Stale;
    if (m_clock.elapsed() - known->madeAt > m_lifetime) {
        m_nonces.remove(nonce);
        return Verdict::Stale;
    }
    if (known->usedCounts.contains(count))
        return Verdict::Wrong; // a replay
    known->usedCounts.insert(count);
    return Verdict::Good;
}

} // namespace Telamon::Sandbox
