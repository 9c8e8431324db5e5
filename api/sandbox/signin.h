// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sandbox/digest.h"

namespace Telamon::Sandbox {

// Who may come in: tokens of the service account, the fixed access token, the API key by digest. Makes the
// credentials at each start.
class SignIn {
public:
    explicit SignIn(const Options& options);

    const Credentials& credentials() const { return m_credentials; }
    // Empty: signed in. Else the headers of the 401.
    HeaderList check(const Request& request);
    HeaderList challenge() { return m_digest.challenge(false); }

    Response issueToken(const Request& request); // POST /api/oauth/token
    Response revokeToken(const Request& request); // POST /api/oauth/revoke

private:
    bool isTokenGood(const QByteArray& token) const;
    bool isClient(const Request& request) const;

    Credentials m_credentials;
    int m_tokenLifetime;
    Digest m_digest;
    QHash<QByteArray, qint64> m_tokens; // and when they end, by m_clock
    QElapsedTimer m_clock;
};

} // namespace Telamon::Sandbox
