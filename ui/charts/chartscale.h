// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Telamon {

// A scale from 0 to at least `most` with a few marks at round numbers: 1, 2 or 5 with noughts, of bytes
// powers of two. Never less than one apart.
struct ChartScale {
    double step = 1;
    int steps = 1;

    double end() const { return step * steps; }
    static ChartScale upTo(double most, bool isBytes);
};

} // namespace Telamon
