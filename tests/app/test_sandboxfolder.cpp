// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandboxfolder.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Telamon;

// What goes with a run, and what a killed one has left.
class TestSandboxFolder : public QObject {
    Q_OBJECT

    QTemporaryDir m_temporary;

    QString made(const QString& name, const QByteArray& lock) const
    {
        const QString path = m_temporary.filePath(name);
        const bool isMade = QDir().mkpath(path + u"/drafts"_s);
        QFile file(path + u"/run.lock"_s);
        if (isMade && !lock.isEmpty() && file.open(QIODevice::WriteOnly))
            file.write(lock);
        return path;
    }

private Q_SLOTS:
    void initTestCase() { qputenv("TMPDIR", m_temporary.path().toLocal8Bit()); }

    void itGoesWithItsRun()
    {
        auto folder = std::make_unique<SandboxFolder>();
        const QString path = folder->path();
        QVERIFY(QFileInfo(path).isDir());
        QVERIFY(path.startsWith(m_temporary.path()));
        QFile kept(folder->filePath(u"kept"_s));
        QVERIFY(kept.open(QIODevice::WriteOnly));
        kept.close();
        folder.reset();
        QVERIFY(!QFileInfo::exists(path));
    }

    void onlyWhatAKilledRunLeftIsRemoved()
    {
        // As QLockFile writes it: process, program, machine. Nobody has this number.
        const QByteArray ended = "99999999\ntelamon\n" + QSysInfo::machineHostName().toLocal8Bit() + '\n';
        const SandboxFolder living;
        const QString left = made(u"telamon-sandbox-aaaaaa"_s, ended);
        const QString elsewhere = made(u"telamon-sandbox-bbbbbb"_s, "99999999\ntelamon\nanother.example\n");
        const QString unlocked = made(u"telamon-sandbox-cccccc"_s, {});
        const QString unrelated = made(u"telamon-dddddd"_s, ended);
        const SandboxFolder own;
        QCOMPARE(own.removeStale(), QStringList());
        QVERIFY(!QFileInfo::exists(left));
        for (const QString& path : {living.path(), own.path(), elsewhere, unlocked, unrelated})
            QVERIFY2(QFileInfo::exists(path), qPrintable(path));
    }
};

TELAMON_TEST(TestSandboxFolder)
#include "test_sandboxfolder.moc"
