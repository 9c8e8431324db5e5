// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Telamon {

// What `telamon call` was asked to do.
struct CallOptions {
    QString operationId;
    QList<std::pair<QString, QString>> values; // name=value, in the order given
    QString profileName; // empty: the environment's, else the one used last
    QString bodyFile; // "-": standard input; empty: no body
    bool isDryRun = false;
    bool isConfirmed = false; // --yes
    QString confirmedName; // --confirm NAME
    bool wantsHelp = false;
};

// `arguments` are those after the word "call". Needs no application object. The error is one sentence.
Result<CallOptions, QString> parseCallOptions(const QStringList& arguments);
QString callHelpText();

} // namespace Telamon
