// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

class QTextStream;

namespace Telamon {

// Whether somebody sits at standard input.
bool isAtTerminal();

// Asks at the terminal for a line that is not shown while it is typed. Nothing where it was left empty or
// given up (Ctrl+C, Ctrl+D). The terminal is afterwards as it was.
std::optional<QString> askSecret(const QString& question, QTextStream& err);

} // namespace Telamon
