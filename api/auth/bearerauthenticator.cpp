// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/bearerauthenticator.h"

#include "api/auth/accesstoken.h"
#include "api/auth/signinrequest.h"

namespace Telamon {

BearerAuthenticator::BearerAuthenticator(QByteArrayView token, QObject* parent)
    : Authenticator(parent), m_token(token)
{
}

void BearerAuthenticator::authorize(const WireRequest& request, QObject* context, Receiver receiver)
{
    Q_UNUSED(request)
    Q_UNUSED(context)
    Authorization authorization;
    if (isAccessToken(m_token.view())) {
        authorization.header = "Bearer " + m_token.copy();
    } else {
        authorization.problem = credentialsProblem(m_token.isEmpty()
                ? tr("There is no access token.")
                : tr("The access token holds a space, a line break or another character that no token has, "
                     "or is too long. Nothing was sent."));
    }
    receiver(authorization);
}

bool BearerAuthenticator::learnFromRefusal(const Authorization& used, const WireAnswer& answer)
{
    Q_UNUSED(used)
    Q_UNUSED(answer)
    return false; // nothing better than what was given
}

QList<QByteArray> BearerAuthenticator::secrets() const
{
    return m_token.isEmpty() ? QList<QByteArray>() : QList<QByteArray> {m_token.copy()};
}

} // namespace Telamon
