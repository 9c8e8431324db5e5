// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toolbarextension.h"

#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Telamon {

void nameExtension(QToolBar& bar)
{
    auto* extension = bar.findChild<QToolButton*>(u"qt_toolbar_ext_button"_s); // Qt's own name for it
    if (!extension)
        return;
    extension->setToolTip(QToolBar::tr("More actions"));
    extension->setAccessibleName(extension->toolTip());
}

} // namespace Telamon
