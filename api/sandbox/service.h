// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sandbox/faults.h"
#include "api/sandbox/ratelimits.h"
#include "api/sandbox/route.h"
#include "api/sandbox/signin.h"

#include <memory>
#include <optional>

namespace Telamon {
class Catalog;
}

namespace Telamon::Sandbox {

// What the service does with one request, from the Host header to the envelope. Knows no sockets; lives in
// the server's thread.
class Service {
public:
    Service(const Catalog& catalog, const Options& options);
    ~Service();

    const Credentials& credentials() const { return m_signIn.credentials(); }
    void setPort(quint16 port); // before the first request

    struct Outcome {
        Response response;
        std::optional<Fault> fault; // what the connection is to do with the response
    };
    Outcome answer(const Request& request, Faults& faults);

private:
    std::optional<Answer> refusedHost(const Request& request) const;
    Response answerApi(const Request& request);
    Response run(Call& call);
    const Version* acceptedVersion(const Route& route, const Request& request) const;
    std::optional<Answer> refusedBody(const Call& call) const;

    Options m_options;
    SignIn m_signIn;
    RateLimits m_limits;
    RouteTable m_routes;
    std::unique_ptr<Store> m_store;
    quint16 m_port = 0;
};

} // namespace Telamon::Sandbox
