// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quitsignals.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace Telamon {

#ifdef Q_OS_UNIX

namespace {

constexpr std::array quitting {SIGTERM, SIGINT, SIGHUP};

int signalEnd = -1; // of the pair: set before any handler is, and written to by handlers alone

// Nothing but what a handler may do.
void passOn(int /*signal*/)
{
    const int before = errno;
    const char any = 1;
    const ssize_t written = write(signalEnd, &any, 1);
    static_cast<void>(written); // full: it was asked for already
    errno = before;
}

void handle(int signal)
{
    struct sigaction old { };
    if (sigaction(signal, nullptr, &old) != 0 || old.sa_handler == SIG_IGN)
        return;
    struct sigaction mine { };
    mine.sa_handler = passOn;
    sigemptyset(&mine.sa_mask);
    mine.sa_flags = SA_RESTART | int(SA_RESETHAND);
    sigaction(signal, &mine, nullptr);
}

void handleNoMore(int signal)
{
    struct sigaction now { };
    if (sigaction(signal, nullptr, &now) != 0 || now.sa_handler != passOn)
        return;
    struct sigaction usual { };
    usual.sa_handler = SIG_DFL;
    sigemptyset(&usual.sa_mask);
    sigaction(signal, &usual, nullptr);
}

} // namespace

QuitSignals::QuitSignals(QObject* parent) : QObject(parent)
{
    std::array<int, 2> ends {};
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0)
        return;
    for (const int end : ends) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_readEnd = ends.front();
    signalEnd = ends.back();
    m_notifier = new QSocketNotifier(m_readEnd, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &QuitSignals::take);
    for (const int signal : quitting)
        handle(signal);
}

QuitSignals::~QuitSignals()
{
    if (m_readEnd < 0)
        return;
    for (const int signal : quitting)
        handleNoMore(signal);
    delete m_notifier; // before what it looks at
    close(m_readEnd);
    close(signalEnd);
    signalEnd = -1;
}

void QuitSignals::take()
{
    std::array<char, 16> any {};
    if (read(m_readEnd, any.data(), any.size()) > 0)
        Q_EMIT quitRequested();
}

#else

QuitSignals::QuitSignals(QObject* parent) : QObject(parent)
{
}

QuitSignals::~QuitSignals() = default;

void QuitSignals::take()
{
    Q_EMIT quitRequested();
}

#endif

} // namespace Telamon
