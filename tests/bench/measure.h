// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

// Times are milliseconds everywhere.
double median(std::vector<double> values);
double timeOf(const std::function<void()>& work);
double medianTimeOf(int runs, const std::function<void()>& work);

// Two ways measured in turns, so that whatever else the machine does meets both alike.
struct Pair {
    double ours = 0; // medians
    double baseline = 0;
    double ratio = 0; // median of ours / baseline within each turn
};
using Measured = std::function<double()>;
// The second of two times: what the other side has left of caches and heap is of the first.
Measured settled(const Measured& measured);
Pair inPairs(int turns, const Measured& ours, const Measured& baseline);
