// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QComboBox;
class QWidget;

namespace Telamon {

// A combo box that finds its entries by any part of their text; nothing that is typed becomes an entry.
void makeSearchable(QComboBox& box);

// The wheel scrolls the form, over a control with the focus too: what it changed there would be sent unseen.
void leaveWheelToForm(QWidget& control);

} // namespace Telamon
