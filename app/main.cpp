// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/call/callprogram.h"
#include "app/commandline.h"
#include "app/console.h"
#include "app/displayguard.h"
#include "app/quitsignals.h"

#include <QApplication>
#include <QIcon>
#include <QTextStream>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int noDisplay = 1;
constexpr int usageMistake = 2;

QStringList argumentsOf(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

} // namespace

int main(int argc, char** argv)
{
    const QStringList arguments = argumentsOf(argc, argv);
    if (Telamon::isTerminalCommand(arguments))
        return Telamon::runTerminalCommand(argc, argv, arguments);
    // Help, version and mistakes need no display: they come before the application object.
    const auto commandLine = Telamon::parseCommandLine(arguments);
    if (!commandLine) {
        QTextStream(stderr) << "telamon: " << commandLine.error() << "\n\n" << Telamon::helpText();
        return usageMistake;
    }
    if (commandLine.value().wantsHelp || commandLine.value().wantsVersion) {
        QTextStream(stdout) << (commandLine.value().wantsHelp ? Telamon::helpText()
                                                              : u"telamon " TELAMON_VERSION "\n"_s);
        return 0;
    }
    if (const QString why = Telamon::displayHindrance(); !why.isEmpty()) {
        QTextStream(stderr) << "telamon: " << why << '\n';
        return noDisplay;
    }
    std::optional<Telamon::DisplayGuard> guard(std::in_place);
    QApplication application(argc, argv);
    guard.reset();
    QApplication::setApplicationName(u"telamon"_s);
    QApplication::setApplicationDisplayName(u"Telamon"_s);
    QApplication::setApplicationVersion(u"" TELAMON_VERSION ""_s);
    QApplication::setDesktopFileName(u"" TELAMON_APP_ID ""_s);
    QApplication::setWindowIcon(QIcon(u":/telamon/icons/telamon.svg"_s));
    const Telamon::QuitSignals quitSignals;
    Telamon::Console console(commandLine.value());
    QObject::connect(&quitSignals, &Telamon::QuitSignals::quitRequested, &console, &Telamon::Console::quit);
    console.start();
    return QApplication::exec();
}
