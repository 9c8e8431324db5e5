// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/httpclient.h"
#include "api/profiles/profile.h"

#include <QObject>
#include <QString>

#include <memory>

namespace Telamon {

class ProfileStore;
class RequestLog;
class SecretStore;

// The connection that a call without a window uses: the named profile; else the environment's; else the one
// used last. The keychain is asked only for a saved one.
class CallConnection : public QObject {
    Q_OBJECT
public:
    CallConnection(ProfileStore& profiles, SecretStore& secrets, RequestLog& log, QObject* parent = nullptr);
    ~CallConnection() override;

    // connected() or failed() follows, from the event loop.
    void open(const QString& profileName);

    const Profile& profile() const { return m_profile; }
    bool isConnected() const { return m_client != nullptr; }
    HttpClient& client() { return *m_client; } // after connected()

Q_SIGNALS:
    void connected();
    void failed(const QString& sentence);

private:
    void choose(const QString& profileName);
    void use(const Profile& profile, const QByteArray& secret);
    void askKeychain(const Profile& profile);

    ProfileStore& m_profiles;
    SecretStore& m_secrets;
    RequestLog& m_log;
    Profile m_profile;
    std::unique_ptr<HttpClient> m_client;
};

} // namespace Telamon
