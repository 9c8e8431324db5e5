// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QComboBox;
class QWidget;

namespace Telamon {

// A combo box that finds its entries by any part of their text; nothing that is typed becomes an entry.
void makeSearchable(QComboBox& box);

// The wheel scrolls the form, and changes a control only once that has the focus.
void ignoreWheelWithoutFocus(QWidget& control);

} // namespace Telamon
