// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/writedescription.h"

#include "api/catalog/jsonpointer.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

QJsonValue ValueSource::in(const QJsonValue& use) const
{
    return pointer.isEmpty() ? constant : valueAt(use, pointer);
}

bool WriteWarning::concerns(const QJsonValue& use) const
{
    if (when.isEmpty())
        return true;
    const QJsonValue value = valueAt(use, when);
    if (is.isNull()) // where it is known that nothing is there
        return (value.isNull() || value.isUndefined()) && !valueAt(use, parentPointer(when)).isUndefined();
    if (!is.isUndefined())
        return value == is;
    return !value.isUndefined() && !value.isNull() && value != QJsonValue(false);
}

QMap<QString, QJsonValue> RelatedRead::parametersFor(const QJsonValue& use, const QStringList& names) const
{
    QMap<QString, QJsonValue> values;
    for (const QString& name : names) {
        const auto stated = parameters.constFind(name);
        const QJsonValue value = stated != parameters.cend()
            ? stated->in(use)
            : valueAt(use, childPointer(u"/parameters"_s, name));
        if (!value.isUndefined())
            values.insert(name, value);
    }
    return values;
}

QJsonValue RelatedRead::pick(const QJsonValue& answer, const QJsonValue& use) const
{
    if (!list)
        return answer;
    const QJsonArray elements = valueAt(answer, *list).toArray();
    const auto isMeant = [&](const QJsonValue& element) {
        for (auto it = match.cbegin(); it != match.cend(); ++it) {
            if (valueAt(element, it.key()) != it->in(use))
                return false;
        }
        return true;
    };
    const auto found = std::find_if(elements.begin(), elements.end(), isMeant);
    return found == elements.end() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(*found);
}

QJsonValue StateRead::bodyOf(const QJsonValue& state) const
{
    if (body.isEmpty() || state.isUndefined())
        return state;
    QJsonValue shaped(QJsonValue::Undefined);
    for (auto it = body.cbegin(); it != body.cend(); ++it) {
        const QJsonValue part = valueAt(state, it.value());
        if (!part.isUndefined())
            shaped = withValueAt(shaped, it.key(), part);
    }
    return shaped;
}

} // namespace Telamon
