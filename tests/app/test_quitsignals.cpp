// SPDX-License-Identifier: GPL-3.0-or-later
// The program is asked to end by the system: it ends as by hand, and leaves nothing behind.
#include "tests/support/testprogram.h"

#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Telamon;
using namespace Qt::StringLiterals;

class TestQuitSignals : public QObject {
    Q_OBJECT

    static constexpr int patience = 60000;

    std::unique_ptr<QTemporaryDir> m_folder;

    QStringList folders() const
    {
        return QDir(m_folder->path()).entryList({u"telamon-*"_s}, QDir::Dirs | QDir::NoDotAndDotDot);
    }
    // Its settings and its journal are there once its window is.
    bool isSandboxOpen() const
    {
        const QStringList all = folders();
        for (const QString& each : all) {
            if (QFile::exists(m_folder->filePath(each + u"/journal/journal.sqlite"_s)))
                return true;
        }
        return false;
    }
    std::unique_ptr<QProcess> started() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TMPDIR"_s, m_folder->path());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment);
        process->start(QStringLiteral(TELAMON_PROGRAM), {u"--sandbox"_s});
        return process;
    }
    static bool isIgnored(int signal)
    {
        struct sigaction now { };
        return sigaction(signal, nullptr, &now) == 0 && now.sa_handler == SIG_IGN;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void itEndsAsByHand_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("ended") << SIGTERM;
        QTest::newRow("interrupted") << SIGINT;
        QTest::newRow("terminal closed") << SIGHUP;
    }
    void itEndsAsByHand()
    {
        QFETCH(const int, signal);
        if (isIgnored(signal))
            QSKIP("What starts the tests ignores this signal, and so does all that it starts.");
        const std::unique_ptr<QProcess> process = started();
        QTRY_VERIFY_WITH_TIMEOUT(isSandboxOpen(), patience);
        QCOMPARE(kill(pid_t(process->processId()), signal), 0);
        QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, patience);
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), 0);
        QCOMPARE(folders(), QStringList());
    }

    void theNextOneTidiesUpAfterAKill()
    {
        const std::unique_ptr<QProcess> killed = started();
        QTRY_VERIFY_WITH_TIMEOUT(isSandboxOpen(), patience);
        const QStringList left = folders();
        QCOMPARE(left.size(), 1);
        killed->kill();
        QTRY_COMPARE_WITH_TIMEOUT(killed->state(), QProcess::NotRunning, patience);
        QCOMPARE(folders(), left);
        const std::unique_ptr<QProcess> next = started();
        QTRY_VERIFY_WITH_TIMEOUT(!folders().contains(left.constFirst()), patience);
        QTRY_VERIFY_WITH_TIMEOUT(isSandboxOpen(), patience);
        next->terminate();
        QTRY_COMPARE_WITH_TIMEOUT(next->state(), QProcess::NotRunning, patience);
        QCOMPARE(folders(), QStringList());
    }
};

TELAMON_TEST(TestQuitSignals)
#include "test_quitsignals.moc"
