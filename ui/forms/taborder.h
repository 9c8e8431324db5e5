// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace Telamon {

// What takes the focus below `root`, as the layouts place it: from top to bottom.
QList<QWidget*> tabStopsIn(QWidget& root);
// Makes the Tab key follow that order. Widgets that are made later would come last otherwise.
void setTabOrderAsShown(QWidget& root);

} // namespace Telamon
