// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/digestauthenticator.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <utility>

namespace Telamon {

namespace {

QByteArray freshClientNonce()
{
    std::array<quint32, 4> words {};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    QByteArray nonce;
    for (const quint32 word : words)
        nonce += QByteArray::number(word, 16).rightJustified(8, '0');
    return nonce;
}

bool hasControlCharacters(const QByteArray& text)
{
    return std::any_of(text.cbegin(), text.cend(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; });
}

QByteArray nonceOf(const Authorization& used)
{
    const QList<Challenge> credentials = parseChallenges(used.header);
    return credentials.isEmpty() ? QByteArray() : credentials.first().parameters.value("nonce");
}

} // namespace

DigestAuthenticator::DigestAuthenticator(const QByteArray& publicKey, QByteArrayView privateKey,
    Transport& transport, SignInPolicy policy, QObject* parent)
    : Authenticator(parent),
      m_publicKey(publicKey),
      m_privateKey(privateKey),
      m_transport(transport),
      m_policy(std::move(policy))
{
}

void DigestAuthenticator::authorize(const WireRequest& request, QObject* context, Receiver receiver)
{
    if (hasControlCharacters(m_publicKey)) {
        receiver({{}, credentialsProblem(tr("The public key holds a character that no key has."))});
        return;
    }
    if (m_session || (m_wasUnchallenged && request.isRead())) {
        receiver(sign(request));
        return;
    }
    m_waiting.add(context,
        [self = QPointer(this), request, receiver = std::move(receiver)](
            const std::optional<Problem>& problem) {
            if (problem)
                receiver({{}, problem});
            else if (auto* authenticator = self.data())
                receiver(authenticator->sign(request));
        });
    if (!m_request)
        fetchChallenge();
}

Authorization DigestAuthenticator::sign(const WireRequest& request)
{
    if (m_session)
        return {m_session->sign(request.method, request.target), std::nullopt};
    if (request.isRead())
        return {{}, std::nullopt, false};
    return {{}, credentialsProblem(tr("The service did not ask for the API key, so nothing was written."))};
}

void DigestAuthenticator::fetchChallenge()
{
    m_request = new SignInRequest(m_transport,
        {"GET", "/api/atlas/v2/orgs?itemsPerPage=1", "application/vnd.atlas.2023-01-01+json", {}, {}}, {},
        m_policy, this);
    connect(m_request, &SignInRequest::finished, this, [this, request = m_request] {
        request->deleteLater();
        m_request = nullptr;
        m_waiting.release(takeChallenge(*request));
    });
}

std::optional<Problem> DigestAuthenticator::takeChallenge(const SignInRequest& request)
{
    if (request.problem())
        return request.problem();
    m_wasUnchallenged = request.answer().status != 401;
    if (m_wasUnchallenged)
        return std::nullopt;
    m_session = answerable(request.answer());
    if (m_session)
        return std::nullopt;
    return credentialsProblem(
        tr("The service asks for a kind of sign-in that an API key cannot answer. Check the base URL and the "
           "kind of credentials of this profile."),
        request.answer().status);
}

std::optional<DigestSession> DigestAuthenticator::answerable(const WireAnswer& answer) const
{
    return DigestSession::fromChallenges(
        challengesOf(answer), m_publicKey, m_privateKey.view(), freshClientNonce());
}

bool DigestAuthenticator::learnFromRefusal(const Authorization& used, const WireAnswer& answer)
{
    std::optional<DigestSession> offered = answerable(answer);
    const bool canTryAgain = offered && (used.header.isEmpty() || offered->isStale());
    // Calls side by side are refused side by side: the first brings the nonce that the others use, too.
    if (!m_session || m_session->nonce() == nonceOf(used))
        m_session = std::move(offered);
    return canTryAgain;
}

void DigestAuthenticator::learnFromAnswer(const WireAnswer& answer)
{
    if (!m_session)
        return;
    const QByteArray next = parseParameters(answer.header("Authentication-Info")).value("nextnonce");
    if (!next.isEmpty())
        m_session->useNextNonce(next);
}

QList<QByteArray> DigestAuthenticator::secrets() const
{
    return m_privateKey.isEmpty() ? QList<QByteArray>() : QList<QByteArray> {m_privateKey.copy()};
}

} // namespace Telamon
