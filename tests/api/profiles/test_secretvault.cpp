// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/keychainsecretstore.h"
#include "api/profiles/secretvault.h"
#include "tests/support/fakekeychainjobs.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace Telamon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Outcome = SecretStore::Outcome;
using Behaviour = FakeKeychainJobs::Behaviour;

namespace {

const QString id = u"profile"_s;
Origin origin()
{
    return Origin::of(QUrl(u"https://cloud.mongodb.com"_s));
}

Origin other()
{
    return Origin::of(QUrl(u"https://cloud.mongodbgov.com"_s));
}

} // namespace

class TestSecretVault : public QObject {
    Q_OBJECT
    FakeKeychainJobs::Keychain m_system;
    std::unique_ptr<KeychainSecretStore> m_keychain;
    std::unique_ptr<SecretVault> m_vault;
    QList<SecretStore::Answer> m_answers;

    SecretStore::Receiver keep()
    {
        return [this](const SecretStore::Answer& answer) { m_answers.append(answer); };
    }
    SecretStore::Answer readNow(const Origin& from = origin())
    {
        m_answers.clear();
        m_vault->read(id, from, this, keep());
        return QTest::qWaitFor([this] { return !m_answers.isEmpty(); }) ? m_answers.last()
                                                                        : SecretStore::Answer {};
    }
    SecretStore::Answer writeNow(const QByteArray& secret)
    {
        m_answers.clear();
        m_vault->write(id, origin(), secret, this, keep());
        return QTest::qWaitFor([this] { return !m_answers.isEmpty(); }) ? m_answers.last()
                                                                        : SecretStore::Answer {};
    }

    void makeVault(std::chrono::milliseconds limit)
    {
        m_vault.reset();
        m_keychain =
            std::make_unique<KeychainSecretStore>(std::make_unique<FakeKeychainJobs>(m_system), limit);
        m_vault = std::make_unique<SecretVault>(*m_keychain);
    }
    // Long enough for a busy machine to answer in, where it answers.
    void makeImpatientVault() { makeVault(250ms); }

private Q_SLOTS:
    void init()
    {
        m_system = {};
        m_answers.clear();
        makeVault(5s);
    }
    void cleanup()
    {
        m_vault.reset();
        m_keychain.reset();
    }

    void aWorkingKeychainKeepsItAlone()
    {
        QCOMPARE(int(writeNow("secret").outcome), int(Outcome::Done));
        QVERIFY(!m_vault->isOnlyInMemory(id, origin()));
        QCOMPARE(readNow().secret, QByteArray("secret"));
        QCOMPARE(m_system.secrets.size(), 1);
        QCOMPARE(int(readNow(other()).outcome), int(Outcome::NotFound));
    }

    void aFaultLeavesItInMemory_data()
    {
        QTest::addColumn<int>("behaviour");
        QTest::addColumn<bool>("isSilent");
        QTest::newRow("locked") << int(Behaviour::Locked) << false;
        QTest::newRow("refusing") << int(Behaviour::Refusing) << false;
        QTest::newRow("refused by the person") << int(Behaviour::RefusedByPerson) << false;
        QTest::newRow("empty, and none is made") << int(Behaviour::Empty) << false;
        QTest::newRow("absent") << int(Behaviour::Absent) << false;
        QTest::newRow("no backend") << int(Behaviour::NoBackend) << false;
        QTest::newRow("failing") << int(Behaviour::Failing) << false;
        QTest::newRow("forgetful") << int(Behaviour::Forgetful) << false;
        QTest::newRow("garbling") << int(Behaviour::Garbling) << false;
        QTest::newRow("never answers") << int(Behaviour::Open) << true;
    }
    void aFaultLeavesItInMemory()
    {
        QFETCH(int, behaviour);
        m_system.behaviour = Behaviour(behaviour);
        QFETCH(bool, isSilent);
        m_system.isSilent = isSilent;
        if (isSilent)
            makeImpatientVault();
        const auto answer = writeNow("secret");
        QVERIFY(answer.outcome != Outcome::Done);
        QVERIFY2(answer.sentence.contains("memory"_L1), qPrintable(answer.sentence));
        QVERIFY(m_vault->isOnlyInMemory(id, origin()));
        const auto found = readNow();
        QCOMPARE(int(found.outcome), int(Outcome::Done));
        QCOMPARE(found.secret, QByteArray("secret"));
        QVERIFY(readNow(other()).secret.isEmpty());
    }

    void isThereWhileTheKeychainIsAtIt()
    {
        m_system.holds = true;
        m_vault->write(id, origin(), "secret", this, keep());
        QVERIFY(m_vault->isOnlyInMemory(id, origin()));
        m_system.release();
        QTRY_COMPARE(m_answers.size(), 1);
        QVERIFY(!m_vault->isOnlyInMemory(id, origin()));
    }

    void aLateWriteIsAdopted()
    {
        makeImpatientVault();
        m_system.holds = true;
        QSignalSpy late(m_vault.get(), &SecretStore::lateAnswer);
        QCOMPARE(int(writeNow("secret").outcome), int(Outcome::TimedOut));
        QVERIFY(m_vault->isOnlyInMemory(id, origin()));
        m_system.release();
        QTRY_COMPARE(late.count(), 1);
        QVERIFY(!m_vault->isOnlyInMemory(id, origin()));
        QCOMPARE(readNow().secret, QByteArray("secret"));
    }

    void aLateWriteDoesNotDropANewerSecret()
    {
        makeImpatientVault();
        m_system.holds = true;
        QCOMPARE(int(writeNow("old").outcome), int(Outcome::TimedOut));
        QCOMPARE(int(writeNow("new").outcome), int(Outcome::TimedOut));
        QSignalSpy late(m_vault.get(), &SecretStore::lateAnswer);
        QObject::connect(m_vault.get(), &SecretStore::lateAnswer, this, [this, first = true]() mutable {
            if (std::exchange(first, false))
                QVERIFY(m_vault->isOnlyInMemory(id, origin()));
        });
        m_system.release();
        QTRY_COMPARE(late.count(), 2);
        QVERIFY(!m_vault->isOnlyInMemory(id, origin()));
        QCOMPARE(readNow().secret, QByteArray("new"));
    }

    void aLateReadIsKeptForTheNextQuestion()
    {
        makeImpatientVault();
        m_system.secrets.insert(KeychainSecretStore::key(id, origin()), "secret");
        m_system.holds = true;
        QCOMPARE(int(readNow().outcome), int(Outcome::TimedOut));
        QSignalSpy late(m_vault.get(), &SecretStore::lateAnswer);
        m_system.release();
        QTRY_COMPARE(late.count(), 1);
        QVERIFY2(!m_vault->isOnlyInMemory(id, origin()), "the keychain has it too");
        m_system.isSilent = true;
        QCOMPARE(readNow().secret, QByteArray("secret"));
        // Once: what another program has changed in the keychain meanwhile is seen.
        m_system.isSilent = false;
        m_system.secrets.clear();
        QCOMPARE(int(readNow().outcome), int(Outcome::NotFound));
    }

    void aLateReadDoesNotBringBackWhatWasRemoved()
    {
        makeImpatientVault();
        m_system.secrets.insert(KeychainSecretStore::key(id, origin()), "secret");
        m_system.holds = true;
        QCOMPARE(int(readNow().outcome), int(Outcome::TimedOut));
        m_vault->remove(id, origin(), this, keep()); // waits behind the read
        QSignalSpy late(m_vault.get(), &SecretStore::lateAnswer);
        m_system.release();
        QTRY_VERIFY(m_system.secrets.isEmpty());
        QTRY_COMPARE(m_answers.size(), 2);
        QVERIFY(!late.isEmpty());
        QCOMPARE(int(readNow().outcome), int(Outcome::NotFound));
        // Written anew, it is one like any other().
        QCOMPARE(int(writeNow("new").outcome), int(Outcome::Done));
        QCOMPARE(readNow().secret, QByteArray("new"));
    }

    void removingForgetsBoth()
    {
        m_system.behaviour = Behaviour::Locked;
        writeNow("secret");
        m_answers.clear();
        m_vault->remove(id, origin(), this, keep());
        QTRY_COMPARE(m_answers.size(), 1);
        QCOMPARE(int(m_answers.first().outcome), int(Outcome::CouldNotLook));
        QVERIFY(!m_vault->isOnlyInMemory(id, origin()));
    }

    void aWriteOutlivesItsAsker()
    {
        m_system.behaviour = Behaviour::Absent;
        auto context = std::make_unique<QObject>();
        m_vault->write(id, origin(), "secret", context.get(), keep());
        context.reset();
        QCOMPARE(readNow().secret, QByteArray("secret"));
        QVERIFY(m_vault->isOnlyInMemory(id, origin()));
    }
};

TELAMON_TEST(TestSecretVault)
#include "test_secretvault.moc"
