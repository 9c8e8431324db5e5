// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

namespace Telamon {

// One time that a change went over the wire.
struct ChangeAttempt {
    QDateTime at {}; // UTC
    int status = 0; // 0: no answer
    QString sentence {}; // empty where all went well
    bool operator==(const ChangeAttempt&) const = default;
};

// A write under way or ended, as the journal keeps it. All JSON in it is masked.
struct Change {
    enum class Verdict {
        Sent, // journalled, no verdict yet
        Done, // the service said so
        AsProposed, // reading shows it; may be somebody else's doing
        Refused, // the service said why
        NotSent, // provably not carried out
        Unknown, // sent, and no answer came
    };
    // Of what was accepted and is not finished (x-follow).
    enum class Progress { None, Following, Finished, Failed };

    QString id {}; // a UUID
    qint64 number = 0; // counts up in the journal; 0 before it is there
    QString owner {}; // the open journal that runs it
    QString operationId {};
    QString title {};
    QString profileId {};
    QString profileName {};
    QString origin {};
    QStringList where {}; // what the path leads to, as its review named it; empty: that is not known
    QJsonObject arguments {}; // {"parameters": {...}, "body": ...}
    QByteArray method {};
    QByteArray target {};
    // States as x-state reads them. Undefined: not read, or nothing there.
    QJsonValue before {QJsonValue::Undefined};
    QJsonValue proposed {QJsonValue::Undefined};
    QJsonValue answer {QJsonValue::Undefined};
    Verdict verdict = Verdict::Sent;
    int status = 0; // of the last answer, 0: none
    QString sentence {}; // for a person: what came of it, why that is not known and where to look
    QJsonObject problem {}; // what the service answered with, fields too; problemFromJson()
    QDateTime createdAt {}; // UTC
    QDateTime endedAt {}; // when the verdict was known
    QList<ChangeAttempt> attempts {};
    Progress progress = Progress::None;
    QString progressText {};
    QString undoOf {}; // id of the change that this one takes back
    bool operator==(const Change&) const = default;

    bool isEnded() const { return verdict != Verdict::Sent; }
};

} // namespace Telamon
