// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/serviceaccountauthenticator.h"

#include "api/auth/accesstoken.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QByteArray formEncoded(QByteArrayView text)
{
    return text.toByteArray().toPercentEncoding("*", "~").replace("%20", "+");
}

WireRequest formRequest(const QByteArray& target, const QByteArray& form)
{
    return {"POST", target, "application/json", "application/x-www-form-urlencoded", form};
}

bool saysInvalidClient(const WireAnswer& answer)
{
    return answer.status == 401
        || (answer.status == 400
            && QJsonDocument::fromJson(answer.body).object().value("error"_L1).toString()
                == "invalid_client"_L1);
}

} // namespace

ServiceAccountAuthenticator::ServiceAccountAuthenticator(const QByteArray& clientId,
    QByteArrayView clientSecret, Transport& transport, SignInPolicy policy, QObject* parent)
    : Authenticator(parent),
      m_clientId(clientId),
      m_clientSecret(clientSecret),
      m_transport(transport),
      m_policy(std::move(policy))
{
}

QByteArray ServiceAccountAuthenticator::basicHeader(const QByteArray& clientId, QByteArrayView clientSecret)
{
    QByteArray secret = formEncoded(clientSecret);
    QByteArray pair = formEncoded(clientId) + ':' + secret;
    QByteArray header = "Basic " + pair.toBase64();
    wipe(secret);
    wipe(pair);
    return header;
}

void ServiceAccountAuthenticator::authorize(const WireRequest& request, QObject* context, Receiver receiver)
{
    Q_UNUSED(request)
    if (hasUsableToken()) {
        receiver({"Bearer " + m_token.copy(), std::nullopt});
        return;
    }
    m_waiting.add(context,
        [self = QPointer(this), receiver = std::move(receiver)](const std::optional<Problem>& problem) {
            if (problem)
                receiver({{}, problem});
            else if (const auto* authenticator = self.data())
                receiver({"Bearer " + authenticator->m_token.copy(), std::nullopt});
        });
    if (!m_request)
        fetchToken();
}

bool ServiceAccountAuthenticator::hasUsableToken() const
{
    return !m_token.isEmpty() && m_policy.now() < m_tokenEnd;
}

void ServiceAccountAuthenticator::fetchToken()
{
    m_request =
        new SignInRequest(m_transport, formRequest("/api/oauth/token", "grant_type=client_credentials"),
            {{"Authorization", basicHeader(m_clientId, m_clientSecret.view())}}, m_policy, this);
    connect(m_request, &SignInRequest::finished, this, [this, request = m_request] {
        request->deleteLater();
        m_request = nullptr;
        takeTokenAnswer(*request);
    });
}

void ServiceAccountAuthenticator::takeTokenAnswer(const SignInRequest& request)
{
    m_waiting.release(adoptToken(request));
}

std::optional<Problem> ServiceAccountAuthenticator::adoptToken(const SignInRequest& request)
{
    retireToken();
    if (request.problem())
        return request.problem();
    const WireAnswer& answer = request.answer();
    if (saysInvalidClient(answer)) {
        return credentialsProblem(tr("The service does not accept this client id and secret. Check both, and "
                                     "whether the secret has "
                                     "expired."),
            answer.status);
    }
    if (answer.status < 200 || answer.status > 299)
        return signInProblem(answer);

    Result<FetchedToken, Problem> fetched = parseTokenAnswer(answer.body);
    if (!fetched)
        return fetched.error();
    const std::chrono::milliseconds lifetime = fetched.value().lifetime;
    m_token = std::move(fetched.value().token);
    // A token that lives shorter than the margin is used for most of its life all the same.
    m_tokenEnd = m_policy.now() + lifetime - std::min(m_policy.expiryMargin, lifetime / 10);
    return std::nullopt;
}

bool ServiceAccountAuthenticator::learnFromRefusal(const Authorization& used, const WireAnswer& answer)
{
    Q_UNUSED(answer)
    // Many calls may be refused with one token: only the first finds it still in use, the others get its
    // successor.
    if (used.header == "Bearer " + m_token.copy())
        retireToken();
    return true;
}

void ServiceAccountAuthenticator::retireToken()
{
    constexpr size_t asManyAsMayBeOnTheirWay = 4;
    if (!m_token.isEmpty())
        m_retiredTokens.push_back(std::move(m_token));
    m_token = SecretBytes();
    if (m_retiredTokens.size() > asManyAsMayBeOnTheirWay)
        m_retiredTokens.erase(m_retiredTokens.begin());
}

void ServiceAccountAuthenticator::signOut(QObject* context, const std::function<void()>& done)
{
    if (m_request) {
        delete std::exchange(m_request, nullptr);
        Problem cancelled;
        cancelled.kind = Problem::Kind::Cancelled;
        cancelled.provablyNotRun = true;
        const QPointer<ServiceAccountAuthenticator> self(this);
        m_waiting.release(cancelled);
        if (!self)
            return;
    }
    if (m_token.isEmpty()) {
        done();
        return;
    }
    Attempt* attempt =
        m_transport.send(formRequest("/api/oauth/revoke", "token=" + formEncoded(m_token.view())),
            {{"Authorization", basicHeader(m_clientId, m_clientSecret.view())}}, this);
    retireToken();
    // Signed out here in any case; where the service could not be told, the token ends by itself. An aborted
    // attempt finishes too.
    connect(attempt, &Attempt::finished, attempt, &QObject::deleteLater);
    connect(attempt, &Attempt::finished, context, done);
    QTimer::singleShot(m_policy.signOutLimit, attempt, &Attempt::abort);
}

QList<QByteArray> ServiceAccountAuthenticator::secrets() const
{
    QList<QByteArray> secrets;
    for (const SecretBytes* secret : {&m_clientSecret, &m_token}) {
        if (!secret->isEmpty())
            secrets.append(secret->copy());
    }
    for (const SecretBytes& token : m_retiredTokens)
        secrets.append(token.copy());
    return secrets;
}

} // namespace Telamon
