// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QMenuBar;

namespace Telamon {

// What the keys do: those of the menus, and those of what stands in the window. Deletes itself on close.
class KeysDialog : public QDialog {
    Q_OBJECT
public:
    KeysDialog(const QMenuBar& menus, QWidget* parent);
};

} // namespace Telamon
