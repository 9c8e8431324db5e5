// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/apicall.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Telamon {

std::chrono::milliseconds RetryPolicy::pauseAfter(int attempt) const
{
    constexpr int morethanTheCapNeeds = 16;
    const qint64 longest = std::min<qint64>(
        cap.count(), base.count() << std::min(std::max(attempt - 1, 0), morethanTheCapNeeds));
    return std::chrono::milliseconds(QRandomGenerator::global()->bounded(longest + 1));
}

bool RetryBudget::take()
{
    if (m_tokens < 1.0)
        return false;
    m_tokens -= 1.0;
    return true;
}

void RetryBudget::earn()
{
    constexpr double perAnswer = 0.1;
    m_tokens = std::min(m_tokens + perAnswer, fullTokens);
}

} // namespace Telamon
