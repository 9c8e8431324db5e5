// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/catalog.h"
#include "api/catalog/masking.h"
#include "api/http/requestlog.h"
#include "api/profiles/environment.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testcatalog.h"
#include "tests/support/testprogram.h"
#include "tests/ui/profiles/dialogwalk.h"
#include "ui/profiles/connectiontest.h"
#include "ui/profiles/profiledialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

class TestProfileDialog : public QObject {
    Q_OBJECT
    RequestLog m_log {maskedJson};
    std::unique_ptr<FakeSecretStore> m_secrets;
    QPointer<ProfileDialog> m_dialog;
    QList<std::pair<Profile, QByteArray>> m_saved;

    void open(const Profile& profile)
    {
        auto* dialog = new ProfileDialog(profile, {builtInCatalog(), m_log, *m_secrets}, nullptr);
        m_dialog = dialog;
        connect(dialog, &ProfileDialog::saved, this, [this](const Profile& kept, const QByteArray& secret) {
            m_saved.append({kept, secret});
        });
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
    }
    static Profile stored()
    {
        Profile profile;
        profile.id = u"one"_s;
        profile.name = u"Production"_s;
        profile.baseUrl = QUrl(u"https://cloud.mongodb.com"_s);
        profile.publicId = u"mdb_sa_id_0123"_s;
        return profile;
    }
    // The stored connection, with a token that is stored too.
    void openWithToken(const QUrl& url)
    {
        Profile profile = stored();
        profile.baseUrl = url;
        profile.kind = CredentialKind::AccessToken;
        profile.publicId.clear();
        m_secrets->put(profile.id, Origin::of(profile.baseUrl), "canary-token");
        open(profile);
    }
    template <typename Widget> Widget* control(const QString& caption) const
    {
        return controlOf<Widget>(*m_dialog.data(), caption);
    }
    QPushButton* button(const QString& text) const { return buttonOf(*m_dialog.data(), text); }
    QStringList mistakes() const { return mistakesOf(*m_dialog.data()); }
    static void retype(QLineEdit* line, const QString& text)
    {
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void click(const QString& text) const { QTest::mouseClick(button(text), Qt::LeftButton); }

private Q_SLOTS:
    void init()
    {
        m_secrets = std::make_unique<FakeSecretStore>();
        m_saved.clear();
    }
    void cleanup() { delete m_dialog; }

    void aNewConnectionIsTypedIn()
    {
        open({});
        QTest::keyClicks(m_dialog->focusWidget(), u"Production"_s); // the name has the focus
        retype(control<QLineEdit>(u"Client ID:"_s), u"mdb_sa_id_0123"_s);
        retype(control<QLineEdit>(u"Client secret:"_s), u"mdb_sa_sk_canary"_s);
        QTest::keyClick(m_dialog, Qt::Key_Return);
        QCOMPARE(m_saved.size(), 1);
        const Profile& profile = m_saved.first().first;
        QVERIFY(!profile.id.isEmpty());
        QCOMPARE(profile.name, u"Production"_s);
        QCOMPARE(profile.baseUrl, QUrl(u"https://cloud.mongodb.com"_s));
        QCOMPARE(profile.publicId, u"mdb_sa_id_0123"_s);
        QCOMPARE(m_saved.first().second, QByteArray("mdb_sa_sk_canary"));
        QTRY_VERIFY(!m_dialog); // deleted on close
    }

    void mistakesStandBesideTheirFields()
    {
        open({});
        QVERIFY(mistakes().isEmpty()); // nobody is scolded before having typed
        click(u"Save"_s);
        QCOMPARE(mistakes().size(), 3); // name, client id, secret
        QVERIFY(m_saved.isEmpty());
        auto* name = control<QLineEdit>(u"Name:"_s);
        QCOMPARE(m_dialog->focusWidget(), name);
        QVERIFY(!name->accessibleDescription().isEmpty());
        QTest::keyClicks(name, u"x"_s); // mended while typing
        QCOMPARE(mistakes().size(), 2);
    }

    void eachKindHasItsOwnLabels_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("publicLabel");
        QTest::addColumn<QString>("secretLabel");
        QTest::newRow("service account") << 0 << u"Client ID:"_s << u"Client secret:"_s;
        QTest::newRow("API key") << 1 << u"Public key:"_s << u"Private key:"_s;
        QTest::newRow("access token") << 2 << QString() << u"Access token:"_s;
    }
    void eachKindHasItsOwnLabels()
    {
        QFETCH(int, kind);
        QFETCH(QString, publicLabel);
        QFETCH(QString, secretLabel);
        open({});
        auto* kinds = control<QComboBox>(u"Sign in with:"_s);
        kinds->setFocus();
        QTest::keyClick(kinds, Qt::Key_Home);
        QTest::keyClicks(control<QLineEdit>(u"Client secret:"_s), u"canary-typed"_s);
        for (int i = 0; i < kind; ++i)
            QTest::keyClick(kinds, Qt::Key_Down);
        QVERIFY(control<QLineEdit>(secretLabel));
        QCOMPARE(control<QLineEdit>(secretLabel)->text().isEmpty(), kind > 0); // a key is not sent as a token
        if (publicLabel.isEmpty())
            QVERIFY(!control<QLineEdit>(u"Client ID:"_s)->isVisible());
        else
            QVERIFY(control<QLineEdit>(publicLabel)->isVisible());
        QVERIFY2(namelessControls(*m_dialog).isEmpty(), qPrintable(namelessControls(*m_dialog).join(u' ')));
    }

    void whatIsPastedLosesItsWhiteSpace()
    {
        open(stored());
        auto* secret = control<QLineEdit>(u"Client secret:"_s);
        secret->setFocus();
        QGuiApplication::clipboard()->setText(u"  mdb_sa_sk_\u200bcanary\r\n"_s);
        QTest::keySequence(secret, QKeySequence::Paste);
        auto* id = control<QLineEdit>(u"Client ID:"_s);
        id->setFocus();
        id->selectAll();
        QGuiApplication::clipboard()->setText(u"\tmdb_sa_id_9999 \n"_s);
        QTest::keySequence(id, QKeySequence::Paste);
        click(u"Save"_s);
        QCOMPARE(m_saved.size(), 1);
        QCOMPARE(m_saved.first().first.publicId, u"mdb_sa_id_9999"_s);
        QCOMPARE(m_saved.first().second, QByteArray("mdb_sa_sk_canary"));
    }

    void anUnchangedSecretStaysWhereItIs()
    {
        open(stored());
        retype(control<QLineEdit>(u"Name:"_s), u"Renamed"_s);
        click(u"Save"_s);
        QCOMPARE(m_saved.size(), 1);
        QVERIFY(m_saved.first().second.isEmpty());
        QCOMPARE(m_secrets->readCount, 0);
    }

    void anotherOriginAsksForTheSecretAnew()
    {
        m_secrets->put(u"one"_s, Origin::of(stored().baseUrl), "canary-old");
        open(stored());
        auto* service = control<QComboBox>(u"Service:"_s);
        service->setFocus();
        QTest::keyClick(service, Qt::Key_Down); // the government's
        QVERIFY(notesOf(*m_dialog).join(u' ').contains(u"https://cloud.mongodb.com:443"_s));
        click(u"Save"_s);
        QVERIFY(m_saved.isEmpty());
        QCOMPARE(mistakes().size(), 1);
        click(u"Test connection"_s);
        QCOMPARE(m_secrets->readCount, 0); // nor is it used for a test
        retype(control<QLineEdit>(u"Client secret:"_s), u"canary-new"_s);
        click(u"Save"_s);
        QCOMPARE(m_saved.size(), 1);
        QCOMPARE(m_saved.first().second, QByteArray("canary-new"));
        // The former one goes when the profile has been saved, not before.
        QVERIFY(m_secrets->find(u"one"_s, Origin::of(stored().baseUrl)));
    }

    void theCommandLinesConnectionIsKnownAgain()
    {
        for (const char* secret : {"canary-1", "canary-2"}) {
            open(commandLineProfile(QUrl(u"http://127.0.0.1:4030"_s)));
            QVERIFY(!control<QLineEdit>(u"Address:"_s)->isEnabled()); // and why is said
            QVERIFY(notesOf(*m_dialog).join(u' ').contains("when the program was started"_L1));
            retype(control<QLineEdit>(u"Client ID:"_s), u"mdb_sa_id_0123"_s);
            retype(control<QLineEdit>(u"Client secret:"_s), QLatin1StringView(secret));
            click(u"Connect"_s);
        }
        QCOMPARE(m_saved.size(), 2);
        QCOMPARE(m_saved.first().first.id, sessionProfileId(m_saved.last().first));
        QCOMPARE(m_secrets->readCount, 0);
    }

    void anotherIdentityAsksForTheSecretAnew()
    {
        open(stored());
        retype(control<QLineEdit>(u"Client ID:"_s), u"mdb_sa_id_4567"_s);
        click(u"Save"_s);
        QVERIFY(m_saved.isEmpty());
        QCOMPARE(mistakes().size(), 1);
    }

    void testsWithTheStoredSecret()
    {
        ScriptedServer server;
        server.alwaysAnswer(ScriptedAnswer::ok(R"({"results":[{}],"totalCount":1})"));
        openWithToken(server.url());
        auto* result = m_dialog->findChild<ConnectionTest*>();
        click(u"Test connection"_s);
        QVERIFY(result->isRunning());
        QVERIFY(button(u"Stop the test"_s));
        QTRY_VERIFY(!result->isRunning());
        QVERIFY2(result->text().contains("Organizations: 1"_L1), qPrintable(result->text()));
        QCOMPARE(server.requests().first().header("Authorization"), QByteArray("Bearer canary-token"));
        // An edit makes the verdict one about something else.
        retype(control<QLineEdit>(u"Name:"_s), u"x"_s);
        QVERIFY(result->text().isEmpty());
    }

    void aTestCanBeStopped()
    {
        ScriptedServer server;
        server.alwaysAnswer(ScriptedAnswer::silence());
        openWithToken(server.url());
        click(u"Test connection"_s);
        QTRY_COMPARE(server.requestCount(), 1);
        click(u"Stop the test"_s);
        QVERIFY(!m_dialog->findChild<ConnectionTest*>()->isRunning());
        QTRY_COMPARE(server.openConnectionCount(), 0);
    }

    void aLockedKeychainIsSaidAndAskedAround()
    {
        m_secrets->outcome = SecretStore::Outcome::CouldNotLook;
        open(stored());
        click(u"Test connection"_s);
        auto* result = m_dialog->findChild<ConnectionTest*>();
        QTRY_COMPARE(result->text(), m_secrets->failure);
        QVERIFY(!result->isRunning());
        QCOMPARE(m_dialog->focusWidget(), control<QLineEdit>(u"Client secret:"_s));
    }

    void aSilentKeychainDoesNotHoldTheDialog()
    {
        m_secrets->isSilent = true;
        open(stored());
        click(u"Test connection"_s);
        QVERIFY(m_dialog->findChild<ConnectionTest*>()->isRunning());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        QVERIFY(m_saved.isEmpty());
    }

    void everyControlHasANameAndIsReached()
    {
        Profile profile = stored();
        profile.proxy = {ProxyChoice::Kind::Http, u"proxy"_s, 3128};
        profile.baseUrl = QUrl(u"https://example.org"_s);
        open(profile);
        QVERIFY2(namelessControls(*m_dialog).isEmpty(), qPrintable(namelessControls(*m_dialog).join(u' ')));
        QVERIFY(tabStops(*m_dialog) >= 18);
    }

    void fitsASmallWindow()
    {
        open(stored());
        ProfileDialog* dialog = m_dialog.data();
        QVERIFY(dialog);
        dialog->resize(320, 240);
        QVERIFY2(dialog->height() <= 300, qPrintable(QString::number(dialog->height())));
        QVERIFY2(dialog->width() <= 480, qPrintable(QString::number(dialog->width())));
        auto* browse = button(u"Browse…"_s);
        browse->setFocus();
        QVERIFY(QTest::qWaitFor([browse] { return !browse->visibleRegion().isEmpty(); })); // scrolled to
        QVERIFY(m_dialog->findChild<QDialogButtonBox*>()->isVisible());
    }
};

TELAMON_WIDGET_TEST(TestProfileDialog)
#include "test_profiledialog.moc"
