// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/keychainjobs.h"

namespace Telamon {

// QtKeychain with its plain-text fallback off.
class SystemKeychain : public KeychainJobs {
public:
    void read(const QString& key, QObject* context, Receiver receiver) override;
    void write(const QString& key, const QByteArray& value, QObject* context, Receiver receiver) override;
    void remove(const QString& key, QObject* context, Receiver receiver) override;
    void askLocked(QObject* context, std::function<void(bool isLocked)> receiver) override;
};

} // namespace Telamon
