// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Telamon {

// A line of two texts laid into one another.
struct DiffLine {
    enum class Kind { Same, Added, Removed };

    Kind kind = Kind::Same;
    QString text;

    bool operator==(const DiffLine&) const = default;
};

// The fewest lines that have to go and come; of each stretch first those that go. Texts with hardly a line in
// common are told as replaced whole between the lines that they begin and end with.
QList<DiffLine> lineDiff(const QStringList& before, const QStringList& after);

} // namespace Telamon
