// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/call/callprogram.h"

#include "api/catalog/catalog.h"
#include "api/catalog/masking.h"
#include "api/http/requestlog.h"
#include "api/profiles/keychainsecretstore.h"
#include "api/profiles/profilestore.h"
#include "app/call/calloptions.h"
#include "app/call/callrun.h"
#include "app/call/operationlist.h"
#include "app/paths.h"
#include "models/apidescription.h"

#include <QCoreApplication>
#include <QSettings>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr auto callWord = "call"_L1;
constexpr auto operationsWord = "operations"_L1;

// The API description of the person's own that the window has, where the built-in one is not enough.
void addOwnDescription(Catalog& catalog, QTextStream& err)
{
    const QSettings settings(Paths::settingsFile(), QSettings::IniFormat);
    const QString mistake = ApiDescription::addRememberedNow(catalog, settings);
    if (!mistake.isEmpty())
        err << "telamon: " << mistake << '\n';
}

int runCall(const CallOptions& options, const Catalog& catalog, QTextStream& out, QTextStream& err)
{
    RequestLog log {JsonMasker()};
    ProfileStore profiles(Paths::profilesFile());
    KeychainSecretStore secrets;
    CallRun run(options, {catalog, profiles, secrets, log, Paths::journalFile()}, out, err);
    QObject::connect(
        &run, &CallRun::finished, &run, [](int code) { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    run.start();
    return QCoreApplication::exec();
}

} // namespace

bool isTerminalCommand(const QStringList& arguments)
{
    return arguments.size() > 1 && (arguments.at(1) == callWord || arguments.at(1) == operationsWord);
}

int runTerminalCommand(int& argc, char** argv, const QStringList& arguments)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"telamon"_s);
    QTextStream out(stdout);
    QTextStream err(stderr);
    const bool isCall = arguments.at(1) == callWord;
    if (!isCall && arguments.size() > 2) {
        err << "telamon: "
            << QCoreApplication::translate("CommandLine", "\"telamon operations\" takes no arguments.")
            << '\n';
        return CallRun::Invalid;
    }
    const auto options =
        isCall ? parseCallOptions(arguments.mid(2)) : Result<CallOptions, QString>(CallOptions {});
    if (!options) {
        err << "telamon: " << options.error() << "\n\n" << callHelpText();
        return CallRun::Invalid;
    }
    if (options.value().wantsHelp) {
        out << callHelpText();
        return CallRun::Done;
    }
    auto catalog = Catalog::builtIn();
    if (!catalog) {
        err << "telamon: " << catalog.error().sentence << '\n';
        return CallRun::NotSent;
    }
    if (!isCall || catalog.value().find(options.value().operationId) == nullptr)
        addOwnDescription(catalog.value(), err);
    if (!isCall) {
        out << operationList(catalog.value());
        return CallRun::Done;
    }
    return runCall(options.value(), catalog.value(), out, err);
}

} // namespace Telamon
