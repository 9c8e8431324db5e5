// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/ratemeter.h"

#include "api/catalog/operation.h"
#include "api/http/transport.h"

namespace Telamon {

namespace {

QString endpointSet(const Operation& operation)
{
    return QString::fromLatin1(operation.method) + u' ' + operation.path;
}

// "1000", and "1000;w=60" of the drafts.
qint64 numberIn(const QByteArray& value)
{
    bool isNumber = false;
    const qint64 number = value.split(';').first().trimmed().toLongLong(&isNumber);
    return isNumber && number >= 0 ? number : -1;
}

} // namespace

void RateMeter::note(const Operation& operation, const WireAnswer& answer)
{
    bool isNews = false;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const qint64 limit = numberIn(answer.header("RateLimit-Limit"));
    const qint64 remaining = numberIn(answer.header("RateLimit-Remaining"));
    if (limit >= 0 || remaining >= 0) {
        RateBudget& budget = m_budgets[endpointSet(operation)];
        budget = {limit >= 0 ? limit : budget.limit, remaining, now};
        isNews = true;
    }
    const QByteArray deprecation = answer.header("Deprecation");
    const QByteArray sunset = answer.header("Sunset");
    if (!deprecation.isEmpty() || !sunset.isEmpty()) {
        m_endsOfLife.insert(operation.id, {deprecation, sunset, now});
        isNews = true;
    }
    if (isNews)
        Q_EMIT changed();
}

std::optional<RateBudget> RateMeter::budgetOf(const Operation& operation) const
{
    const auto found = m_budgets.constFind(endpointSet(operation));
    return found == m_budgets.cend() ? std::nullopt : std::optional(*found);
}

bool RateMeter::isLow(const Operation& operation) const
{
    const std::optional<RateBudget> budget = budgetOf(operation);
    return budget && budget->isLow();
}

} // namespace Telamon
