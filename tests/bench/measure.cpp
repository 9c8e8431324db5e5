// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <QElapsedTimer>

#include <algorithm>

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double timeOf(const std::function<void()>& work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

double medianTimeOf(int runs, const std::function<void()>& work)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run)
        times.push_back(timeOf(work));
    return median(times);
}

Measured settled(const Measured& measured)
{
    return [measured] {
        measured();
        return measured();
    };
}

Pair inPairs(int turns, const Measured& ours, const Measured& baseline)
{
    std::vector<double> oursAll;
    std::vector<double> baselineAll;
    std::vector<double> ratios;
    for (int turn = 0; turn < turns; ++turn) {
        // Who goes first changes, so that neither always finds the caches as the other left them.
        const bool oursFirst = turn % 2 == 0;
        const double first = oursFirst ? ours() : baseline();
        const double second = oursFirst ? baseline() : ours();
        oursAll.push_back(oursFirst ? first : second);
        baselineAll.push_back(oursFirst ? second : first);
        ratios.push_back(oursAll.back() / baselineAll.back());
    }
    return {median(oursAll), median(baselineAll), median(ratios)};
}
