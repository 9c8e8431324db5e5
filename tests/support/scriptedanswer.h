// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

#include <chrono>

namespace Telamon {

// A request as it came over the wire, byte for byte.
struct RecordedRequest {
    QByteArray head; // request line and headers, with the empty line
    QByteArray body;

    QByteArray line() const { return head.left(head.indexOf("\r\n")); }
    QByteArray method() const { return line().left(line().indexOf(' ')); }
    QByteArray target() const; // as written in the request line
    bool hasHeader(const QByteArray& name) const;
    QByteArray header(const QByteArray& name) const; // without regard to case
};

// What the scripted server does with one request.
struct ScriptedAnswer {
    enum class End {
        KeepOpen,
        Close, // after what there is to write, if anything
        Reset, // the same with a TCP reset
        Hang, // neither answers nor closes
    };
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    QByteArray bytes {}; // written as they are
    End end = End::KeepOpen;
    std::chrono::milliseconds delay {0};
    qsizetype dripSize = 0; // bytes at a time, 0: at once
    std::chrono::milliseconds dripPause {0};

    static ScriptedAnswer of(int status, const QByteArray& body = {}, const Headers& headers = {});
    static ScriptedAnswer ok(const QByteArray& json = "{}", const Headers& headers = {});
    static ScriptedAnswer raw(const QByteArray& bytes, End end = End::Close);
    static ScriptedAnswer close();
    static ScriptedAnswer reset();
    static ScriptedAnswer silence();
    static ScriptedAnswer redirect(int status, const QByteArray& location);
    // Says a Content-Length of body and missing together, sends body and closes.
    static ScriptedAnswer truncated(const QByteArray& body, int missing, int status = 200);
    static ScriptedAnswer drip(const QByteArray& body, qsizetype size, std::chrono::milliseconds pause);
    ScriptedAnswer after(std::chrono::milliseconds pause) const;
};

} // namespace Telamon

Q_DECLARE_METATYPE(Telamon::ScriptedAnswer)
