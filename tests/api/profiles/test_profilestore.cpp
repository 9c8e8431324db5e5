// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/profilestore.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {

Profile wholeProfile(const QString& name)
{
    Profile profile;
    profile.id = name;
    profile.name = u"Production “Ω”"_s;
    profile.baseUrl = QUrl(u"https://cloud.mongodbgov.com"_s);
    profile.kind = CredentialKind::ApiKey;
    profile.publicId = u"abcdefgh"_s;
    profile.organizationId = u"a0123456789abcdef0123456"_s;
    profile.projectId = u"b0123456789abcdef0123456"_s;
    profile.isReadOnly = true;
    profile.colour = u"#c23b22"_s;
    profile.proxy = {ProxyChoice::Kind::Http, u"proxy.example.org"_s, 3128};
    profile.caFile = u"/etc/ssl/company.pem"_s;
    return profile;
}

// With ' for ".
QByteArray json(const char* text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace

class TestProfileStore : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString m_file;

    QByteArray content() const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray& bytes) const
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QStringList asideFiles() const
    {
        return QFileInfo(m_file).dir().entryList({u"profiles.json.broken-*"_s});
    }

private Q_SLOTS:
    void init()
    {
        static int number = 0;
        m_file = m_folder.filePath(u"%1/profiles.json"_s.arg(++number));
    }

    void startsEmpty()
    {
        ProfileStore store(m_file);
        QCOMPARE(store.load(), QString());
        QVERIFY(store.profiles().isEmpty());
        QVERIFY(!store.lastUsed());
        QVERIFY(!QFileInfo::exists(m_file));
    }

    void comesBackAsItWasSaved_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("proxy");
        for (int kind = 0; kind < 3; ++kind) {
            for (int proxy = 0; proxy < 4; ++proxy)
                QTest::addRow("credentials %d, proxy %d", kind, proxy) << kind << proxy;
        }
    }
    void comesBackAsItWasSaved()
    {
        QFETCH(int, kind);
        QFETCH(int, proxy);
        Profile profile = wholeProfile(u"one"_s);
        profile.kind = CredentialKind(kind);
        profile.proxy.kind = ProxyChoice::Kind(proxy);
        ProfileStore store(m_file);
        QSignalSpy changed(&store, &ProfileStore::profilesChanged);
        QCOMPARE(store.save(profile), QString());
        QVERIFY(!changed.isEmpty());
        ProfileStore again(m_file);
        QCOMPARE(again.load(), QString());
        QCOMPARE(again.profiles().size(), 1);
        const Profile read = again.profiles().first();
        QCOMPARE(read.id, profile.id);
        QCOMPARE(read.name, profile.name);
        QCOMPARE(read.baseUrl, profile.baseUrl);
        QCOMPARE(int(read.kind), kind);
        QCOMPARE(read.publicId, profile.publicId);
        QCOMPARE(read.organizationId, profile.organizationId);
        QCOMPARE(read.projectId, profile.projectId);
        QCOMPARE(read.isReadOnly, true);
        QCOMPARE(read.colour, profile.colour);
        QCOMPARE(int(read.proxy.kind), proxy);
        QCOMPARE(read.proxy.host, profile.proxy.host);
        QCOMPARE(read.proxy.port, profile.proxy.port);
        QCOMPARE(read.caFile, profile.caFile);
    }

    void isForItsOwnerAlone()
    {
        ProfileStore store(m_file);
        QCOMPARE(store.save(wholeProfile(u"one"_s)), QString());
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
            | QFileDevice::WriteOther | QFileDevice::ExeOther | QFileDevice::ExeGroup;
        QVERIFY(!(QFile::permissions(m_file) & others));
        // Also where somebody opened it up meanwhile.
        QVERIFY(QFile::setPermissions(m_file, QFile::permissions(m_file) | others));
        QCOMPARE(store.noteUsed(u"one"_s), QString());
        QVERIFY(!(QFile::permissions(m_file) & others));
    }

    void holdsNoPasswordOfAUrl()
    {
        Profile profile = wholeProfile(u"one"_s);
        profile.baseUrl = QUrl(u"https://user:canary@cloud.mongodb.com"_s);
        ProfileStore store(m_file);
        QCOMPARE(store.save(profile), QString());
        QVERIFY(!content().contains("canary"));
    }

    void refusesWhatIsForThisSessionOnly()
    {
        Profile profile = wholeProfile(u"one"_s);
        profile.isSessionOnly = true;
        ProfileStore store(m_file);
        QVERIFY(!store.save(profile).isEmpty());
        QVERIFY(!QFileInfo::exists(m_file));
    }

    void remembersWhatWasUsedLast()
    {
        ProfileStore store(m_file);
        for (const QString& id : {u"one"_s, u"two"_s, u"three"_s})
            QCOMPARE(store.save(wholeProfile(id)), QString());
        QVERIFY(!store.lastUsed());
        QCOMPARE(store.noteUsed(u"two"_s), QString());
        ProfileStore again(m_file);
        QCOMPARE(again.load(), QString());
        QCOMPARE(again.lastUsed().value().id, u"two"_s);
        QVERIFY(again.lastUsedAt(u"two"_s).isValid());
        QVERIFY(!again.lastUsedAt(u"one"_s).isValid());
        // Editing it does not forget that.
        QCOMPARE(again.save(wholeProfile(u"two"_s)), QString());
        QCOMPARE(again.lastUsed().value().id, u"two"_s);
        QCOMPARE(again.remove(u"two"_s), QString());
        QVERIFY(!again.lastUsed());
        QCOMPARE(again.profiles().size(), 2);
    }

    void keepsABrokenFileAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("readable");
        const QByteArray good = json("{'id':'a','name':'A','baseUrl':'https://cloud.mongodb.com'}");
        QTest::newRow("empty") << QByteArray() << 0;
        QTest::newRow("cut off") << json("{'profiles': [{'id': 'a'") << 0;
        QTest::newRow("not JSON") << QByteArray::fromHex("fffe0001") << 0;
        QTest::newRow("another document") << QByteArray("[1, 2]") << 0;
        QTest::newRow("no list") << json("{'profiles': {}}") << 0;
        QTest::newRow("one of two without id")
            << QByteArray(json("{'profiles': [") + good + json(", {'name': 'B'}]}")) << 1;
        QTest::newRow("one of two without URL")
            << QByteArray(json("{'profiles': [{'id': 'b', 'baseUrl': 'ftp://x'}, ") + good + "]}") << 1;
        QTest::newRow("not objects") << QByteArray(json("{'profiles': [null, 7, 'x', ") + good + "]}") << 1;
        QTest::newRow("the same id twice")
            << QByteArray(json("{'profiles': [") + good + ',' + good + "]}") << 1;
    }
    void keepsABrokenFileAside()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, readable);
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
        write(bytes);
        ProfileStore store(m_file);
        const QString sentence = store.load();
        QCOMPARE(asideFiles().size(), 1);
        QVERIFY2(sentence.contains(asideFiles().first()), qPrintable(sentence));
        QCOMPARE(store.profiles().size(), readable);
        QFile aside(QFileInfo(m_file).dir().filePath(asideFiles().first()));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), bytes);
        // Told once; what is saved now does not touch what was put aside.
        QCOMPARE(store.save(wholeProfile(u"new"_s)), QString());
        QCOMPARE(ProfileStore(m_file).load(), QString());
        QCOMPARE(asideFiles().size(), 1);
    }

    void doesNotReplaceWhatItCannotRead()
    {
        QVERIFY(QDir().mkpath(m_file)); // a folder in its place: exists and cannot be opened, for root too
        ProfileStore store(m_file);
        QVERIFY(!store.load().isEmpty());
        QVERIFY(!store.save(wholeProfile(u"one"_s)).isEmpty());
        QVERIFY(QFileInfo(m_file).isDir());
    }

    void keepsWhatANewerVersionWrote()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
        write(json("{'shape': 2, 'profiles': [{'id': 'a', 'baseUrl': 'https://cloud.mongodb.com', 'future': "
                   "{'x': 1}}]}"));
        ProfileStore store(m_file);
        QCOMPARE(store.load(), QString());
        QCOMPARE(store.noteUsed(u"a"_s), QString());
        const QJsonObject document = QJsonDocument::fromJson(content()).object();
        QCOMPARE(document["shape"_L1].toInt(), 2);
        QCOMPARE(document["profiles"_L1][0]["future"_L1]["x"_L1].toInt(), 1);
    }

    void anUnreadableReadOnlyFlagProtects()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
        write(json("{'profiles': [{'id': 'a', 'baseUrl': 'https://cloud.mongodb.com', 'readOnly': 'yes'}]}"));
        ProfileStore store(m_file);
        QCOMPARE(store.load(), QString());
        QVERIFY(store.profiles().first().isReadOnly);
    }

    void twoProcessesLoseNothing()
    {
        ProfileStore first(m_file);
        ProfileStore second(m_file);
        QCOMPARE(first.save(wholeProfile(u"one"_s)), QString());
        QCOMPARE(second.save(wholeProfile(u"two"_s)), QString()); // has not loaded the first one
        QCOMPARE(first.noteUsed(u"one"_s), QString());
        QCOMPARE(first.profiles().size(), 2);
        QVERIFY(second.find(u"one"_s));
    }

    void saysThatAnotherProcessIsSaving()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
        QLockFile other(m_file + u".lock"_s);
        QVERIFY(other.lock());
        ProfileStore store(m_file, nullptr, std::chrono::milliseconds(20));
        QVERIFY(!store.save(wholeProfile(u"one"_s)).isEmpty());
        QVERIFY(!QFileInfo::exists(m_file));
        other.unlock();
        QCOMPARE(store.save(wholeProfile(u"one"_s)), QString());
    }
};

TELAMON_TEST(TestProfileStore)
#include "test_profilestore.moc"
