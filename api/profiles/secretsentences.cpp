// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/secretsentences.h"

#include <QCoreApplication>
#include <QStringList>

namespace Telamon {

namespace {

using Action = SecretStore::Action;
using Outcome = SecretStore::Outcome;

struct SecretSentenceText {
    Q_DECLARE_TR_FUNCTIONS(SecretStore)
};

QString consequence(Action action)
{
    switch (action) {
    case Action::Read:
        return SecretSentenceText::tr("The secret could not be read.");
    case Action::Write:
        return SecretSentenceText::tr("The secret was not saved.");
    case Action::Remove:
        break;
    }
    return SecretSentenceText::tr("The secret may still be there; remove it in the keychain's own program.");
}

// Of a keychain that asks again.
QString furtherWay(Action action)
{
    switch (action) {
    case Action::Read:
        return SecretSentenceText::tr("To be asked again, connect again.");
    case Action::Write:
        return SecretSentenceText::tr("To be asked again, enter the secret in the connection once more.");
    case Action::Remove:
        break;
    }
    return {};
}

QString cause(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Done:
    case Outcome::NotFound:
        return {};
    case Outcome::CouldNotLook:
        return SecretSentenceText::tr("The keychain is locked: unlock it and try again.");
    case Outcome::Cancelled:
        return SecretSentenceText::tr("The keychain's question was cancelled.");
    case Outcome::NotMade:
        return SecretSentenceText::tr(
            "There is no keychain yet: the question for the password of a new one was "
            "cancelled, or could not be shown.");
    case Outcome::Refused:
        return SecretSentenceText::tr("The keychain refused access.");
    case Outcome::NoKeychain:
        return SecretSentenceText::tr("There is no keychain on this system.");
    case Outcome::TimedOut:
        return SecretSentenceText::tr("The keychain did not answer in time.");
    case Outcome::Failed:
        break;
    }
    return SecretSentenceText::tr("The keychain failed.");
}

} // namespace

QString sentenceOf(Action action, Outcome outcome, const QString& detail)
{
    if (outcome == Outcome::Done)
        return {};
    if (outcome == Outcome::NotFound)
        return SecretSentenceText::tr("The keychain has no secret of this connection for this address.");
    QStringList sentences {cause(outcome), consequence(action), detail};
    if (outcome == Outcome::Cancelled || outcome == Outcome::NotMade)
        sentences.append(furtherWay(action));
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString lateSentenceOf(Action action)
{
    switch (action) {
    case Action::Read:
        return SecretSentenceText::tr("The keychain answered late: it has given the secret now.");
    case Action::Write:
        return SecretSentenceText::tr("The keychain answered late: it has saved the secret now.");
    case Action::Remove:
        break;
    }
    return SecretSentenceText::tr("The keychain answered late: it has removed the secret now.");
}

} // namespace Telamon
