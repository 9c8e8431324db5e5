// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

class QComboBox;

namespace Telamon {

// A filled circle in "#rrggbb"; a hollow one in the palette's muted colour where there is none.
QIcon swatchIcon(const QString& colour, int side);
// The colours a connection can have, each with its name: a colour alone tells nobody enough.
void addSwatches(QComboBox& box);

} // namespace Telamon
