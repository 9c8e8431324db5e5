// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/keychainsecretstore.h"
#include "api/profiles/secretvault.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Telamon;
using Outcome = SecretStore::Outcome;
using std::chrono::milliseconds;

Q_DECLARE_METATYPE(SecretStore::Outcome)

namespace {

constexpr milliseconds limit {5000};
constexpr auto secretService = "org.freedesktop.secrets"_L1;

const Origin& here()
{
    static const Origin origin = Origin::of(QUrl(u"https://cloud.mongodb.com"_s));
    return origin;
}

KeychainSecretStore* newStore(QObject* parent, milliseconds patience = limit)
{
    return new KeychainSecretStore(patience, parent);
}

// One question and its answer; none where nothing came within twice the limit.
template <typename Ask> std::optional<SecretStore::Answer> answerTo(Ask ask)
{
    std::optional<SecretStore::Answer> got;
    QObject context;
    ask(&context, [&got](const SecretStore::Answer& answer) { got = answer; });
    [&got] { QTRY_VERIFY_WITH_TIMEOUT(got, 2 * limit.count()); }();
    return got;
}

std::optional<SecretStore::Answer> readFrom(
    SecretStore& store, const QString& profile, const Origin& origin = here())
{
    return answerTo([&](QObject* context, auto receiver) { store.read(profile, origin, context, receiver); });
}

std::optional<SecretStore::Answer> writeTo(
    SecretStore& store, const QString& profile, const QByteArray& secret)
{
    return answerTo(
        [&](QObject* context, auto receiver) { store.write(profile, here(), secret, context, receiver); });
}

std::optional<SecretStore::Answer> removeFrom(SecretStore& store, const QString& profile)
{
    return answerTo(
        [&](QObject* context, auto receiver) { store.remove(profile, here(), context, receiver); });
}

bool isDone(const std::optional<SecretStore::Answer>& answer)
{
    return answer && answer->outcome == Outcome::Done && answer->sentence.isEmpty();
}

QDBusMessage askDaemon(const QString& interface, const QString& method, const QVariantList& arguments)
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(secretService, u"/org/freedesktop/secrets"_s, interface, method);
    question.setArguments(arguments);
    return QDBusConnection::sessionBus().call(question);
}

QDBusObjectPath keychain()
{
    return QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s);
}

bool lockKeychain()
{
    const QList<QDBusObjectPath> all {keychain()};
    return askDaemon(u"org.freedesktop.Secret.Service"_s, u"Lock"_s, {QVariant::fromValue(all)}).type()
        == QDBusMessage::ReplyMessage;
}

// Without a prompt: the way that gnome-keyring keeps for its own tests.
bool unlockKeychain()
{
    const QDBusMessage session = askDaemon(u"org.freedesktop.Secret.Service"_s, u"OpenSession"_s,
        {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    if (session.type() != QDBusMessage::ReplyMessage)
        return false;
    QDBusArgument password;
    password.beginStructure();
    password << session.arguments().at(1).value<QDBusObjectPath>() << QByteArray()
             << qgetenv("TELAMON_TEST_KEYCHAIN_PASSWORD") << u"text/plain"_s;
    password.endStructure();
    return askDaemon(u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s,
               u"UnlockWithMasterPassword"_s,
               {QVariant::fromValue(keychain()), QVariant::fromValue(password)})
               .type()
        == QDBusMessage::ReplyMessage;
}

} // namespace

// The system's real keychain in a session that with_keyring.sh made; each state has its own slots.
class TestRealKeychain : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void openKeepsASecret_data();
    void openKeepsASecret();
    void openGivesASecretToItsOwnOriginAndProfileOnly();
    void openRemovesWhatIsNotThere();
    void openThenLockedSaysThatItCouldNotLook();
    void openThenFrozenIsTimedOutAndAdoptedLate();
    void missingIsSaidAndTheSessionGoesOn();
};

void TestRealKeychain::initTestCase()
{
    // Without the script, the slots would lock and fill the keychain of whoever runs them.
    if (!qEnvironmentVariableIsSet("TELAMON_TEST_KEYCHAIN"))
        QSKIP("Run by with_keyring.sh only.");
}

void TestRealKeychain::openKeepsASecret_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("client secret") << QByteArray("mdb_sa_sk_0123456789abcdefghijklmnopqrstuvwxyz_-AB");
    QTest::newRow("not ASCII") << "schl\u00fcssel \u9375"_ba;
    QTest::newRow("line ends and zeros") << QByteArray("a\r\nb\0c\n", 7);
    QTest::newRow("token of 8 KiB") << QByteArray(8192, 'x');
}

void TestRealKeychain::openKeepsASecret()
{
    QFETCH(QByteArray, secret);
    auto* store = newStore(this);
    QVERIFY(isDone(writeTo(*store, u"kept"_s, "an older one")));
    QVERIFY(isDone(writeTo(*store, u"kept"_s, secret)));
    // Another store: what is read comes from the keychain.
    auto* other = newStore(this);
    const auto found = readFrom(*other, u"kept"_s);
    QVERIFY(isDone(found));
    QCOMPARE(found->secret, secret);
    QVERIFY(isDone(removeFrom(*other, u"kept"_s)));
    const auto gone = readFrom(*store, u"kept"_s);
    QVERIFY(gone);
    QCOMPARE(gone->outcome, Outcome::NotFound);
    QVERIFY(gone->secret.isEmpty());
    QVERIFY(!gone->sentence.isEmpty());
}

void TestRealKeychain::openGivesASecretToItsOwnOriginAndProfileOnly()
{
    auto* store = newStore(this);
    QVERIFY(isDone(writeTo(*store, u"mine"_s, "secret")));
    for (const auto& url : {u"https://cloud.mongodbgov.com"_s, u"https://cloud.mongodb.com:8443"_s,
             u"http://cloud.mongodb.com:443"_s, u"https://cloud.mongodb.com.example"_s}) {
        const auto answer = readFrom(*store, u"mine"_s, Origin::of(QUrl(url)));
        QVERIFY(answer);
        QCOMPARE(answer->outcome, Outcome::NotFound);
    }
    const auto answer = readFrom(*store, u"another"_s);
    QVERIFY(answer);
    QCOMPARE(answer->outcome, Outcome::NotFound);
    QVERIFY(isDone(removeFrom(*store, u"mine"_s)));
}

void TestRealKeychain::openRemovesWhatIsNotThere()
{
    QVERIFY(isDone(removeFrom(*newStore(this), u"never written"_s)));
}

void TestRealKeychain::openThenLockedSaysThatItCouldNotLook()
{
    auto* store = newStore(this);
    QVERIFY(isDone(writeTo(*store, u"locked"_s, "secret")));
    QVERIFY(lockKeychain());
    const auto reopen = qScopeGuard([] { QVERIFY(unlockKeychain()); });

    const auto found = readFrom(*store, u"locked"_s);
    QVERIFY(found);
    QCOMPARE(found->outcome, Outcome::CouldNotLook);
    QVERIFY2(found->sentence.contains("locked"_L1), qPrintable(found->sentence));
    const auto removed = removeFrom(*store, u"locked"_s);
    QVERIFY(removed);
    QCOMPARE(removed->outcome, Outcome::CouldNotLook);
    QVERIFY2(removed->sentence.contains("locked"_L1), qPrintable(removed->sentence));
    const auto written = writeTo(*store, u"locked too"_s, "secret");
    QVERIFY(written);
    QCOMPARE(written->outcome, Outcome::CouldNotLook);
    QVERIFY2(written->sentence.contains("locked"_L1), qPrintable(written->sentence));

    // What was said is true: the secret is still there, and the other one is not.
    QVERIFY(unlockKeychain());
    const auto still = readFrom(*store, u"locked"_s);
    QVERIFY(isDone(still));
    QCOMPARE(still->secret, QByteArray("secret"));
    const auto never = readFrom(*store, u"locked too"_s);
    QVERIFY(never);
    QCOMPARE(never->outcome, Outcome::NotFound);
    QVERIFY(isDone(removeFrom(*store, u"locked"_s)));
}

void TestRealKeychain::openThenFrozenIsTimedOutAndAdoptedLate()
{
    QVERIFY(isDone(writeTo(*newStore(this), u"frozen"_s, "old")));
    auto* store = newStore(this, milliseconds(200));
    SecretVault vault(*store);
    QSignalSpy late(&vault, &SecretStore::lateAnswer);
    const QDBusReply<uint> pid = QDBusConnection::sessionBus().interface()->servicePid(secretService);
    QVERIFY(pid.isValid());
    QCOMPARE(::kill(pid_t(pid.value()), SIGSTOP), 0);
    const auto thaw = qScopeGuard([&pid] { ::kill(pid_t(pid.value()), SIGCONT); });

    QElapsedTimer clock;
    clock.start();
    const auto answer = writeTo(vault, u"frozen"_s, "new");
    QVERIFY(answer);
    QCOMPARE(answer->outcome, Outcome::TimedOut);
    QVERIFY(!answer->sentence.isEmpty());
    QVERIFY(clock.elapsed() < limit.count());
    QVERIFY(vault.isOnlyInMemory(u"frozen"_s, here()));
    const auto meanwhile = readFrom(vault, u"frozen"_s);
    QVERIFY(isDone(meanwhile));
    QCOMPARE(meanwhile->secret, QByteArray("new"));

    QCOMPARE(::kill(pid_t(pid.value()), SIGCONT), 0);
    QTRY_COMPARE_WITH_TIMEOUT(late.count(), 1, limit.count());
    QCOMPARE(late.first().first().toString(), u"frozen"_s);
    QVERIFY(!vault.isOnlyInMemory(u"frozen"_s, here()));
    const auto kept = readFrom(*newStore(this), u"frozen"_s);
    QVERIFY(isDone(kept));
    QCOMPARE(kept->secret, QByteArray("new"));
}

void TestRealKeychain::missingIsSaidAndTheSessionGoesOn()
{
    auto* store = newStore(this);
    SecretVault vault(*store);
    const auto written = writeTo(vault, u"anywhere"_s, "secret");
    QVERIFY(written);
    const bool isEmpty = qgetenv("TELAMON_TEST_KEYCHAIN") == "empty"; // and nobody can be asked for one here
    QCOMPARE(written->outcome, isEmpty ? Outcome::NotMade : Outcome::NoKeychain);
    QVERIFY2(written->sentence.contains("keychain"_L1), qPrintable(written->sentence));
    QVERIFY(vault.isOnlyInMemory(u"anywhere"_s, here()));
    const auto found = readFrom(vault, u"anywhere"_s);
    QVERIFY(isDone(found));
    QCOMPARE(found->secret, QByteArray("secret"));

    const auto asked = readFrom(*store, u"anywhere"_s);
    QVERIFY(asked);
    QCOMPARE(asked->outcome, Outcome::NoKeychain);
    const auto removed = removeFrom(*store, u"anywhere"_s);
    QVERIFY(removed);
    QCOMPARE(removed->outcome, Outcome::NoKeychain);
    for (const auto& answer : {written, asked, removed})
        QVERIFY(!answer->sentence.isEmpty());
}

QTEST_GUILESS_MAIN(TestRealKeychain)
#include "test_realkeychain.moc"
