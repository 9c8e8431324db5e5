// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/call/calloptions.h"

#include "app/optiontable.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

struct CallOptionText {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Options callOptions()
{
    return {
        {u"profile"_s, u"NAME"_s, CallOptionText::tr("Use the saved connection of this name.")},
        {u"body"_s, u"FILE"_s,
            CallOptionText::tr("Take the request's body from this file; - is standard input.")},
        {u"dry-run"_s, {},
            CallOptionText::tr("Print what would be sent and what it would change, and send no write.")},
        {u"yes"_s, {}, CallOptionText::tr("Confirm what is disruptive.")},
        {u"confirm"_s, u"NAME"_s,
            CallOptionText::tr("Confirm what destroys: the name that the review asks for.")},
        {u"help"_s, {}, CallOptionText::tr("Print this text and exit.")},
    };
}

// A value that was asked for and left empty is a mistake, not an absence.
QString emptyOptionIn(const QCommandLineParser& parser)
{
    const Options known = callOptions();
    for (const Option& option : known) {
        if (!option.valueName.isEmpty() && parser.isSet(option.name) && parser.value(option.name).isEmpty())
            return CallOptionText::tr("--%1 takes a value.").arg(option.name);
    }
    return {};
}

} // namespace

Result<CallOptions, QString> parseCallOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser, callOptions());
    if (!parser.parse(QStringList {u"telamon call"_s} + arguments))
        return parser.errorText();
    CallOptions call;
    call.wantsHelp = parser.isSet(u"help"_s);
    if (call.wantsHelp)
        return call;
    if (QString mistake = emptyOptionIn(parser); !mistake.isEmpty())
        return mistake;
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        return CallOptionText::tr("Name the operation to call. \"telamon operations\" lists them.");
    call.operationId = words.constFirst();
    const QStringList assignments = words.mid(1);
    for (const QString& word : assignments) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals < 1)
            return CallOptionText::tr("\"%1\" is not of the form name=value.").arg(word);
        call.values.append({word.left(equals), word.mid(equals + 1)});
    }
    call.profileName = parser.value(u"profile"_s);
    call.bodyFile = parser.value(u"body"_s);
    call.isDryRun = parser.isSet(u"dry-run"_s);
    call.isConfirmed = parser.isSet(u"yes"_s);
    call.confirmedName = parser.value(u"confirm"_s);
    return call;
}

QString callHelpText()
{
    QString text = CallOptionText::tr(
        "Usage: telamon call OPERATION [name=value ...] [options]\n"
        "Calls one operation of the service, checked and journalled as from the window. The answer is "
        "printed as JSON.\nA name that takes a list is given once for each value. A secret is no argument: "
        "it stands "
        "in the body, or is asked\nfor at a terminal where it is required or the body has a placeholder for "
        "it. Operations of an API description that was\nadded in the window can be called "
        "too.\n\nOptions:\n");
    text += optionsText(callOptions());
    text += CallOptionText::tr(
        "\nExit status: 0 done, 2 invalid and nothing sent, 3 refused by the service, 4 sent and the outcome "
        "unknown,\n5 not sent: no network, no connection, or credentials that are not accepted.\n");
    return text;
}

} // namespace Telamon
