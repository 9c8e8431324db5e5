// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartscale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Telamon {

namespace {
constexpr int MostSteps = 4;
}

ChartScale ChartScale::upTo(double most, bool isBytes)
{
    ChartScale scale;
    if (!std::isfinite(most) || most <= 1)
        return scale;
    static constexpr std::array<double, 3> Factors {2, 2.5, 2}; // 1, 2, 5, 10
    for (std::size_t i = 0; scale.step * MostSteps < most; ++i)
        scale.step *= isBytes ? 2 : Factors[i % Factors.size()];
    scale.steps = std::clamp(static_cast<int>(std::ceil(most / scale.step)), 1, MostSteps);
    return scale;
}

} // namespace Telamon
