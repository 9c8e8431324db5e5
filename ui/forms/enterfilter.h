// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace Telamon {

// Return does this in the control, instead of pressing a button of the dialog.
void onEnter(QWidget& control, std::function<void()> act);

} // namespace Telamon
