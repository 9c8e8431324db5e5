// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/signin.h"

#include "api/sandbox/random.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
Credentials randomCredentials()
{
    return {u"mdb_sa_id_"_s + QString::fromLatin1(unguessable(12).toHex()),
        u"mdb_sa_sk_"_s + QString::fromLatin1(unguessable(40)), QString::fromLatin1(unguessable(8)).toLower(),
        QString::fromLatin1(unguessable(32)), QString::fromLatin1(unguessable(64))};
}

Response oauthAnswer(int status, const QJsonObject& body)
{
    return {status, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
        QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

Response oauthError(int status, const QString& error, const QString& description)
{
    return oauthAnswer(status, {{u"error"_s, error}, {u"error_description"_s, description}});
}

QString formValue(const Request& request, QStringView name)
{
    const auto values = formValues(request.body);
    for (const auto& [key, value] : values) {
        if (key == name)
            return value;
    }
    return {};
}

bool isForm(const Request& request)
{
    return request.header("Content-Type").split(';').constFirst().trimmed().toLower()
        == "application/x-www-form-urlencoded";
}

// What follows the scheme in Authorization, where it is that scheme.
QByteArray afterScheme(const QByteArray& authorization, QByteArrayView scheme)
{
    if (authorization.size() <= scheme.size() || authorization.at(scheme.size()) != ' '
        || QByteArrayView(authorization).first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    return authorization.mid(scheme.size() + 1).trimmed();
}
} // namespace

SignIn::SignIn(const Options& options)
    : m_credentials(randomCredentials()),
      m_tokenLifetime(options.tokenLifetime),
      m_digest(options, m_credentials)
{
    m_clock.start();
}

bool SignIn::isTokenGood(const QByteArray& token) const
{
    if (token == m_credentials.accessToken.toLatin1())
        return true;
    const auto known = m_tokens.find(token);
    return known != m_tokens.end() && m_clock.elapsed() < *known;
}

HeaderList SignIn::check(const Request& request)
{
    const QByteArray authorization = request.header("Authorization");
    if (request.headerCount("Authorization") == 1) {
        const QByteArray token = afterScheme(authorization, "Bearer");
        if (!token.isEmpty()) {
            if (isTokenGood(token))
                return {};
            return {{"WWW-Authenticate", R"(Bearer error="invalid_token")"}};
        }
        const QByteArray digest = afterScheme(authorization, "Digest");
        if (!digest.isEmpty()) {
            const Digest::Verdict verdict = m_digest.check(request, digest);
            if (verdict == Digest::Verdict::Good)
                return {};
            return m_digest.challenge(verdict == Digest::Verdict::Stale);
        }
    }
    return m_digest.challenge(false);
}

bool SignIn::isClient(const Request& request) const
{
    const QByteArray basic = afterScheme(request.header("Authorization"), "Basic");
    const QByteArray wanted = m_credentials.clientId.toUtf8() + ':' + m_credentials.clientSecret.toUtf8();
    if (!basic.isEmpty())
        return QByteArray::fromBase64(basic) == wanted;
    return formValue(request, u"client_id").toUtf8() + ':' + formValue(request, u"client_secret").toUtf8()
        == wanted;
}

Response SignIn::issueToken(const Request& request)
{
    if (request.method != "POST")
        return oauthError(405, u"invalid_request"_s, u"A token is asked for with POST."_s);
    if (!isForm(request))
        return oauthError(400, u"invalid_request"_s, u"The body must be a form."_s);
    if (!isClient(request)) {
        Response response =
            oauthError(401, u"invalid_client"_s, u"The client is not known, or its secret wrong."_s);
        response.headers.emplaceBack("WWW-Authenticate", R"(Basic realm="oauth")");
        return response;
    }
    if (formValue(request, u"grant_type") != "client_credentials"_L1)
        return oauthError(400, u"unsupported_grant_type"_s, u"Only client_credentials is granted."_s);
    m_tokens.removeIf([now = m_clock.elapsed()](const auto& entry) { return entry.value() <= now; });
    const QByteArray token = unguessable(64);
    m_tokens.insert(token, m_clock.elapsed() + qint64(m_tokenLifetime) * 1000);
    return oauthAnswer(200,
        {{u"access_token"_s, QString::fromLatin1(token)}, {u"token_type"_s, u"Bearer"_s},
            {u"expires_in"_s, m_tokenLifetime}});
}

Response SignIn::revokeToken(const Request& request)
{
    if (request.method != "POST" || !isForm(request))
        return oauthError(400, u"invalid_request"_s, u"A token is revoked by a form, with POST."_s);
    if (!isClient(request))
        return oauthError(401, u"invalid_client"_s, u"The client is not known, or its secret wrong."_s);
    m_tokens.remove(formValue(request, u"token").toUtf8());
    return oauthAnswer(200, {});
}

} // namespace Telamon::Sandbox
