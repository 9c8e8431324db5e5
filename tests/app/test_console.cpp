// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"
#include "app/paths.h"
#include "models/session.h"
#include "tests/support/testprogram.h"
#include "ui/mainwindow/welcomepage.h"
#include "ui/profiles/profiledialog.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/widgets/elidedlabel.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestConsole : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QFile::remove(Paths::profilesFile());
    }
    void cleanupTestCase() { QFile::remove(Paths::profilesFile()); }

    // What is added while one looks around is there at the next start.
    void aSandboxsWindowShowsThePersonsOwnConnections()
    {
        const Profile own = personsOwn();
        ProfileStore store(Paths::profilesFile());
        QCOMPARE(store.save(own), QString());

        CommandLine commandLine;
        commandLine.wantsSandbox = true;
        Console console(commandLine);
        console.start();
        QTRY_VERIFY(console.window().session() != nullptr);
        Q_EMIT console.window().connectionsRequested();
        const auto* connections = console.window().findChild<ProfilesDialog*>();
        QVERIFY(connections);
        QCOMPARE(connections->list()->count(), 1);
        QVERIFY(connections->list()->item(0)->text().contains(own.name));
    }

    // No keychain is here: the answer comes, and the person is asked.
    void theQuestionToTheKeychainGoesWithItsAnswer()
    {
        const Profile own = personsOwn();
        ProfileStore store(Paths::profilesFile());
        QCOMPARE(store.save(own), QString());
        QCOMPARE(store.noteUsed(own.id), QString());

        Console console((CommandLine()));
        console.start();
        const auto* notice = console.window().statusBar()->findChild<ElidedLabel*>();
        QVERIFY(notice);
        QTRY_VERIFY_WITH_TIMEOUT(console.window().findChild<ProfileDialog*>() != nullptr, 30000);
        QCOMPARE(notice->text(), QString());
    }

    // It was meant to win: what was used last may see another organization.
    void whatTheEnvironmentCannotSayOpensNothingElse()
    {
        const Profile own = personsOwn();
        ProfileStore store(Paths::profilesFile());
        QCOMPARE(store.save(own), QString());
        QCOMPARE(store.noteUsed(own.id), QString());
        const auto unset = qScopeGuard([] { qunsetenv("MONGODB_ATLAS_PUBLIC_API_KEY"); });
        qputenv("MONGODB_ATLAS_PUBLIC_API_KEY", "abcdefgh");

        Console console((CommandLine()));
        console.start();
        const WelcomePage& welcome = *console.window().welcomePage();
        QTRY_VERIFY(!welcome.problem().isEmpty());
        QVERIFY2(
            welcome.problem().contains("MONGODB_ATLAS_PRIVATE_API_KEY"_L1), qPrintable(welcome.problem()));
        QVERIFY2(welcome.problem().contains("No saved connection"_L1), qPrintable(welcome.problem()));
        const auto* notice = console.window().statusBar()->findChild<ElidedLabel*>();
        QVERIFY(notice && !notice->text().contains("keychain"_L1));
        QVERIFY(!console.window().findChild<ProfileDialog*>()); // nor was the keychain asked already
        QVERIFY(!console.window().session());
    }

    // As --base-url begins: the same connection, with other credentials.
    void whoIsRefusedSignsInAgain()
    {
        CommandLine commandLine;
        commandLine.wantsSandbox = true;
        Console console(commandLine);
        console.start();
        QTRY_VERIFY(console.window().session() != nullptr);
        Q_EMIT console.window().signInRequested();
        const auto* dialog = console.window().findChild<ProfileDialog*>();
        QVERIFY(dialog);
        const QList<QLineEdit*> lines = dialog->findChildren<QLineEdit*>();
        QVERIFY(std::any_of(lines.cbegin(), lines.cend(), [&console](const QLineEdit* each) {
            return each->text() == console.window().session()->profile().name;
        }));
        const QList<QAction*> actions = console.window().findChildren<QAction*>();
        const auto offered = std::find_if(actions.cbegin(), actions.cend(),
            [](const QAction* each) { return each->text().remove(u'&') == u"Sign in again…"_s; });
        QVERIFY(offered != actions.cend() && !(*offered)->isEnabled()); // the sandbox knows its own
    }

private:
    static Profile personsOwn()
    {
        QDir().mkpath(QFileInfo(Paths::profilesFile()).path());
        Profile own;
        own.id = u"own"_s;
        own.name = u"Of the person"_s;
        own.baseUrl = QUrl(u"https://cloud.mongodb.com"_s);
        own.publicId = u"mdb_sa_id_0123456789abcdef01234567"_s;
        return own;
    }
};

TELAMON_WIDGET_TEST(TestConsole)
#include "test_console.moc"
