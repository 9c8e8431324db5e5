// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"
#include "app/paths.h"
#include "tests/support/testprogram.h"
#include "ui/profiles/profiledialog.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/widgets/elidedlabel.h"

#include <QDir>
#include <QFileInfo>
#include <QListWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTest>

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
