// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/keychainjobs.h"

namespace Telamon {

// The system's keychain through QtKeychain, without its plain-text fallback. Whether it is locked is asked of
// the Secret Service on D-Bus, where there is one.
class SystemKeychainJobs : public KeychainJobs {
public:
    void read(const QString& key, QObject* context, Receiver receiver) override;
    void write(const QString& key, const QByteArray& secret, QObject* context, Receiver receiver) override;
    void remove(const QString& key, QObject* context, Receiver receiver) override;
    void askState(QObject* context, StateReceiver receiver) override;
};

} // namespace Telamon
