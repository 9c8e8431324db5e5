// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/problem.h"
#include "api/http/transport.h"
#include "api/profiles/profile.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Telamon {

class Catalog;
class HttpClient;
class RequestLog;

// Tries a profile and its secret: asks for the organisations and projects, and tells apart what can be wrong.
// Owned by whoever asked; deleting it ends it.
class ConnectionCheck : public QObject {
    Q_OBJECT
public:
    enum class Verdict {
        Fine,
        HostNotFound,
        Refused, // nobody listens
        ProxyRefused,
        TlsRefused,
        WrongCredentials,
        NotOnAccessList,
        NoAccess, // signed in, but sees nothing
        Unwell, // the service has a problem of its own, or asks to wait
        Unusable, // the profile itself cannot be used
        Network, // anything else on the way
    };
    ConnectionCheck(const Profile& profile, const QByteArray& secret, const Catalog& catalog, RequestLog& log,
        QObject* parent, const Limits& limits = {});
    ~ConnectionCheck() override;

    Verdict verdict() const { return m_verdict; } // after finished()
    // What it is, as whom, and what to do. It may contain the service's own words: show it as plain text.
    QString sentence() const { return m_sentence; }
    int organizationCount() const { return m_organizations.count; }
    int projectCount() const { return m_projects.count; }

Q_SIGNALS:
    void finished();

private:
    // What one list said.
    struct Listing {
        int count = 0;
        std::optional<Problem> problem;
    };
    void ask(const QString& operationId, Listing& listing, void (ConnectionCheck::*next)());
    void judgeOrganizations();
    void judgeProjects();
    void judgeProblem(const Problem& problem);
    void finish(Verdict verdict, const QString& sentence);

    Profile m_profile;
    const Catalog& m_catalog;
    std::unique_ptr<HttpClient> m_client;
    Verdict m_verdict = Verdict::Network;
    QString m_sentence;
    Listing m_organizations;
    Listing m_projects;
};

} // namespace Telamon
