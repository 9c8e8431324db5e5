// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scriptedserver.h"

#include <QSet>

namespace Telamon {

// The service's side of a service account: gives out tokens and knows which of them are good.
class TokenService {
public:
    explicit TokenService(ScriptedServer& server)
    {
        server.setHandler([this](const RecordedRequest& request) { return answer(request); });
    }

    QByteArray basic = "Basic " + QByteArray("mdb_sa_id_1:secret").toBase64();
    int lifetime = 3600;
    ScriptedAnswer good = ScriptedAnswer::ok();
    QList<ScriptedAnswer> instead; // of the next token answers

    int tokenRequests = 0;
    int revocations = 0;
    int refusals = 0;
    QSet<QByteArray> tokens;
    QByteArrayList revoked;
    RecordedRequest lastTokenRequest;

    static ScriptedAnswer tokenAnswer(const QByteArray& token, int lifetime)
    {
        return ScriptedAnswer::ok(R"({"access_token":")" + token + R"(","expires_in":)"
            + QByteArray::number(lifetime) + R"(,"token_type":"Bearer"})");
    }

private:
    ScriptedAnswer answer(const RecordedRequest& request)
    {
        if (request.target() == "/api/oauth/token")
            return giveToken(request);
        if (request.target() == "/api/oauth/revoke") {
            ++revocations;
            revoked.append(request.body);
            return ScriptedAnswer::of(request.header("Authorization") == basic ? 200 : 401);
        }
        const QByteArray login = request.header("Authorization");
        if (login.startsWith("Bearer ") && tokens.contains(login.mid(7)))
            return good;
        ++refusals;
        return ScriptedAnswer::of(401, R"({"error":401,"detail":"Expired."})");
    }

    ScriptedAnswer giveToken(const RecordedRequest& request)
    {
        ++tokenRequests;
        lastTokenRequest = request;
        if (!instead.isEmpty())
            return instead.takeFirst();
        if (request.header("Authorization") != basic)
            return ScriptedAnswer::of(401, R"({"error":"invalid_client"})");
        const QByteArray token = "token-" + QByteArray::number(tokenRequests);
        tokens.insert(token);
        return tokenAnswer(token, lifetime);
    }
};

} // namespace Telamon
