// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/argumentmutations.h"

#include <functional>

namespace Telamon {

class FormModel;

// Sets every field of the form that a rule tells something about to a value which breaks it: the valid
// arguments first, then of their mutations one for each place that the form shows, and of those that only
// other fields make wrong ("refuses") one for each object. Returns the places.
QStringList setWrongValues(FormModel& model, const Arguments& valid, const QList<Mutation>& mutations,
    const std::function<bool(const Arguments&)>& refuses);

} // namespace Telamon
