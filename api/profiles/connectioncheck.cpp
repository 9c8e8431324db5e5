// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/connectioncheck.h"

#include "api/catalog/catalog.h"
#include "api/http/httpclient.h"
#include "api/profiles/connect.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QString whom(const Profile& profile)
{
    switch (profile.kind) {
    case CredentialKind::ServiceAccount:
        return ConnectionCheck::tr("service account %1").arg(profile.publicId);
    case CredentialKind::ApiKey:
        return ConnectionCheck::tr("API key %1").arg(profile.publicId);
    case CredentialKind::AccessToken:
        break;
    }
    return ConnectionCheck::tr("an access token");
}

ConnectionCheck::Verdict verdictOf(const Problem& problem)
{
    using Kind = Problem::Kind;
    using Verdict = ConnectionCheck::Verdict;
    switch (problem.kind) {
    case Kind::HostNotFound:
        return Verdict::HostNotFound;
    case Kind::Refused:
        return Verdict::Refused;
    case Kind::Proxy:
        return Verdict::ProxyRefused;
    case Kind::Tls:
        return Verdict::TlsRefused;
    case Kind::Credentials:
        return Verdict::WrongCredentials;
    case Kind::InvalidRequest:
        return Verdict::Unusable;
    case Kind::Service:
        if (problem.code == "IP_ADDRESS_NOT_ON_ACCESS_LIST"_L1)
            return Verdict::NotOnAccessList;
        return problem.status == 403 || problem.status == 404 ? Verdict::NoAccess : Verdict::Unwell;
    default:
        return Verdict::Network;
    }
}

QString advice(ConnectionCheck::Verdict verdict)
{
    using Verdict = ConnectionCheck::Verdict;
    switch (verdict) {
    case Verdict::WrongCredentials:
        return ConnectionCheck::tr("Check the id and the secret; a secret may have expired.");
    case Verdict::NotOnAccessList:
        return ConnectionCheck::tr(
            "Signing in worked, but this machine's address is not on the access list of the key or "
            "service account. Add it there.");
    case Verdict::TlsRefused:
        return ConnectionCheck::tr("If a company's proxy signs connections, name its CA file above.");
    case Verdict::Unwell:
        return ConnectionCheck::tr("This is the service's side; try again later.");
    case Verdict::NoAccess:
        return ConnectionCheck::tr("It needs a role in an organisation or project.");
    default:
        return {};
    }
}

int countOf(const WireAnswer& answer)
{
    return QJsonDocument::fromJson(answer.body).object().value("totalCount"_L1).toInt();
}

} // namespace

ConnectionCheck::ConnectionCheck(const Profile& profile, const QByteArray& secret, const Catalog& catalog,
    RequestLog& log, QObject* parent)
    : QObject(parent), m_profile(profile), m_catalog(catalog)
{
    auto client = makeClient(profile, secret, log);
    if (!client) {
        QMetaObject::invokeMethod(
            this, [this, why = client.error().detail] { finish(Verdict::Unusable, why); },
            Qt::QueuedConnection);
        return;
    }
    m_client = std::move(client).value();
    start();
}

ConnectionCheck::~ConnectionCheck() = default;

void ConnectionCheck::start()
{
    Arguments one;
    one.parameters = {{u"includeCount"_s, true}, {u"itemsPerPage"_s, 1}, {u"pageNum"_s, 1}};
    const auto read = [this, one](const QString& operation, auto next) {
        ApiCall* call = m_client->call(m_catalog.operation(operation), one, this);
        connect(call, &ApiCall::finished, this, next);
    };
    const auto fails = [this](const ApiCall& call) {
        if (!call.problem())
            return false;
        const Verdict verdict = verdictOf(*call.problem());
        finish(verdict, QString(call.problem()->sentence() + u' ' + advice(verdict)).trimmed());
        return true;
    };
    read(u"listOrgs"_s, [this, read, fails](ApiCall* call) {
        if (fails(*call))
            return;
        m_organizations = countOf(call->answer());
        read(u"listGroups"_s, [this, fails](ApiCall* projects) {
            if (fails(*projects))
                return;
            m_projects = countOf(projects->answer());
            if (m_organizations == 0 && m_projects == 0)
                finish(Verdict::NoAccess,
                    tr("Signed in as %1, which sees nothing.").arg(whom(m_profile)) + u' '
                        + advice(Verdict::NoAccess));
            else
                finish(Verdict::Fine,
                    tr("Fine: signed in as %1, which sees %2 and %3.")
                        .arg(whom(m_profile), tr("%n organisation(s)", nullptr, m_organizations),
                            tr("%n project(s)", nullptr, m_projects)));
        });
    });
}

void ConnectionCheck::finish(Verdict verdict, const QString& sentence)
{
    m_verdict = verdict;
    m_sentence = sentence;
    Q_EMIT finished();
}

} // namespace Telamon
