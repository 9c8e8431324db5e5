// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/keepprofile.h"
#include "api/profiles/profilestore.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Telamon;
using namespace Qt::StringLiterals;

// A profile and its secret are kept together, and neither is lost when the other cannot be kept.
class TestKeepProfile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<FakeSecretStore> m_secrets;
    QStringList m_told;

    static Profile profileAt(const QString& address)
    {
        Profile profile;
        profile.id = u"production"_s;
        profile.name = u"Production"_s;
        profile.baseUrl = QUrl(address);
        profile.publicId = u"mdb_sa_id_0123"_s;
        return profile;
    }
    QString keep(ProfileStore& profiles, const Profile& profile, const QByteArray& secret)
    {
        return keepProfile(profiles, *m_secrets, profile, secret, this,
            [this](const QString& sentence) { m_told += sentence; });
    }
    bool hasSecret(const QString& address) const
    {
        return m_secrets->find(u"production"_s, Origin::of(QUrl(address)));
    }

private Q_SLOTS:
    void init()
    {
        m_told.clear();
        m_secrets = std::make_unique<FakeSecretStore>();
    }

    void aFormerAddressLosesItsSecretOnceTheProfileIsSaved()
    {
        ProfileStore profiles(m_folder.filePath(u"moved.json"_s));
        QCOMPARE(keep(profiles, profileAt(u"https://one.example.com"_s), "canary-1"), QString());
        QTRY_VERIFY(hasSecret(u"https://one.example.com"_s));
        QCOMPARE(keep(profiles, profileAt(u"https://two.example.com"_s), "canary-2"), QString());
        QTRY_VERIFY(hasSecret(u"https://two.example.com"_s));
        QTRY_VERIFY(!hasSecret(u"https://one.example.com"_s));
    }

    void nothingIsLostWhereTheProfileCannotBeSaved()
    {
        const QString file = m_folder.filePath(u"lost.json"_s);
        ProfileStore profiles(file);
        QCOMPARE(keep(profiles, profileAt(u"https://one.example.com"_s), "canary-1"), QString());
        QTRY_VERIFY(hasSecret(u"https://one.example.com"_s));
        // A folder stands where the file should be.
        QVERIFY(QFile::remove(file) && QDir().mkdir(file));
        QVERIFY(!keep(profiles, profileAt(u"https://two.example.com"_s), "canary-2").isEmpty());
        QCoreApplication::sendPostedEvents();
        QVERIFY(hasSecret(u"https://one.example.com"_s));
        QVERIFY(!hasSecret(u"https://two.example.com"_s));
    }

    void whatIsForThisSessionNeverReachesTheKeychain()
    {
        ProfileStore profiles(m_folder.filePath(u"session.json"_s));
        Profile profile = profileAt(u"https://one.example.com"_s);
        profile.isSessionOnly = true;
        QVERIFY(!keep(profiles, profile, "canary-1").isEmpty());
        QCoreApplication::sendPostedEvents();
        QVERIFY(!hasSecret(u"https://one.example.com"_s));
        QCOMPARE(m_secrets->readCount, 0);
        QVERIFY(!profiles.find(u"production"_s));
    }

    void whatTheKeychainSaysIsTold()
    {
        m_secrets->outcome = SecretStore::Outcome::NoKeychain;
        ProfileStore profiles(m_folder.filePath(u"told.json"_s));
        QCOMPARE(keep(profiles, profileAt(u"https://one.example.com"_s), "canary-1"), QString());
        QTRY_COMPARE(m_told, QStringList {m_secrets->failure});
        QVERIFY(profiles.find(u"production"_s));
    }
};

TELAMON_TEST(TestKeepProfile)
#include "test_keepprofile.moc"
