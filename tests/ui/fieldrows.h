// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldrow.h"

#include <algorithm>

namespace Telamon {

// The row of a form that stands for this place in its arguments; null: the form has none.
inline FieldRow* fieldRow(const QWidget& form, const QString& pointer)
{
    const QList<FieldRow*> rows = form.findChildren<FieldRow*>();
    const auto found = std::find_if(
        rows.cbegin(), rows.cend(), [&pointer](const FieldRow* row) { return row->pointer() == pointer; });
    return found == rows.cend() ? nullptr : *found;
}

} // namespace Telamon
