// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/argumentsjson.h"
#include "tests/support/argumentgenerator.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace Telamon {

inline int leavesIn(const QJsonValue& value)
{
    int count = 0;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue& each : array)
            count += leavesIn(each);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue& each : object)
            count += leavesIn(each);
    } else {
        count = 1;
    }
    return count;
}

struct FullestArguments {
    ArgumentGenerator generator; // that has just made them, and knows their places
    Arguments arguments;
};

// Of valid arguments those that fill most fields. Nothing: the generator could make none.
inline std::optional<FullestArguments> fullestArguments(
    const Operation& operation, const ArgumentGenerator::Judge& judge)
{
    ArgumentGenerator generator(7, judge);
    std::optional<FullestArguments> best;
    for (int i = 0; i < 40; ++i) {
        std::optional<Arguments> made = generator.generate(operation);
        if (made && (!best || leavesIn(toJson(*made)) > leavesIn(toJson(best->arguments))))
            best.emplace(FullestArguments {generator, *std::move(made)});
    }
    return best;
}

} // namespace Telamon
