// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/wireattempt.h"

#include "api/http/sequentialbody.h"

#include <QNetworkReply>
#include <QSslError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

Problem::Kind kindOf(QNetworkReply::NetworkError error, bool wasSent)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return Problem::Kind::Refused;
    case QNetworkReply::HostNotFoundError:
        return Problem::Kind::HostNotFound;
    case QNetworkReply::TimeoutError:
        return wasSent ? Problem::Kind::Silence : Problem::Kind::ConnectTimeout;
    case QNetworkReply::SslHandshakeFailedError:
        return Problem::Kind::Tls;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // would have been resent, and could not: see SequentialBody
        return Problem::Kind::Closed;
    case QNetworkReply::UnknownContentError: // cannot be unpacked
        return Problem::Kind::Malformed;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return Problem::Kind::Proxy;
    default:
        return Problem::Kind::Network;
    }
}

// Failures of making the connection: on their own they say that no request went over it.
bool isBeforeSending(Problem::Kind kind)
{
    return kind == Problem::Kind::Refused || kind == Problem::Kind::HostNotFound || kind == Problem::Kind::Tls
        || kind == Problem::Kind::Proxy || kind == Problem::Kind::ConnectTimeout;
}

// Content-Length: nothing where it is not said, -1 where it cannot be believed.
std::optional<qint64> lengthOf(const WireAnswer& answer)
{
    std::optional<qint64> length;
    for (const auto& [name, value] : answer.headers) {
        if (name.compare("content-length", Qt::CaseInsensitive) != 0)
            continue;
        const QByteArrayList values = value.split(','); // the network manager joins headers of one name
        for (const QByteArray& one : values) {
            bool isNumber = false;
            const qint64 number = one.trimmed().toLongLong(&isNumber);
            if (!isNumber || number < 0 || (length && *length != number))
                return -1;
            length = number;
        }
    }
    return length;
}

bool isPacked(const WireAnswer& answer)
{
    return !answer.header("content-encoding").isEmpty();
}

} // namespace

WireAttempt::WireAttempt(const Limits& limits, const Origin& origin, QObject* owner)
    : Attempt(owner), m_limits(limits), m_origin(origin)
{
    for (QTimer* timer : {&m_connectTimer, &m_silenceTimer, &m_attemptTimer})
        timer->setSingleShot(true);
    connect(&m_connectTimer, &QTimer::timeout, this, [this] { end(Problem::Kind::ConnectTimeout); });
    connect(&m_silenceTimer, &QTimer::timeout, this, [this] { end(Problem::Kind::Silence); });
    connect(&m_attemptTimer, &QTimer::timeout, this, [this] { end(Problem::Kind::AttemptTimeout); });
    m_clock.start();
}

WireAttempt::~WireAttempt()
{
    letGo();
}

void WireAttempt::letGo()
{
    QNetworkReply* reply = m_reply.data();
    m_reply.clear();
    if (reply == nullptr)
        return;
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

bool WireAttempt::wasBodyRead() const
{
    const SequentialBody* body = m_body.data();
    return body != nullptr && body->wasRead();
}

void WireAttempt::refuse(const Problem& problem)
{
    m_problem = problem;
    m_problem->provablyNotRun = true;
    m_isOver = true;
    finishLater();
}

void WireAttempt::follow(QNetworkReply* reply, SequentialBody* body, const WireRequest& request)
{
    m_reply = reply;
    m_body = body;
    // With an empty body device HTTP/1.1 reports nothing between connecting and the answer, but TLS does.
    // Without TLS, which is for this machine only, connecting then counts as silence and as perhaps sent.
    const bool canTellConnecting = m_origin.scheme == "https"_L1 || !request.body.isEmpty();
    connect(reply, &QNetworkReply::socketStartedConnecting, this, [this, canTellConnecting] {
        if (canTellConnecting && !m_isSent) {
            m_silenceTimer.stop();
            m_connectTimer.start(m_limits.connect);
        }
    });
    connect(reply, &QNetworkReply::encrypted, this, &WireAttempt::noteSent);
    connect(reply, &QNetworkReply::requestSent, this, &WireAttempt::noteSent);
    connect(reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent) {
        if (sent > 0)
            noteSent();
    });
    connect(reply, &QNetworkReply::sslErrors, this, &WireAttempt::noteTlsErrors);
    connect(reply, &QNetworkReply::metaDataChanged, this, &WireAttempt::readHead);
    connect(reply, &QNetworkReply::readyRead, this, &WireAttempt::readBody);
    connect(reply, &QNetworkReply::finished, this, &WireAttempt::conclude);
    m_silenceTimer.start(m_limits.silence); // a kept connection reports nothing at all
    m_attemptTimer.start(request.isRead() ? m_limits.readAttempt : m_limits.writeAttempt);
}

void WireAttempt::abort()
{
    end(Problem::Kind::Cancelled);
}

void WireAttempt::noteSent()
{
    m_isSent = true;
    m_connectTimer.stop();
    m_silenceTimer.start(m_limits.silence);
}

void WireAttempt::noteTlsErrors(const QList<QSslError>& errors)
{
    QStringList reasons;
    for (const QSslError& error : errors)
        reasons.append(error.errorString());
    reasons.removeDuplicates();
    m_tlsReason = reasons.join("; "_L1);
}

void WireAttempt::readHead()
{
    noteSent();
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_answer.headers.clear();
    const auto& pairs = m_reply->rawHeaderPairs();
    for (const auto& [name, value] : pairs)
        m_answer.headers.append({name, value});
    if (lengthOf(m_answer).value_or(0) > m_limits.body)
        end(Problem::Kind::TooLarge);
}

void WireAttempt::readBody()
{
    if (m_isOver)
        return;
    // In steps: a packed body is unpacked as it is read, and little may become very much.
    constexpr qint64 step = 256 * 1024;
    const qsizetype before = m_answer.body.size();
    for (;;) {
        const qint64 left = m_limits.body - m_answer.body.size();
        const QByteArray bytes = m_reply->read(std::min(step, left + 1));
        if (bytes.isEmpty())
            break;
        m_answer.body += bytes.left(left);
        if (bytes.size() > left) {
            end(Problem::Kind::TooLarge);
            return;
        }
    }
    if (m_answer.body.size() == before)
        return;
    noteSent();
    Q_EMIT progressed(m_answer.body.size(), isPacked(m_answer) ? -1 : lengthOf(m_answer).value_or(-1));
}

void WireAttempt::end(Problem::Kind reason)
{
    if (m_isOver)
        return;
    m_ownReason = reason;
    conclude();
}

void WireAttempt::conclude()
{
    if (m_isOver)
        return;
    if (!m_ownReason) {
        const QPointer<WireAttempt> self(this);
        readBody(); // what is still waiting
        if (!self || m_isOver)
            return;
    }
    m_isOver = true;
    for (QTimer* timer : {&m_connectTimer, &m_silenceTimer, &m_attemptTimer})
        timer->stop();
    m_answer.duration = std::chrono::milliseconds(m_clock.elapsed());
    m_problem = problemOfConnection();
    m_wasSent = mayHaveBeenSent();
    if (m_problem) {
        m_problem->status = m_answer.status;
        m_problem->provablyNotRun = !m_wasSent;
    } else {
        m_problem = problemOfAnswer();
    }
    letGo();
    finishLater();
}

std::optional<Problem> WireAttempt::problemOfConnection() const
{
    if (m_ownReason)
        return Problem {.kind = *m_ownReason};
    const QNetworkReply* reply = m_reply.data();
    if (reply == nullptr)
        return Problem {.kind = Problem::Kind::Cancelled};
    const QNetworkReply::NetworkError error = reply->error();
    if (error == QNetworkReply::NoError)
        return m_answer.status > 0 ? std::nullopt : std::optional(Problem {.kind = Problem::Kind::Closed});
    // A 307 or 308 would have the body sent again, also where redirects are not followed.
    if (error == QNetworkReply::ContentReSendError && m_answer.status >= 300 && m_answer.status < 400)
        return std::nullopt;
    const Problem::Kind kind = kindOf(error, m_isSent || wasBodyRead());
    // Qt has an error for each error status; an answer that came whole is an answer.
    if (m_answer.status >= 300 && kind != Problem::Kind::Closed
        && error >= QNetworkReply::ContentAccessDenied)
        return std::nullopt;
    if (kind == Problem::Kind::Tls)
        return Problem {.kind = kind, .detail = m_tlsReason.isEmpty() ? reply->errorString() : m_tlsReason};
    if (kind == Problem::Kind::Network || kind == Problem::Kind::Proxy)
        return Problem {.kind = kind, .detail = reply->errorString()};
    return Problem {.kind = kind};
}

std::optional<Problem> WireAttempt::problemOfAnswer() const
{
    const int status = m_answer.status;
    if (status >= 300 && status < 400) {
        // Only the origin: a path or query could carry anything.
        const QUrl target =
            QUrl(m_origin.toString()).resolved(QUrl::fromEncoded(m_answer.header("location")));
        return Problem {
            .kind = Problem::Kind::Redirect, .status = status, .detail = Origin::of(target).toString()};
    }
    if (status == 407)
        return Problem {.kind = Problem::Kind::Proxy, .status = status};
    const std::optional<qint64> length = lengthOf(m_answer);
    if (length && *length < 0) // nobody can say where the answer ends, and what the rest is
        return Problem {.kind = Problem::Kind::Malformed, .status = status};
    if (!isPacked(m_answer) && length.value_or(0) > m_answer.body.size())
        return Problem {.kind = Problem::Kind::Closed, .status = status};
    return std::nullopt;
}

bool WireAttempt::mayHaveBeenSent() const
{
    // The network manager may have sent once, lost the connection, and been refused when it came back.
    if (m_isSent || m_answer.status > 0 || wasBodyRead())
        return true;
    if (!m_problem)
        return true;
    if (m_problem->kind == Problem::Kind::Cancelled || m_problem->kind == Problem::Kind::AttemptTimeout)
        return m_connectTimer.remainingTime() < 0;
    return !isBeforeSending(m_problem->kind);
}

void WireAttempt::finishLater()
{
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(); }, Qt::QueuedConnection);
}

} // namespace Telamon
