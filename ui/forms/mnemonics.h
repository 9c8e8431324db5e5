// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QSet>
#include <QStringList>

class QWidget;

namespace Telamon {

// Where in each caption the letter stands that reaches it with Alt: the first of a word where that is free,
// else any letter; -1 where none is left. No letter twice, and none that is taken.
QList<int> mnemonicPlaces(const QStringList& captions, QSet<QChar> taken);

QChar mnemonicOf(const QString& text); // of "&Send": s; null where there is none

// Gives the fields of the form that can be seen a letter each, none that the window around it uses. A field
// keeps the letter that it has.
void giveMnemonics(QWidget& form);

} // namespace Telamon
