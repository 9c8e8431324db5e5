// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/auth/authenticator.h"
#include "api/http/apicall.h"
#include "api/http/transport.h"

#include <QObject>

#include <memory>

namespace Telamon {

class RateMeter;
class RequestLog;
struct Operation;

// The one way to call the service, for one profile: builds the request, signs it, sends it, retries reads,
// keeps the log and the rate meter. Refuses every write of a read-only profile.
class HttpClient : public QObject {
    Q_OBJECT
public:
    struct Settings {
        Transport::Settings transport;
        bool isReadOnly = false;
        RetryPolicy retry;
    };

    // The authenticator is made with this client's transport: its own requests go the same way.
    HttpClient(Settings settings, const AuthenticatorFactory& makeAuthenticator, RequestLog& log,
        QObject* parent = nullptr);
    ~HttpClient() override;

    // Starts when the event loop turns. The call belongs to `owner` and ends with it.
    ApiCall* call(const Operation& operation, const Arguments& arguments, QObject* owner);

    const Settings& settings() const { return m_settings; }
    Authenticator& authenticator() { return *m_authenticator; }
    RateMeter& rateMeter() const { return *m_rateMeter; }
    RequestLog& log() { return m_log; }
    RetryBudget& retryBudget() { return m_retryBudget; }
    Transport& transport() { return *m_transport; }

Q_SIGNALS:
    void closing(); // the calls that are under way end with it

private:
    void logAttempt(Attempt* attempt, const WireRequest& request, const HeaderList& headers);

    Settings m_settings;
    RequestLog& m_log;
    RetryBudget m_retryBudget;
    Transport* m_transport;
    std::unique_ptr<Authenticator> m_authenticator;
    RateMeter* m_rateMeter;
};

} // namespace Telamon
