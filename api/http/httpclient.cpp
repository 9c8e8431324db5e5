// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/httpclient.h"

#include "api/http/problemreader.h"
#include "api/http/ratemeter.h"
#include "api/http/requestlog.h"

namespace Telamon {

HttpClient::HttpClient(
    Settings settings, const AuthenticatorFactory& makeAuthenticator, RequestLog& log, QObject* parent)
    : QObject(parent),
      m_settings(std::move(settings)),
      m_log(log),
      m_transport(new Transport(m_settings.transport, this)),
      m_authenticator(makeAuthenticator(*m_transport)),
      m_rateMeter(new RateMeter(this))
{
    connect(m_transport, &Transport::attemptStarted, this, &HttpClient::logAttempt);
}

HttpClient::~HttpClient()
{
    Q_EMIT closing();
    // What the authenticator ends now is no longer logged: that would ask it for its secrets.
    m_transport->disconnect(this);
}

ApiCall* HttpClient::call(const Operation& operation, const Arguments& arguments, QObject* owner)
{
    auto* call = new ApiCall(*this, operation, owner);
    call->prepare(arguments);
    QMetaObject::invokeMethod(
        call, [call] { call->start(); }, Qt::QueuedConnection);
    return call;
}

void HttpClient::logAttempt(Attempt* attempt, const WireRequest& request, const HeaderList& headers)
{
    // Requests of the authenticator's own belong to no operation; their bodies are not kept.
    const auto* call = qobject_cast<ApiCall*>(attempt->parent());
    const Operation* operation = call != nullptr ? &call->operation() : nullptr;
    const int number = call != nullptr ? call->attemptCount() : 1;
    const quint64 id = m_log.begin(operation, number, request, headers, m_authenticator->secrets());
    connect(attempt, &Attempt::finished, this, [this, attempt, id, operation] {
        const WireAnswer& answer = attempt->answer();
        std::optional<Problem> problem = attempt->problem();
        if (!problem && answer.status >= 300)
            problem = readProblem(answer);
        m_log.end(id, operation, answer, problem, m_authenticator->secrets());
    });
    // Deleted before it finished: its owner went, or the call was aborted.
    connect(attempt, &QObject::destroyed, &m_log, [log = &m_log, id] { log->abandon(id); });
}

} // namespace Telamon
