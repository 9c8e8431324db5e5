// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/problem.h"
#include "api/http/transport.h"
#include "api/http/wirerequest.h"

#include <QByteArray>
#include <QDateTime>
#include <QObject>
#include <QString>

#include <chrono>
#include <deque>
#include <functional>
#include <optional>

namespace Telamon {

class SecretMask;
struct Operation;
struct Schema;

// One attempt, as it may be kept and shown: every text in it has passed masking.
struct LogEntry {
    quint64 id = 0;
    QDateTime startedAt {}; // UTC
    QString operationId {}; // empty: a request of the sign-in
    QByteArray method {};
    QByteArray target {};
    int attempt = 1; // of its call, from 1
    bool isFinished = false;
    int status = 0; // 0: no answer
    QString problem {}; // a sentence; empty where all is well
    std::chrono::milliseconds duration {0};
    qint64 received = 0; // bytes of the body, also of what is not kept
    HeaderList requestHeaders {};
    HeaderList responseHeaders {};
    QByteArray requestBody {}; // its beginning
    QByteArray responseBody {};

    qint64 size() const; // what it costs to keep, in bytes
};

// The attempts of one or more clients, oldest first, bounded in number and size. In memory only. Bodies are
// kept as far as the masker understands them: what it cannot read as JSON is not kept. Of the sign-in's own
// requests (no operation) neither bodies nor any text that the service wrote.
class RequestLog : public QObject {
    Q_OBJECT
public:
    // Masks what the schema marks as secret; empty where the text is not JSON.
    using Masker = std::function<QByteArray(const Schema*, const QByteArray& json)>;
    struct Limits {
        qsizetype entries = 5000;
        qint64 total = 64 * 1024 * 1024; // bytes
        qsizetype body = 64 * 1024; // bytes kept of each
        qsizetype readable = 1024 * 1024; // a larger body is not kept: to read it takes too long
    };

    explicit RequestLog(Masker masker, QObject* parent = nullptr);
    RequestLog(Masker masker, Limits limits, QObject* parent = nullptr);

    quint64 begin(const Operation* operation, int attempt, const WireRequest& request,
        const HeaderList& headers, const QList<QByteArray>& secrets);
    void end(quint64 id, const Operation* operation, const WireAnswer& answer,
        const std::optional<Problem>& problem, const QList<QByteArray>& secrets);
    void abandon(quint64 id); // it ended without anybody waiting; nothing where it has ended

    const std::deque<LogEntry>& entries() const { return m_entries; }
    const LogEntry* entry(quint64 id) const; // null where it was dropped
    void clear();

Q_SIGNALS:
    void entryAdded(quint64 id);
    void entryChanged(quint64 id);
    void entriesDropped(int count); // the oldest ones

private:
    LogEntry* find(quint64 id);
    QByteArray kept(const Schema* schema, const QByteArray& body, const SecretMask& mask) const;
    void dropOldest();

    Masker m_masker;
    Limits m_limits;
    std::deque<LogEntry> m_entries; // ids without gaps
    quint64 m_nextId = 1;
    qint64 m_size = 0;
};

} // namespace Telamon
