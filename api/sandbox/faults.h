// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sandbox/message.h"

#include <QHash>
#include <QMutex>
#include <QRegularExpression>

#include <optional>

namespace Telamon::Sandbox {

// One way to misbehave, for the next requests that match. The kinds from Latency on carry the request out and
// then spoil the answer; the ones before answer without carrying it out.
struct Fault {
    enum class Kind {
        Status, // `status` with `headers` and `body`
        Unauthorized, // 401, as for wrong credentials
        TooManyRequests, // 429, with Retry-After where `headers` has one
        ServerError, // 500
        UnavailableHtml, // 503 from something in front of the service, in HTML
        Latency, // the answer comes after `milliseconds`
        Reset, // the connection is reset instead of an answer
        Truncate, // half of the body, then the connection ends
        Drip, // `chunk` bytes every `milliseconds`
        Oversize, // a body of `size` bytes
        Close, // the connection ends without an answer
        WrongContent, // 200, and a body that is not what the content type says
    };

    Kind kind = Kind::ServerError;
    QByteArray method; // empty: any
    QString path; // regular expression, searched in the raw target; empty: any
    int times = 1; // negative: until cleared
    bool beforeSignIn = false; // also for requests without credentials; else such requests are not counted
    int status = 500;
    HeaderList headers;
    QByteArray body;
    int milliseconds = 0;
    int chunk = 1;
    qint64 size = 80 * 1024 * 1024;
};

struct SeenRequest {
    QByteArray method;
    QByteArray target;
};

// What goes wrong next, and what arrived. Belongs to the server; every function may be called from any
// thread.
class Faults {
public:
    void add(Fault fault);
    void clear();
    qsizetype pendingCount() const; // faults that have not been used up

    // The requests that arrived whole, the latest 10,000 of them.
    QList<SeenRequest> seen() const;
    int requestCount(const QByteArray& method = {}) const;
    void forgetSeen();

    // For the server.
    void note(const Request& request);
    std::optional<Fault> take(const Request& request, bool isSignedIn);

private:
    struct Entry {
        Fault fault;
        QRegularExpression path;
    };
    mutable QMutex m_mutex;
    QList<Entry> m_entries;
    QList<SeenRequest> m_seen;
    QHash<QByteArray, int> m_counts;
};

} // namespace Telamon::Sandbox
