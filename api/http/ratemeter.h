// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QObject>
#include <QString>

#include <optional>

namespace Telamon {

struct Operation;
struct WireAnswer;

// What the service last said about how many requests it still takes for one endpoint set.
struct RateBudget {
    qint64 limit = -1; // requests, -1 where it was not said
    qint64 remaining = -1;
    QDateTime seenAt {};

    bool isLow() const { return limit > 0 && remaining >= 0 && remaining * 10 < limit; }
};

// That an operation is going away, as answers say it.
struct EndOfLife {
    QByteArray deprecation {}; // the headers' own text: a date, "true"
    QByteArray sunset {};
    QDateTime seenAt {};
};

// Remembers the rate limits and the ends of life that answers tell. Owned by its HttpClient.
class RateMeter : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void note(const Operation& operation, const WireAnswer& answer);

    // By endpoint set: method and path template, "GET /api/atlas/v2/groups".
    const QMap<QString, RateBudget>& budgets() const { return m_budgets; }
    // By operation id.
    const QMap<QString, EndOfLife>& endsOfLife() const { return m_endsOfLife; }
    std::optional<RateBudget> budgetOf(const Operation& operation) const;
    bool isLow(const Operation& operation) const;

Q_SIGNALS:
    void changed();

private:
    QMap<QString, RateBudget> m_budgets;
    QMap<QString, EndOfLife> m_endsOfLife;
};

} // namespace Telamon
