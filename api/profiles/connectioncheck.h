// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/profile.h"

#include <QObject>

#include <memory>

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
        QObject* parent);
    ~ConnectionCheck() override;

    Verdict verdict() const { return m_verdict; } // after finished()
    QString sentence() const { return m_sentence; } // what it is, as whom, and what to do
    int organizationCount() const { return m_organizations; }
    int projectCount() const { return m_projects; }

Q_SIGNALS:
    void finished();

private:
    void start();
    void finish(Verdict verdict, const QString& sentence);

    Profile m_profile;
    const Catalog& m_catalog;
    std::unique_ptr<HttpClient> m_client;
    Verdict m_verdict = Verdict::Network;
    QString m_sentence;
    int m_organizations = 0;
    int m_projects = 0;
};

} // namespace Telamon
