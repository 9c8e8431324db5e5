// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/currentstack.h"

namespace Telamon {

QSize CurrentStack::minimumSize() const
{
    const QLayoutItem* shown = itemAt(currentIndex());
    return shown ? shown->minimumSize() : QSize(0, 0);
}

// It takes what it gets: the highest of all would be asked for.
bool CurrentStack::hasHeightForWidth() const
{
    return false;
}

} // namespace Telamon
