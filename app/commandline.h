// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/result.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace Telamon {

// What the program was asked to do.
struct CommandLine {
    bool wantsHelp = false;
    bool wantsVersion = false;
    bool wantsSandbox = false;
    int sandboxScale = 1;
    QUrl baseUrl; // empty: the saved profiles
    QString screenshotsFolder; // empty: no tour
};

// Needs no application object. The error is one sentence.
Result<CommandLine, QString> parseCommandLine(const QStringList& arguments);
QString helpText();
// Why no window can be opened, a sentence; empty: there is a display, or nothing tells. Without one, the
// application object would end the process as a crash does.
QString displayHindrance();
// The same once the display that is named was tried, with the reason that Qt tells.
QString displayRefusal(const QString& reason);

} // namespace Telamon
