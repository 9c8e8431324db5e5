// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/programs.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

#include <chrono>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int Patience = 30'000; // milliseconds

QByteArray lineOf(QProcess& process)
{
    const QDeadlineTimer deadline(Patience);
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(int(deadline.remainingTime())))
            return {};
    }
    return process.readLine().trimmed();
}

void end(QProcess& process)
{
    process.kill();
    process.waitForFinished(Patience);
}

qint64 monotonicNow()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}
} // namespace

XServer::~XServer()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.terminate(); // lets it remove its socket
        m_process.waitForFinished(Patience);
    }
}

bool XServer::start()
{
    const QString file = QStandardPaths::findExecutable(u"Xvfb"_s);
    if (file.isEmpty())
        return false;
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(
        file, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1600x1000x24"_s, u"-nolisten"_s, u"tcp"_s});
    m_display = u':' + QString::fromLatin1(lineOf(m_process));
    return m_display.size() > 1;
}

SandboxProcess::~SandboxProcess()
{
    m_process.closeWriteChannel();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(Patience))
        end(m_process);
}

bool SandboxProcess::start(int scale)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(u"" SANDBOXSERVER_PROGRAM ""_s, {QString::number(scale)});
    m_baseUrl = QUrl::fromEncoded(readLine());
    m_accessToken = readLine();
    return !m_accessToken.isEmpty();
}

QByteArray SandboxProcess::readLine()
{
    return lineOf(m_process);
}

int SandboxProcess::requestCount()
{
    m_process.write("\n");
    return readLine().toInt();
}

WindowProgram::WindowProgram(const QString& file, const QString& display)
    : m_file(file), m_environment(QProcessEnvironment::systemEnvironment())
{
    const QString home = m_home.path();
    const QStringList folders {u"config"_s, u"data"_s, u"cache"_s, u"state"_s};
    for (const QString& folder : folders) {
        QDir(home).mkpath(folder);
        m_environment.insert(u"XDG_%1_HOME"_s.arg(folder.toUpper()), home + u'/' + folder);
    }
    m_environment.insert(u"HOME"_s, home);
    m_environment.insert(u"DISPLAY"_s, display);
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, "unix:path="_L1 + home + "/no-bus"_L1);
    m_environment.insert(u"TELAMON_TRACE_START"_s, u"1"_s);
}

WindowProgram::~WindowProgram()
{
    stop();
}

QString WindowProgram::configFolder() const
{
    return m_home.filePath(u"config/telamon/telamon"_s);
}

std::optional<double> WindowProgram::start(const QStringList& arguments)
{
    m_process.setProcessEnvironment(m_environment);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setReadChannel(QProcess::StandardError);
    const qint64 started = monotonicNow();
    m_process.start(m_file, arguments);
    for (QByteArray line = lineOf(m_process); !line.isEmpty(); line = lineOf(m_process)) {
        if (line.startsWith("first paint "))
            return static_cast<double>(line.mid(12).toLongLong() - started) / 1e6;
    }
    return {};
}

double WindowProgram::residentMegabytes() const
{
    QFile status(u"/proc/%1/status"_s.arg(m_process.processId()));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
    }
    return 0;
}

double WindowProgram::cpuTime() const
{
    QFile stat(u"/proc/%1/stat"_s.arg(m_process.processId()));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    // The name in parentheses may have spaces; user and system time are the 12th and 13th field behind it.
    const QByteArray all = stat.readAll();
    const QList<QByteArray> fields = all.mid(all.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) * 1000.0
        / static_cast<double>(sysconf(_SC_CLK_TCK));
}

bool WindowProgram::waitUntilIdle(int milliseconds, int patience) const
{
    constexpr double nextToNothing = 30;
    double before = cpuTime();
    QElapsedTimer still;
    still.start();
    return QTest::qWaitFor(
        [&] {
            if (const double now = cpuTime(); now > before + nextToNothing) {
                before = now;
                still.restart();
            }
            return still.elapsed() >= milliseconds;
        },
        patience);
}

void WindowProgram::stop()
{
    if (m_process.state() != QProcess::NotRunning)
        end(m_process);
}
