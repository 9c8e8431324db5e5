// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/parameternames.h"

#include "models/forms/formmodel.h"

using namespace Qt::StringLiterals;

namespace Telamon {

QStringList parameterNames(const FormModel& model)
{
    const QStringList names = model.fields(u"/parameters"_s);
    QStringList path;
    QStringList query;
    for (const QString& name : names) {
        const Parameter* parameter = model.operation().parameter(name);
        (parameter && parameter->in == Parameter::In::Path ? path : query).append(name);
    }
    return path + query;
}

QStringList wireOptions(const FormModel& model)
{
    QStringList names;
    for (const Parameter& each : model.operation().parameters) {
        if (each.isWireOption)
            names.append(each.name);
    }
    return names;
}

} // namespace Telamon
