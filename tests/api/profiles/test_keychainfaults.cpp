// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/keychainsecretstore.h"
#include "tests/support/fakekeychainjobs.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace Telamon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Outcome = SecretStore::Outcome;
using Behaviour = FakeKeychainJobs::Behaviour;
using Action = SecretStore::Action;

namespace {

const QString id = u"profile"_s;
Origin origin()
{
    return Origin::of(QUrl(u"https://cloud.mongodb.com"_s));
}

} // namespace

// How the store reads a keychain that has faults.
class TestKeychainFaults : public QObject {
    Q_OBJECT
    using Answers = QList<SecretStore::Answer>;

    static void ask(SecretStore& store, Action action, QObject* context, Answers& answers)
    {
        const auto receiver = [&answers](const SecretStore::Answer& answer) { answers.append(answer); };
        if (action == Action::Read)
            store.read(id, origin(), context, receiver);
        else if (action == Action::Write)
            store.write(id, origin(), "secret", context, receiver);
        else
            store.remove(id, origin(), context, receiver);
    }

private Q_SLOTS:
    void tellsEachFaultApart_data()
    {
        QTest::addColumn<int>("behaviour");
        QTest::addColumn<bool>("isThere"); // the secret, before
        QTest::addColumn<int>("read");
        QTest::addColumn<int>("write");
        QTest::addColumn<int>("remove");
        const auto row = [](const char* name, Behaviour behaviour, bool isThere, Outcome read, Outcome write,
                             Outcome remove) {
            QTest::newRow(name) << int(behaviour) << isThere << int(read) << int(write) << int(remove);
        };
        row("open, there", Behaviour::Open, true, Outcome::Done, Outcome::Done, Outcome::Done);
        row("open, not there", Behaviour::Open, false, Outcome::NotFound, Outcome::Done, Outcome::Done);
        row("locked", Behaviour::Locked, true, Outcome::CouldNotLook, Outcome::CouldNotLook,
            Outcome::CouldNotLook);
        row("refusing", Behaviour::Refusing, true, Outcome::Refused, Outcome::Refused, Outcome::Refused);
        row("refused by the person", Behaviour::RefusedByPerson, true, Outcome::Cancelled, Outcome::Cancelled,
            Outcome::Cancelled);
        row("empty, and none is made", Behaviour::Empty, false, Outcome::NoKeychain, Outcome::NotMade,
            Outcome::NoKeychain);
        row("absent", Behaviour::Absent, false, Outcome::NoKeychain, Outcome::NoKeychain,
            Outcome::NoKeychain);
        row("no backend", Behaviour::NoBackend, false, Outcome::NoKeychain, Outcome::NoKeychain,
            Outcome::NoKeychain);
        row("failing", Behaviour::Failing, true, Outcome::Failed, Outcome::Failed, Outcome::Failed);
        row("forgetful", Behaviour::Forgetful, false, Outcome::NotFound, Outcome::Failed, Outcome::Done);
        row("garbling", Behaviour::Garbling, true, Outcome::Done, Outcome::Failed, Outcome::Failed);
        row("clinging", Behaviour::Clinging, true, Outcome::Done, Outcome::Done, Outcome::Failed);
    }
    void tellsEachFaultApart()
    {
        QFETCH(int, behaviour);
        QFETCH(bool, isThere);
        QFETCH(int, read);
        QFETCH(int, write);
        QFETCH(int, remove);
        const QHash<Action, int> expectations {
            {Action::Read, read}, {Action::Write, write}, {Action::Remove, remove}};
        for (const auto& [action, column] : {std::pair(Action::Read, "read"),
                 std::pair(Action::Write, "write"), std::pair(Action::Remove, "remove")}) {
            FakeKeychainJobs::Keychain keychain;
            keychain.behaviour = Behaviour(behaviour);
            if (isThere)
                keychain.secrets.insert(KeychainSecretStore::key(id, origin()), "secret");
            KeychainSecretStore store(std::make_unique<FakeKeychainJobs>(keychain), 2s);
            Answers answers;
            ask(store, action, this, answers);
            QVERIFY2(answers.isEmpty(), "an answer comes later, from the event loop");
            QTRY_COMPARE(answers.size(), 1);
            const int expected = expectations.value(action);
            QVERIFY2(int(answers.first().outcome) == expected,
                qPrintable(u"%1: %2 %3"_s.arg(QLatin1StringView(column))
                               .arg(int(answers.first().outcome))
                               .arg(answers.first().sentence)));
            QCOMPARE(answers.first().sentence.isEmpty(), answers.first().outcome == Outcome::Done);
            QCOMPARE(int(answers.first().action), int(action));
        }
    }

    void saysWhatWasCancelledAndHowToBeAskedAgain()
    {
        for (const Behaviour behaviour : {Behaviour::RefusedByPerson, Behaviour::Empty}) {
            FakeKeychainJobs::Keychain keychain;
            keychain.behaviour = behaviour;
            KeychainSecretStore store(std::make_unique<FakeKeychainJobs>(keychain), 2s);
            Answers answers;
            ask(store, Action::Write, this, answers);
            QTRY_COMPARE(answers.size(), 1);
            const QString sentence = answers.first().sentence;
            QVERIFY2(sentence.contains("cancelled"_L1), qPrintable(sentence));
            QVERIFY2(sentence.contains("The secret was not saved."_L1), qPrintable(sentence));
            QVERIFY2(sentence.contains("To be asked again"_L1), qPrintable(sentence));
        }
    }

    void believesNotFoundWhereNobodyKnowsTheState()
    {
        FakeKeychainJobs::Keychain keychain;
        keychain.knowsItsState = false;
        KeychainSecretStore store(std::make_unique<FakeKeychainJobs>(keychain), 2s);
        Answers answers;
        ask(store, Action::Read, this, answers);
        QTRY_COMPARE(answers.size(), 1);
        QCOMPARE(int(answers.first().outcome), int(Outcome::NotFound));
    }

    void answersWithinItsLimit_data()
    {
        QTest::addColumn<int>("action");
        QTest::newRow("read") << int(Action::Read);
        QTest::newRow("write") << int(Action::Write);
        QTest::newRow("remove") << int(Action::Remove);
    }
    void answersWithinItsLimit()
    {
        QFETCH(int, action);
        FakeKeychainJobs::Keychain keychain;
        keychain.isSilent = true;
        KeychainSecretStore store(std::make_unique<FakeKeychainJobs>(keychain), 60ms);
        Answers answers;
        QElapsedTimer clock;
        clock.start();
        ask(store, Action(action), this, answers);
        ask(store, Action(action), this, answers); // waits behind the first
        QTRY_COMPARE(answers.size(), 2);
        QVERIFY2(clock.elapsed() < 2000, "the limit counts from the question, also behind another one");
        for (const auto& answer : std::as_const(answers)) {
            QCOMPARE(int(answer.outcome), int(Outcome::TimedOut));
            QVERIFY(!answer.sentence.isEmpty());
        }
    }

    void tellsWhatCameLate_data() { answersWithinItsLimit_data(); }
    void tellsWhatCameLate()
    {
        QFETCH(int, action);
        FakeKeychainJobs::Keychain keychain;
        keychain.secrets.insert(KeychainSecretStore::key(id, origin()), "secret");
        keychain.holds = true;
        KeychainSecretStore store(std::make_unique<FakeKeychainJobs>(keychain), 50ms);
        QList<std::pair<QString, SecretStore::Answer>> late;
        connect(&store, &SecretStore::lateAnswer, this,
            [&late](const QString& profile, const SecretStore::Answer& answer) {
                late.append({profile, answer});
            });
        Answers answers;
        ask(store, Action(action), this, answers);
        QTRY_COMPARE(answers.size(), 1);
        QCOMPARE(int(answers.first().outcome), int(Outcome::TimedOut));
        QVERIFY(late.isEmpty());
        keychain.release();
        QTRY_COMPARE(late.size(), 1);
        QCOMPARE(late.first().first, id);
        QCOMPARE(int(late.first().second.outcome), int(Outcome::Done));
        QCOMPARE(int(late.first().second.action), action);
        QVERIFY(late.first().second.origin == origin());
        QVERIFY(!late.first().second.sentence.isEmpty());
        if (Action(action) == Action::Read)
            QCOMPARE(late.first().second.secret, QByteArray("secret"));
        QCOMPARE(answers.size(), 1); // the asker is told once
    }

    void aChangeThatHadToWaitIsStillMade()
    {
        FakeKeychainJobs::Keychain keychain;
        keychain.holds = true;
        KeychainSecretStore store(std::make_unique<FakeKeychainJobs>(keychain), 50ms);
        Answers answers;
        ask(store, Action::Read, this, answers);
        ask(store, Action::Read, this, answers); // dropped: nobody waits for it any more
        ask(store, Action::Write, this, answers);
        QTRY_COMPARE(answers.size(), 3);
        QCOMPARE(keychain.jobCount, 1);
        QSignalSpy late(&store, &SecretStore::lateAnswer);
        keychain.release();
        QTRY_COMPARE(late.count(), 1); // the read found nothing, which is no news
        QCOMPARE(keychain.secrets.value(KeychainSecretStore::key(id, origin())), QByteArray("secret"));
    }

    void asksOneThingAtATime()
    {
        FakeKeychainJobs::Keychain keychain;
        keychain.holds = true;
        KeychainSecretStore store(std::make_unique<FakeKeychainJobs>(keychain), 5s);
        Answers answers;
        store.write(
            id, origin(), "old", this, [&](const SecretStore::Answer& answer) { answers.append(answer); });
        store.write(
            id, origin(), "new", this, [&](const SecretStore::Answer& answer) { answers.append(answer); });
        QTRY_COMPARE(keychain.held.size(), 1);
        QCOMPARE(keychain.jobCount, 1);
        keychain.release();
        QTRY_COMPARE(answers.size(), 2);
        QCOMPARE(int(answers[0].outcome), int(Outcome::Done)); // not confused by the one behind it
        QCOMPARE(int(answers[1].outcome), int(Outcome::Done));
        QCOMPARE(keychain.secrets.value(KeychainSecretStore::key(id, origin())), QByteArray("new"));
    }

    void isQuietWhenTheAskerIsGone()
    {
        FakeKeychainJobs::Keychain keychain;
        keychain.holds = true;
        KeychainSecretStore store(std::make_unique<FakeKeychainJobs>(keychain), 5s);
        Answers answers;
        auto context = std::make_unique<QObject>();
        ask(store, Action::Write, context.get(), answers);
        QTRY_COMPARE(keychain.held.size(), 1);
        context.reset();
        keychain.release();
        QTRY_COMPARE(keychain.secrets.size(), 1);
        Answers others;
        ask(store, Action::Read, this, others);
        QTRY_COMPARE(others.size(), 1);
        QVERIFY(answers.isEmpty());
    }

    void anotherOriginHasAnotherName()
    {
        const auto nameOf = [](const QString& url) {
            return KeychainSecretStore::key(id, Origin::of(QUrl(url)));
        };
        QCOMPARE(nameOf(u"https://cloud.mongodb.com"_s), nameOf(u"https://CLOUD.mongodb.com:443/"_s));
        QVERIFY(nameOf(u"https://cloud.mongodb.com"_s) != nameOf(u"https://cloud.mongodbgov.com"_s));
        QVERIFY(nameOf(u"https://cloud.mongodb.com"_s) != nameOf(u"https://cloud.mongodb.com:8443"_s));
        QVERIFY(nameOf(u"https://localhost:8080"_s) != nameOf(u"http://localhost:8080"_s));
    }
};

TELAMON_TEST(TestKeychainFaults)
#include "test_keychainfaults.moc"
