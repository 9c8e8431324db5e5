// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

class QApplication;

namespace Telamon {

enum class Theme { System, Light, Dark };

// Sets the palette (and Fusion, where the palette is ours) for the whole program.
void applyTheme(QApplication& application, Theme theme);

// An icon of resources/icons, drawn in the palette's text colour of the moment.
QIcon themedIcon(const QString& name);

// How much something needs a person, as models tell it (RecordModel::AttentionRole). Each level has a shape
// and a colour of its own, so that neither is needed to read the other.
enum class Attention { None = 0, Notice = 1, Warning = 2, Critical = 3 };
QIcon attentionIcon(Attention attention);
QColor attentionColour(Attention attention, const QPalette& palette);

bool isDark(const QPalette& palette);

} // namespace Telamon
