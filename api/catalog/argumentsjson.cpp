// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/argumentsjson.h"

namespace Telamon {

using namespace Qt::StringLiterals;

QJsonObject toJson(const Arguments& arguments)
{
    QJsonObject parameters;
    for (auto it = arguments.parameters.cbegin(); it != arguments.parameters.cend(); ++it) {
        if (!it->isUndefined())
            parameters.insert(it.key(), it.value());
    }
    QJsonObject use {{u"parameters"_s, parameters}};
    if (arguments.body && !arguments.body->isUndefined())
        use.insert(u"body"_s, *arguments.body);
    return use;
}

Arguments argumentsFromJson(const QJsonObject& use)
{
    Arguments arguments;
    const QJsonObject parameters = use.value("parameters"_L1).toObject();
    for (auto it = parameters.constBegin(); it != parameters.constEnd(); ++it)
        arguments.parameters.insert(it.key(), it.value());
    const QJsonValue body = use.value("body"_L1);
    if (!body.isUndefined())
        arguments.body = body;
    return arguments;
}

} // namespace Telamon
