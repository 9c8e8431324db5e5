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

struct Options {
    quint32 seed = 1;
    int scale = 1; // multiplies the dataset
    qint64 now = 0; // msecs since the epoch the data is made around; 0: the clock
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
// its own so that it never takes the GUI thread's time.
class Server : public QObject {
    Q_OBJECT
public:
    Server(const Catalog& catalog, Options options, QObject* parent = nullptr);
    ~Server() override;

    bool start(); // false: no port could be opened
    QUrl baseUrl() const; // http://127.0.0.1:PORT
    Credentials credentials() const;
    int requestCount(const QByteArray& method = {}) const;
    class Faults& faults();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Telamon::Sandbox
