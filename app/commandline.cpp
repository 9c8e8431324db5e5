// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "api/http/origin.h"
#include "app/optiontable.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

struct CommandLineText {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Options programOptions()
{
    return {
        {u"sandbox"_s, {},
            CommandLineText::tr("Open the console on the embedded sandbox, with made-up data.")},
        {u"sandbox-scale"_s, u"N"_s,
            CommandLineText::tr("The sandbox with N times as many projects (1 to 1000).")},
        {u"base-url"_s, u"URL"_s,
            CommandLineText::tr("Connect to this address for this session; asks for a secret of its own.")},
        {u"screenshots"_s, u"DIR"_s,
            CommandLineText::tr(
                "Write a picture of every page, light and dark, to DIR (sandbox or loopback only).")},
        {u"version"_s, {}, CommandLineText::tr("Print the version and exit.")},
        {u"help"_s, {}, CommandLineText::tr("Print this text and exit.")},
    };
}

std::optional<QString> mistakeIn(const CommandLine& line)
{
    const bool isElsewhere = !line.baseUrl.isEmpty();
    if (isElsewhere && line.wantsSandbox)
        return CommandLineText::tr("--sandbox and --base-url exclude each other.");
    if (isElsewhere && (!line.baseUrl.isValid() || !Origin::of(line.baseUrl).isAllowed()))
        return CommandLineText::tr("--base-url takes an https address, or a plain http one on this machine.");
    if (!line.screenshotsFolder.isEmpty() && isElsewhere && !Origin::of(line.baseUrl).isLoopback())
        return CommandLineText::tr(
            "--screenshots works with the sandbox or an address on this machine only.");
    return {};
}

} // namespace

Result<CommandLine, QString> parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser, programOptions());
    if (!parser.parse(arguments))
        return parser.errorText();
    if (!parser.positionalArguments().isEmpty())
        return CommandLineText::tr("Unexpected argument '%1'.")
            .arg(parser.positionalArguments().constFirst());

    CommandLine line;
    line.wantsHelp = parser.isSet(u"help"_s);
    line.wantsVersion = parser.isSet(u"version"_s);
    line.screenshotsFolder = parser.value(u"screenshots"_s);
    line.baseUrl = QUrl(parser.value(u"base-url"_s), QUrl::StrictMode);
    if (parser.isSet(u"base-url"_s) && line.baseUrl.isEmpty())
        return CommandLineText::tr("--base-url takes an https address, or a plain http one on this machine.");
    if (parser.isSet(u"screenshots"_s) && line.screenshotsFolder.isEmpty())
        return CommandLineText::tr("--screenshots takes a folder.");
    if (parser.isSet(u"sandbox-scale"_s)) {
        bool isNumber = false;
        line.sandboxScale = parser.value(u"sandbox-scale"_s).toInt(&isNumber);
        if (!isNumber || line.sandboxScale < 1 || line.sandboxScale > 1000)
            return CommandLineText::tr("--sandbox-scale takes a whole number from 1 to 1000.");
    }
    line.wantsSandbox = parser.isSet(u"sandbox"_s) || parser.isSet(u"sandbox-scale"_s)
        || (parser.isSet(u"screenshots"_s) && line.baseUrl.isEmpty());
    if (const auto mistake = mistakeIn(line))
        return *mistake;
    return line;
}

QString displayHindrance()
{
#ifdef Q_OS_LINUX
    const std::array named {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"};
    const bool isNamed = !std::all_of(named.cbegin(), named.cend(), qEnvironmentVariableIsEmpty);
    // The one that clients of Wayland take where none is named.
    if (!isNamed && !QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/wayland-0"_s))
        return CommandLineText::tr(
            "There is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. \"telamon "
            "call\" and \"telamon operations\" work without one.");
#endif
    return {};
}

QString displayRefusal(const QString& reason)
{
    QString sentence = reason.section(u'\n', 0, 0).trimmed();
    while (sentence.endsWith(u'.'))
        sentence.chop(1);
    return CommandLineText::tr(
        "No window can be opened: %1. \"telamon call\" and \"telamon operations\" work without one.")
        .arg(sentence);
}

QString helpText()
{
    QString text = CommandLineText::tr(
        "Usage: telamon [options]\n       telamon call OPERATION [name=value ...] [options]\n       telamon "
        "operations\nA desktop "
        "console for MongoDB Atlas. \"telamon call --help\" explains calls without a window.\n\nOptions:\n");
    text += optionsText(programOptions());
    return text;
}

} // namespace Telamon
