// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

namespace Telamon {

// What one job of the keychain said.
struct KeychainReply {
    enum class Error { None, NotFound, Denied, NoBackend, Other };
    Error error = Error::None;
    QString text; // the keychain's own words
    QByteArray value;
};

// The system's keychain, one job at a time as it offers them: they may take long, and may never answer. A
// seam, so that tests can play a keychain that is locked, slow, silent or wrong.
class KeychainJobs {
public:
    using Receiver = std::function<void(const KeychainReply&)>;
    virtual ~KeychainJobs() = default;
    virtual void read(const QString& key, QObject* context, Receiver receiver) = 0;
    virtual void write(const QString& key, const QByteArray& value, QObject* context, Receiver receiver) = 0;
    virtual void remove(const QString& key, QObject* context, Receiver receiver) = 0;
    // Whether the keychain is locked, which its own "not found" does not tell. Where the system cannot say:
    // false.
    virtual void askLocked(QObject* context, std::function<void(bool isLocked)> receiver) = 0;
};

} // namespace Telamon
