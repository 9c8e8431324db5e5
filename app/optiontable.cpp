// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/optiontable.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace Telamon {

void addOptions(QCommandLineParser& parser, const Options& options)
{
    for (const Option& option : options)
        parser.addOption(QCommandLineOption(option.name, option.description, option.valueName));
}

QString optionsText(const Options& options)
{
    constexpr int column = 22;
    QString text;
    for (const Option& option : options) {
        const QString spelled =
            "  --"_L1 + option.name + (option.valueName.isEmpty() ? QString() : u' ' + option.valueName);
        text += spelled.leftJustified(column) + option.description + u'\n';
    }
    return text;
}

} // namespace Telamon
