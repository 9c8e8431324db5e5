// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Telamon {

// Whether these are the arguments of a command without a window: "call" or "operations" comes first.
bool isTerminalCommand(const QStringList& arguments);

// Runs it, without a display, and returns the exit status.
int runTerminalCommand(int& argc, char** argv, const QStringList& arguments);

} // namespace Telamon
