// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/connectioncheck.h"

#include "api/auth/authenticatorfactory.h"
#include "api/catalog/catalog.h"
#include "api/http/httpclient.h"
#include "api/profiles/connect.h"
#include "api/profiles/profilerules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaObject>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr int pageSize = 500;

// totalCount is an estimate; a page that is not full says how many there are. Nothing where it is no list: a
// portal's or another program's page is an answer too.
std::optional<int> countOf(const QByteArray& body)
{
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    if (!answer["results"_L1].isArray())
        return std::nullopt;
    const int listed = int(answer["results"_L1].toArray().size());
    return listed < pageSize ? listed : std::max(listed, answer["totalCount"_L1].toInt());
}

Problem notAList()
{
    Problem problem;
    problem.kind = Problem::Kind::Malformed;
    problem.detail = ConnectionCheck::tr("What answers at this address is not the Atlas Administration API.");
    return problem;
}

bool isAccessListRefusal(const Problem& problem)
{
    return problem.status == 403
        && (problem.code == "IP_ADDRESS_NOT_ON_ACCESS_LIST"_L1
            || problem.code == "ORG_REQUIRES_ACCESS_LIST"_L1);
}

QString withDetail(const QString& sentence, const Problem& problem)
{
    const QString& said = problem.detail.isEmpty() ? problem.reason : problem.detail;
    return said.isEmpty() ? sentence : sentence + u' ' + said;
}

bool hasProxy(const Profile& profile)
{
    return profile.proxy.kind == ProxyChoice::Kind::Http || profile.proxy.kind == ProxyChoice::Kind::Socks5;
}

} // namespace

ConnectionCheck::ConnectionCheck(const Profile& profile, const QByteArray& secret, const Catalog& catalog,
    RequestLog& log, QObject* parent, const Limits& limits)
    : QObject(parent), m_profile(profile), m_catalog(catalog)
{
    auto settings = clientSettings(profile);
    const QString wrongSecret = secretViolation(profile.kind, QString::fromUtf8(secret));
    const QString wrongId = publicIdViolation(profile.kind, profile.publicId);
    const QString wrong = !settings ? settings.error().detail : !wrongId.isEmpty() ? wrongId : wrongSecret;
    if (!wrong.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this, wrong] { finish(Verdict::Unusable, wrong); }, Qt::QueuedConnection);
        return;
    }
    HttpClient::Settings once = std::move(settings).value();
    once.transport.limits = limits;
    once.retry.attempts = 1; // a person waits for it, and a busy service is an answer too
    m_client = std::make_unique<HttpClient>(
        std::move(once), authenticatorFactory(profile.kind, profile.publicId, secret), log);
    ask(u"listOrgs"_s, m_organizations, &ConnectionCheck::judgeOrganizations);
}

ConnectionCheck::~ConnectionCheck() = default;

void ConnectionCheck::ask(const QString& operationId, Listing& listing, void (ConnectionCheck::*next)())
{
    Arguments arguments;
    arguments.parameters = {{u"includeCount"_s, true}, {u"itemsPerPage"_s, pageSize}, {u"pageNum"_s, 1}};
    ApiCall* call = m_client->call(m_catalog.operation(operationId), arguments, this);
    connect(call, &ApiCall::finished, this, [this, call, &listing, next] {
        listing.problem = call->problem();
        if (!listing.problem) {
            const std::optional<int> count = countOf(call->answer().body);
            listing.count = count.value_or(0);
            if (!count)
                listing.problem = notAList();
        }
        call->deleteLater();
        (this->*next)();
    });
}

void ConnectionCheck::judgeOrganizations()
{
    // A key of one project may be refused the organizations and see its project all the same.
    const auto& problem = m_organizations.problem;
    if (problem
        && (problem->kind != Problem::Kind::Service || problem->status != 403
            || isAccessListRefusal(*problem)))
        return judgeProblem(*problem);
    ask(u"listGroups"_s, m_projects, &ConnectionCheck::judgeProjects);
}

void ConnectionCheck::judgeProjects()
{
    if (m_projects.problem
        && (m_organizations.problem || m_projects.problem->status != 403
            || isAccessListRefusal(*m_projects.problem)))
        return judgeProblem(*m_projects.problem);
    if (m_organizations.count == 0 && m_projects.count == 0)
        return finish(Verdict::NoAccess,
            tr("The credentials are right, but they see no organization and no project. Give the %1 a role "
               "in the "
               "service's access manager.")
                .arg(nameOf(m_profile.kind)));
    const QString whom = m_profile.kind == CredentialKind::AccessToken
        ? tr("with the access token")
        : tr("as %1 %2").arg(nameOf(m_profile.kind), m_profile.publicId);
    finish(Verdict::Fine,
        tr("Connected %1. Organizations: %2, projects: %3.")
            .arg(whom, QString::number(m_organizations.count), QString::number(m_projects.count)));
}

void ConnectionCheck::judgeProblem(const Problem& problem)
{
    const QString host = m_profile.baseUrl.host();
    switch (problem.kind) {
    case Problem::Kind::HostNotFound:
        return finish(Verdict::HostNotFound,
            tr("The host %1 was not found. Check the address, and whether this machine is online.")
                .arg(host));
    case Problem::Kind::Refused:
        return finish(Verdict::Refused,
            tr("Nothing answers at %1. Check the address and its port.")
                .arg(Origin::of(m_profile.baseUrl).toString()));
    case Problem::Kind::Proxy:
        return finish(Verdict::ProxyRefused,
            withDetail(
                tr("The proxy did not let the request through. Check its host and port, and whether it asks "
                   "for a login."),
                problem));
    case Problem::Kind::Tls:
        return finish(Verdict::TlsRefused,
            withDetail(tr("No secure connection to %1: its certificate or its encryption was not accepted. "
                          "Where your "
                          "network inspects connections, give its certificate file.")
                           .arg(host),
                problem));
    case Problem::Kind::Credentials:
        return finish(Verdict::WrongCredentials,
            m_profile.kind == CredentialKind::AccessToken
                ? tr("The service does not accept this access token. It may have expired or been revoked: "
                     "check that it is whole, and that it belongs to this service (%1).")
                      .arg(host)
                : tr("The service does not accept these credentials. Check the id and the secret of the %1, "
                     "whether it has expired, and whether it belongs to this service (%2).")
                      .arg(nameOf(m_profile.kind), host));
    case Problem::Kind::Service:
        break;
    default:
        // Qt has no error of its own for every way in which a proxy fails.
        if (problem.kind == Problem::Kind::Network && hasProxy(m_profile))
            return finish(Verdict::ProxyRefused,
                withDetail(tr("The connection through the proxy failed. Check its host and port."), problem));
        return finish(Verdict::Network, problem.sentence());
    }
    if (isAccessListRefusal(problem))
        return finish(Verdict::NotOnAccessList,
            withDetail(tr("The credentials are right, but this machine's address is not on the access list "
                          "of the %1. "
                          "Add it there.")
                           .arg(nameOf(m_profile.kind)),
                problem));
    if (problem.status == 403)
        return finish(Verdict::NoAccess,
            withDetail(tr("The credentials are right, but they have no access to anything."), problem));
    if (problem.status == 429)
        return finish(
            Verdict::Unwell, tr("The service asks to wait: too many requests. Try again in a minute."));
    if (problem.status >= 500)
        return finish(Verdict::Unwell,
            tr("The service has a problem of its own (status %1). Try again later.").arg(problem.status));
    finish(Verdict::Network,
        withDetail(
            tr("The answer was not one of this service (status %1). Check the address.").arg(problem.status),
            problem));
}

void ConnectionCheck::finish(Verdict verdict, const QString& sentence)
{
    m_verdict = verdict;
    m_sentence = sentence;
    if (!m_client) {
        Q_EMIT finished();
        return;
    }
    // A token that was fetched for the check has done its work.
    m_client->authenticator().signOut(this, [this] { Q_EMIT finished(); });
}

} // namespace Telamon
