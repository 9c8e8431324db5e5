// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace Telamon {

// What the catalog says about a write beyond its request and answer (x-state, x-follow, x-undo, x-lockout).
//
// A pointer is a JSON Pointer into one use of the operation: /parameters/NAME and /body/..., and where it has
// been carried out or looked at, /answer/... and /before/... .

// Where a value comes from: a pointer, or a constant.
struct ValueSource {
    QString pointer {}; // empty: the constant
    QJsonValue constant {QJsonValue::Undefined};

    QJsonValue in(const QJsonValue& use) const;
};

// What a person reads before it is sent.
struct WriteWarning {
    QString sentence {};
    QString when {}; // pointer; empty: always
    // The value there that it speaks of; null: that nothing is there; undefined: anything but false.
    QJsonValue is {QJsonValue::Undefined};

    bool concerns(const QJsonValue& use) const;
};

// A read that shows what a write changes. Parameters of the same name are taken over; the others are listed.
struct RelatedRead {
    QString operationId {};
    QMap<QString, ValueSource> parameters {};
    std::optional<QString> list {}; // the array in the answer, of which one element is meant
    QMap<QString, ValueSource> match {}; // pointer inside an element -> what must stand there

    // Values for the read's parameters, those of `names` taken over. Undefined where the use does not have it
    // yet.
    QMap<QString, QJsonValue> parametersFor(const QJsonValue& use, const QStringList& names) const;
    // The part of the read's answer that is meant; undefined where no element matches.
    QJsonValue pick(const QJsonValue& answer, const QJsonValue& use) const;
};

// How the state that a write changes is read, and what it shows once the write was carried out.
struct StateRead {
    enum class Effect {
        Set, // the body's leaves are there
        Absent, // it is gone
        Present, // it is there
        Contains, // the arrays hold the body's elements
        Lacks, // the arrays hold none of the body's elements
        None, // reading cannot decide
    };

    RelatedRead read {};
    QMap<QString, QString> body {}; // pointer inside the body -> inside the state; empty: the same pointers
    QStringList lost {}; // pointers to what of the state goes; empty: all (Absent) or nothing (None)
    QStringList told {}; // pointers to what of the state a person weighs before
    Effect effect = Effect::None;
    QString where {}; // Effect::None: where a person looks
    bool isDoneAnew = false; // it does something also where the state is as proposed already

    // The state in the shape of the body, as far as the body knows it.
    QJsonValue bodyOf(const QJsonValue& state) const;
};

// How something that was accepted is followed until it is finished.
struct FollowUp {
    RelatedRead read {};
    QString status {}; // pointer inside what is read
    QStringList done {};
    QStringList failed {};
    QString reason {}; // pointer to why it failed; empty: it does not say
    bool endsWhenGone = false;
};

// How a write is taken back by another.
struct UndoDescription {
    QString operationId {};
    QMap<QString, ValueSource> parameters {}; // others are taken over by name
    QMap<QString, ValueSource> body {}; // pointer inside the body -> where from
    bool fromBefore = false; // the body is the state before, as far as the write changed it
};

// A write that can take the person's own access away.
struct Lockout {
    QString parameter {}; // locks out where this equals the credential's id; empty: always can
    QString sentence {};
};

} // namespace Telamon
