// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/operation.h"
#include "api/catalog/schemaset.h"
#include "api/catalog/validation.h"
#include "api/http/problem.h"
#include "api/http/transport.h"
#include "api/http/wirerequest.h"
#include "api/profiles/profile.h"
#include "api/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace Telamon {

class Catalog;

// A place where two of the three states differ. Undefined: nothing there. Secrets are masked.
struct ReviewLeaf {
    QString pointer {}; // "/body/..."; "/before/..." where the write has no body of that shape
    QJsonValue opened {QJsonValue::Undefined}; // as the form began with it
    QJsonValue now {QJsonValue::Undefined}; // as it was read again
    QJsonValue proposed {QJsonValue::Undefined};
    bool changedMeanwhile = false; // opened and now differ
    bool operator==(const ReviewLeaf&) const = default;
};

// What a person sees before a change is sent.
struct Review {
    const Operation* operation = nullptr;
    WireRequest request {}; // target and body masked
    HeaderList headers {}; // without Authorization
    QByteArray maskedBody {}; // indented; empty without a body
    QJsonObject arguments {}; // {"parameters": {...}, "body": ...}, masked
    QStringList secrets {}; // pointers into arguments: what is masked there
    QStringList where {}; // what the path leads to, by name where that is known
    QList<ReviewLeaf> leaves {}; // only the differing ones, in the order of the form
    SchemaSet state {}; // what says how the state is shaped that "/before/..." is in; the catalog's
    bool changedMeanwhile = false; // what was read now differs from what the form began with
    bool changesNothing = false; // it is already as proposed, and sending that does no more
    QStringList warnings {}; // of the contract; deprecation and sunset; what is doubtful in the values
    QStringList notes {};
    QStringList roles {}; // any one is enough
    QString confirmText {}; // to be typed; empty: a button is enough
    QString confirmName {}; // how a person knows it: may be typed as well; empty where that is confirmText
    bool asksOnceMore = false; // it may take the person's own access away
    QString onceMoreSentence {};
};

struct ReviewInput {
    const Operation& operation;
    Arguments arguments {};
    QJsonValue opened {QJsonValue::Undefined}; // as a StateReader read it when the form opened
    QJsonValue now {QJsonValue::Undefined}; // read again for the review
    bool wasReadNow = false; // with an undefined `now`: it is not there any more
    QString ownCredentialId {}; // Profile::publicId; empty: an access token
    QMap<QString, QString> names {}; // by pointer into the use: how a person knows what an id stands for
    const Catalog* catalog = nullptr; // knows how the state is shaped
    std::optional<Violations> advice {}; // what a form knows to be doubtful; else what the description does
};

// What the parameters of the operation's path are, in its order: their names, else their values.
QStringList whereOf(
    const Operation& operation, const Arguments& arguments, const QMap<QString, QString>& names);

// The Problem says why the request cannot be built.
Result<Review, Problem> makeReview(const ReviewInput& input);

// The request for a shell. Token and secrets are shell variables, named in comments above.
QByteArray asCurl(
    const Review& review, const QUrl& baseUrl, CredentialKind kind = CredentialKind::ServiceAccount);
// The same change through `telamon call`; an empty profile name: the usual one.
QByteArray asTelamonCall(const Review& review, const QString& profileName);

} // namespace Telamon
