// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/argumentgenerator.h"

#include <QStringList>

namespace Telamon {

// Arguments with one thing made wrong, or only other.
struct Mutation {
    Arguments arguments;
    QString rule; // what it is about: "pattern", "required", "fields"
    QString pointer; // where
    // Whether it breaks a rule of that place for certain. Else the judge has to say whether it breaks any.
    bool isCertain = true;
    QStringList unions; // around the place: where it tells variants apart, none of them fits any more
};

// Every single way in which the generator's last arguments can be broken that it knows of.
QList<Mutation> mutationsOf(
    ArgumentGenerator& generator, const Operation& operation, const Arguments& arguments);

} // namespace Telamon
