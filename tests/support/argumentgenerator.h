// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/operation.h"
#include "api/http/wirerequest.h"

#include <QHash>
#include <QRandomGenerator>

#include <functional>
#include <optional>

namespace Telamon {

// Random arguments of an operation, valid by its schemas: optional fields in and out, every variant of every
// union. Rules between fields are kept by trying until the judge agrees. The same seed gives the same
// arguments.
class ArgumentGenerator {
public:
    using Judge = std::function<bool(const Operation&, const Arguments&)>;
    // A value for a place where not anything will do, such as the id of something that exists; undefined:
    // any.
    using Given = std::function<QJsonValue(const QString& pointer, const Schema& schema)>;

    ArgumentGenerator(quint32 seed, Judge judge, Given given = {});

    // Nothing where it could not make any: failure() says why.
    std::optional<Arguments> generate(const Operation& operation);
    QString failure() const { return m_failure; }
    // The schemas that the last arguments' places were made from, the outermost first.
    const QHash<QString, std::vector<const Schema*>>& places() const { return m_places; }

    // A value for one schema alone, of the last operation.
    QJsonValue valueFor(const Schema& schema, const QString& pointer);
    QRandomGenerator& random() { return m_random; }

private:
    Arguments tried(const Operation& operation);
    QJsonValue made(const Schema& schema, const QString& pointer, int depth);
    QJsonObject members(const Schema& schema, const QString& pointer, int depth);
    QJsonValue list(const Schema& schema, const QString& pointer, int depth);
    QJsonValue text(const Schema& schema, const QString& pointer);
    QJsonValue number(const Schema& schema);
    QJsonValue anything(int depth);
    QString word();
    QString formatted(const Schema& schema);
    bool chance(int percent) { return m_random.bounded(100) < percent; }

    QRandomGenerator m_random;
    Judge m_judge;
    Given m_given;
    QString m_failure;
    QHash<QString, std::vector<const Schema*>> m_places;
    QHash<const Schema*, size_t> m_nextVariant; // one after the other, so that none is left out
};

} // namespace Telamon
