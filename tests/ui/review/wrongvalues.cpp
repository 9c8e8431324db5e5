// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/review/wrongvalues.h"

#include "api/catalog/argumentsjson.h"
#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

// The first that a place knows is taken: what is told of a value says more than that there is none.
int rankOf(const Mutation& mutation)
{
    static const QStringList rules {u"withinFourWeeks"_s, u"noReservedPrefix"_s, u"namespace"_s,
        u"jsonObject"_s, u"addressOrRange"_s, u"ipAddress"_s, u"pattern"_s, u"maximum"_s,
        u"exclusiveMaximum"_s, u"format"_s, u"minimum"_s, u"exclusiveMinimum"_s, u"minLength"_s,
        u"maxLength"_s, u"multipleOf"_s, u"minItems"_s, u"uniqueNames"_s, u"maxItems"_s, u"enum"_s,
        u"required"_s};
    return int(rules.indexOf(mutation.rule));
}

// As somebody may type it.
bool isTypable(const QJsonValue& value)
{
    const QString text = value.toString();
    return std::none_of(
        text.cbegin(), text.cend(), [](QChar each) { return each.category() == QChar::Other_Control; });
}

bool isShown(const FormModel& model, const QString& pointer)
{
    const QStringList tokens = pointerTokens(pointer);
    QString at;
    for (const QString& token : tokens) {
        const QString child = childPointer(at, token);
        const bool isItem = model.value(at).isArray() && !model.value(child).isUndefined();
        if (!at.isEmpty() && !isItem && !model.fields(at).contains(token))
            return false;
        at = child;
    }
    return tokens.size() > 1 && model.isEditable(pointer);
}

// The member that a mutation added to what was valid at its place.
QString addedMember(const Mutation& mutation, const QJsonObject& valid)
{
    const QJsonObject before = valueAt(valid, mutation.pointer).toObject();
    const QJsonObject after = valueAt(toJson(mutation.arguments), mutation.pointer).toObject();
    const QStringList names = after.keys();
    const auto added = std::find_if(
        names.cbegin(), names.cend(), [&before](const QString& each) { return !before.contains(each); });
    return added == names.cend() ? QString() : *added;
}

} // namespace

QStringList setWrongValues(FormModel& model, const Arguments& valid, const QList<Mutation>& mutations,
    const std::function<bool(const Arguments&)>& refuses)
{
    constexpr qsizetype mostEntries = 12; // more show nothing more
    const QJsonObject use = toJson(valid);
    const QJsonObject parameters = use.value("parameters"_L1).toObject();
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        model.setValue(childPointer(u"/parameters"_s, it.key()), it.value());
    if (valid.body)
        model.layOver(u"/body"_s, *valid.body);
    QStringList places;
    QMap<QString, const Mutation*> chosen; // what is around a place comes before it
    for (const Mutation& each : mutations) {
        const QJsonValue value = valueAt(toJson(each.arguments), each.pointer);
        if (!each.isCertain || rankOf(each) < 0 || !isTypable(value) || !isShown(model, each.pointer)
            || value.toArray().size() > mostEntries)
            continue;
        const Mutation*& best = chosen[each.pointer];
        if (!best || rankOf(each) < rankOf(*best))
            best = &each;
    }
    for (auto it = chosen.cbegin(); it != chosen.cend(); ++it) {
        const auto next = std::next(it);
        const bool isAround = next != chosen.cend() && isInside(next.key(), it.key());
        if (isAround || !isShown(model, it.key()))
            continue;
        model.setValue(it.key(), valueAt(toJson(it.value()->arguments), it.key()));
        places.append(it.key());
    }
    QSet<QString> joined;
    for (const Mutation& each : mutations) {
        const QString name = each.isCertain ? QString() : addedMember(each, use);
        const QString place = childPointer(each.pointer, name);
        if (name.isEmpty() || joined.contains(each.pointer) || !isShown(model, place)
            || !model.value(place).isUndefined() || !refuses(each.arguments))
            continue;
        model.setValue(place, valueAt(toJson(each.arguments), place));
        joined.insert(each.pointer);
        places.append(place);
    }
    return places;
}

} // namespace Telamon
