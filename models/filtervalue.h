// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filter.h"

namespace Telamon {

// What is compared with in a filter, as typed, into the term. Returns what is wrong with it, or an empty
// string.
QString setFilterTime(
    Filter::Term& term, const QString& value, qint64 now); // a date, or an age counted from now
QString setFilterNumber(
    Filter::Term& term, const QString& value, const Column& column); // with units for sizes
// Whether a word behind a bare number is the number's unit: "100" and "GB" of a size.
bool takesFilterUnit(const QString& number, const QString& unit, const Column& column);
QString setFilterFlag(Filter::Term& term, const QString& value); // yes or no

QString filterSentence(const char* text); // translated

} // namespace Telamon
