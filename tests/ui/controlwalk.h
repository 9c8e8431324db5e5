// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QWidget>

namespace Telamon {

// How a test names a widget: its class and those it stands in.
QString describe(const QWidget* widget);

// The controls and actions below `root` that tell nothing to a person who does not see them.
QStringList namelessIn(const QWidget& root);

// The controls that Tab visits from the one that has the focus until it comes round.
QList<QWidget*> tabRound(QWidget& window);

// The visible controls below `root` that Tab does not reach.
QStringList unreachableIn(QWidget& window, const QWidget& root);

} // namespace Telamon
