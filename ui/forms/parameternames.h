// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Telamon {

class FormModel;

// The parameters of a form's operation. Path parameters first: they say what the operation is about.
QStringList parameterNames(const FormModel& model);
// Those that only say in which form the answer comes.
QStringList wireOptions(const FormModel& model);

} // namespace Telamon
