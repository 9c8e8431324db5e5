// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QToolBar;

namespace Telamon {

// The button behind which a tool bar hides what has no room says what it is for.
void nameExtension(QToolBar& bar);

} // namespace Telamon
