// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>

namespace Telamon {
class Catalog;
}

namespace Telamon::Sandbox {

class Faults;

struct Options {
    // The algorithms offered in a digest challenge, the first offered first.
    enum class Digest { Md5, Sha256, Sha256AndMd5 };

    quint32 seed = 1;
    int scale = 1; // multiplies the projects and what is in them
    qint64 now = 0; // msecs since the epoch the data is made around; 0: the clock
    int tokenLifetime = 3600; // seconds, also what expires_in says
    int nonceLifetime = 300'000; // msecs; an older nonce is answered with stale=true
    Digest digest = Digest::Md5;
    int rateLimit = 0; // requests per window and operation; 0: the service's own generous limits
    int rateWindow = 60'000; // msecs until a used-up limit is full again
    int workDuration = 4000; // msecs that each step of background work takes (builds, restores, migrations)
};

// Random at each start.
struct Credentials {
    QString clientId;
    QString clientSecret;
    QString publicKey;
    QString privateKey;
    QString accessToken;
};

// The embedded service on 127.0.0.1: real HTTP, real sign-in, state, validation, faults. Runs in a thread of
// its own so that it never takes the GUI thread's time. The catalog must outlive it.
class Server : public QObject {
    Q_OBJECT
public:
    explicit Server(const Catalog& catalog, Options options = {}, QObject* parent = nullptr);
    ~Server() override;

    bool start(); // false: no port could be opened
    QUrl baseUrl() const; // http://127.0.0.1:PORT
    Credentials credentials() const;
    // Requests that arrived whole, of one method or of all. From any thread.
    int requestCount(const QByteArray& method = {}) const;
    // What goes wrong, and what was asked. From any thread.
    Faults& faults();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Telamon::Sandbox
