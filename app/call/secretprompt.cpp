// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/call/secretprompt.h"

#include <QTextStream>

#ifdef Q_OS_WIN
#include <conio.h>
#include <io.h>
#include <stdio.h>
#else
#include <cerrno>
#include <termios.h>
#include <unistd.h>
#endif

namespace Telamon {

namespace {

constexpr char16_t endOfText = 3; // Ctrl+C, which ends nothing by itself while nothing is shown
constexpr char16_t endOfInput = 4; // Ctrl+D
constexpr char16_t clearLine = 21; // Ctrl+U
constexpr char16_t backspace = 8;
constexpr char16_t erase = 127;

#ifdef Q_OS_WIN

class QuietTerminal {
public:
    bool isQuiet() const { return true; }
    std::optional<char16_t> next() { return char16_t(_getwch()); }
};

#else

// Key by key and unseen, for as long as it lives.
class QuietTerminal {
public:
    QuietTerminal()
    {
        if (tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG);
        quiet.c_cc[VMIN] = 1;
        quiet.c_cc[VTIME] = 0;
        m_isQuiet = tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
    }
    ~QuietTerminal()
    {
        if (m_isQuiet)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(QuietTerminal)

    bool isQuiet() const { return m_isQuiet; }
    // A whole character of UTF-8 may take several bytes; they are told one by one.
    std::optional<char> next()
    {
        char byte = 0;
        ssize_t count = 0;
        do {
            count = read(STDIN_FILENO, &byte, 1);
        } while (count < 0 && errno == EINTR);
        return count == 1 ? std::optional<char>(byte) : std::nullopt;
    }

private:
    termios m_before {};
    bool m_isQuiet = false;
};

#endif

#ifdef Q_OS_WIN
using Typed = QString;

QString textOf(const Typed& typed)
{
    return typed;
}

void takeLast(Typed& typed)
{
    typed.chop(1);
}
#else
using Typed = QByteArray;

QString textOf(const Typed& typed)
{
    return QString::fromUtf8(typed);
}

void takeLast(Typed& typed)
{
    constexpr int continuation = 0x80;
    constexpr int kind = 0xc0;
    while (!typed.isEmpty() && (typed.back() & kind) == continuation)
        typed.chop(1);
    typed.chop(1);
}
#endif

std::optional<Typed> typedLine(QuietTerminal& terminal)
{
    Typed typed;
    for (;;) {
        const auto key = terminal.next();
        if (!key || char16_t(*key) == endOfText || char16_t(*key) == endOfInput)
            return std::nullopt;
        switch (char16_t(*key)) {
        case u'\r':
        case u'\n':
            return typed;
        case clearLine:
            typed.clear();
            break;
        case backspace:
        case erase:
            takeLast(typed);
            break;
        default:
            typed += *key;
        }
    }
}

} // namespace

bool isAtTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stdin)) != 0;
#else
    return isatty(STDIN_FILENO) != 0;
#endif
}

std::optional<QString> askSecret(const QString& question, QTextStream& err)
{
    QuietTerminal terminal;
    if (!terminal.isQuiet())
        return std::nullopt;
    err << question << ' ';
    err.flush();
    const std::optional<Typed> typed = typedLine(terminal);
    err << '\n';
    err.flush();
    return typed && !typed->isEmpty() ? std::optional<QString>(textOf(*typed)) : std::nullopt;
}

} // namespace Telamon
