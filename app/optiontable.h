// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QCommandLineParser;

namespace Telamon {

// An option of a command line, for the parser and the help text alike.
struct Option {
    QString name;
    QString valueName; // empty: a switch
    QString description;
};
using Options = QList<Option>;

void addOptions(QCommandLineParser& parser, const Options& options);
// A line each: "  --body FILE          Take ...".
QString optionsText(const Options& options);

} // namespace Telamon
