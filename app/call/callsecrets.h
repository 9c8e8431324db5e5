// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/wirerequest.h"
#include "api/result.h"

class QTextStream;

namespace Telamon {

struct Operation;

// The arguments with the secrets that are missing: those that are required and not there, and those that a
// copied body has a placeholder for. They are asked for at the terminal, and not shown. The error is one
// sentence: nobody is there to be asked, or no answer was given.
Result<Arguments, QString> withSecretsAsked(
    const Operation& operation, const Arguments& arguments, QTextStream& err);

} // namespace Telamon
