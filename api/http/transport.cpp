// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/transport.h"

#include "api/http/sequentialbody.h"
#include "api/http/wireattempt.h"

#include <QNetworkAccessManager>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// Cookies would carry a session from one call to the next.
class NoCookies final : public QNetworkCookieJar {
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl&) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie>&, const QUrl&) override { return false; }
};

class SystemProxies final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        return systemProxyForQuery(query);
    }
};

// No proxy, told in two ways. Told plainly, Qt reads the head of each answer over plain HTTP byte by byte, a
// system call each: more than all the rest of a call takes. The default proxy is read from in pieces, and is
// none unless the program as a whole has one, which is asked for each request.
class Direct final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        const QUrl url = query.url();
        bool isNone = url.scheme() == "http"_L1;
        for (const QString& protocol : {QString(), u"http"_s}) {
            const QList<QNetworkProxy> defaults =
                proxyForQuery(QNetworkProxyQuery(url.host(), url.port(80), protocol));
            isNone = isNone && std::all_of(defaults.begin(), defaults.end(), [](const QNetworkProxy& proxy) {
                return proxy.type() == QNetworkProxy::NoProxy;
            });
        }
        return {QNetworkProxy(isNone ? QNetworkProxy::DefaultProxy : QNetworkProxy::NoProxy)};
    }
};

bool isControl(char c)
{
    const auto code = static_cast<unsigned char>(c);
    return code < 0x20 || code == 0x7f;
}

bool isTokenCharacter(char c)
{
    const auto isBetween = [c](char low, char high) { return c >= low && c <= high; };
    return isBetween('a', 'z') || isBetween('A', 'Z') || isBetween('0', '9')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(const QByteArray& text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool hasControls(const QByteArray& text)
{
    return std::any_of(text.begin(), text.end(), isControl);
}

bool isTarget(const QByteArray& target)
{
    return target.startsWith('/') && !target.startsWith("//") && !target.contains('#')
        && std::all_of(
            target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '\\'; });
}

Problem cannotSend(const QString& why)
{
    return {.kind = Problem::Kind::InvalidRequest, .detail = why, .provablyNotRun = true};
}

QNetworkRequest networkRequest(const QUrl& url, const HeaderList& headers, const QSslConfiguration& tls)
{
    QNetworkRequest request(url);
    for (const auto& [name, value] : headers)
        request.setRawHeader(name, value);
    if (url.scheme() == "https"_L1)
        request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setDecompressedSafetyCheckThreshold(-1); // our own cap counts unpacked bytes
    return request;
}

} // namespace

QByteArray WireAnswer::header(const QByteArray& name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(),
        [&name](const auto& pair) { return pair.first.compare(name, Qt::CaseInsensitive) == 0; });
    return found == headers.end() ? QByteArray() : found->second;
}

Transport::Transport(Settings settings, QObject* parent)
    : QObject(parent),
      m_settings(std::move(settings)),
      m_origin(Origin::of(m_settings.baseUrl)),
      m_network(new QNetworkAccessManager(this))
{
    if (m_origin.scheme == "https"_L1) {
        m_tls = QSslConfiguration::defaultConfiguration();
        m_tls.addCaCertificates(m_settings.extraAuthorities);
    }
    configure(*m_network);
}

Transport::~Transport() = default;

void Transport::configure(QNetworkAccessManager& network) const
{
    network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    network.setCookieJar(new NoCookies(&network));
    if (m_origin.isLoopback())
        network.setProxyFactory(new Direct);
    else if (m_settings.proxy)
        network.setProxy(*m_settings.proxy);
    else
        network.setProxyFactory(new SystemProxies);
}

// A kept connection may be closing just when a request is put on it, and nobody can say then whether the
// request ran. Reads are read again; a write gets a connection of its own.
QNetworkAccessManager* Transport::networkFor(const WireRequest& request, QObject* owner) const
{
    if (request.isRead())
        return m_network;
    auto* network = new QNetworkAccessManager(owner);
    configure(*network);
    return network;
}

HeaderList Transport::headersOf(const WireRequest& request, const HeaderList& extraHeaders)
{
    HeaderList headers {{"User-Agent", "Telamon/" TELAMON_VERSION}};
    if (!request.accept.isEmpty())
        headers.append({"Accept", request.accept});
    if (!request.contentType.isEmpty())
        headers.append({"Content-Type", request.contentType});
    return headers + extraHeaders;
}

std::optional<Problem> Transport::objectionTo(
    const WireRequest& request, const HeaderList& headers, const QUrl& url) const
{
    if (!m_origin.isAllowed())
        return cannotSend(tr("Only https is spoken, or plain http with this machine itself."));
    // A HEAD cannot be sent in a way that keeps the network manager from sending it again; the service has
    // none.
    if (!isToken(request.method) || request.method == "HEAD")
        return cannotSend(tr("The method is not one."));
    // Qt tidies addresses; one that it would change is not the one that was asked for.
    const QUrl::FormattingOptions onlyTarget(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::FullyEncoded);
    if (!isTarget(request.target) || !url.isValid() || url.toEncoded(onlyTarget) != request.target
        || Origin::of(url) != m_origin)
        return cannotSend(tr("The path is not one within the service."));
    for (const auto& [name, value] : headers) {
        if (!isToken(name) || hasControls(value))
            return cannotSend(tr("The header %1 has a character that no header may have.")
                                  .arg(QString::fromLatin1(name.toPercentEncoding())));
    }
    return std::nullopt;
}

Attempt* Transport::send(const WireRequest& request, const HeaderList& extraHeaders, QObject* owner)
{
    auto* attempt = new WireAttempt(m_settings.limits, m_origin, owner);
    const HeaderList headers = headersOf(request, extraHeaders);
    Q_EMIT attemptStarted(attempt, request, headers);
    const QUrl url = QUrl::fromEncoded(m_origin.toString().toUtf8() + request.target, QUrl::StrictMode);
    if (const std::optional<Problem> objection = objectionTo(request, headers, url)) {
        attempt->refuse(*objection);
        return attempt;
    }
    QNetworkRequest networkish = networkRequest(url, headers, m_tls);
    QNetworkAccessManager* network = networkFor(request, attempt);
    // Reads too, although it costs them a "Content-Length: 0": without a body device the network manager
    // sends a GET up to five times over when the service closes, unseen by the log, the retry budget and
    // Retry-After.
    networkish.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    auto* body = new SequentialBody(request.body, nullptr);
    QNetworkReply* reply = network->sendCustomRequest(networkish, request.method, body);
    body->setParent(reply);
    attempt->follow(reply, body, request);
    connect(this, &QObject::destroyed, attempt, [attempt] { attempt->abort(); });
    return attempt;
}

} // namespace Telamon
