// SPDX-License-Identifier: GPL-3.0-or-later
// Objects, unions and the rules between fields, checked for Validator.
#include "api/catalog/jsonpointer.h"
#include "api/catalog/validator.h"
#include "api/catalog/variant.h"

#include <QHash>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

QString namesOf(const QMap<QString, const Schema*>& mapping)
{
    const QStringList names = mapping.keys();
    return names.join(u", "_s);
}

QString nameOf(const Schema& variant)
{
    return variant.title.isEmpty() ? variant.name : variant.title;
}

} // namespace

void Validator::checkObject(const Schema& schema, const QJsonObject& object, const QString& pointer)
{
    if (schema.minProperties && object.size() < *schema.minProperties)
        add(pointer, u"minProperties"_s, tr("number of fields: at least %1").arg(*schema.minProperties));
    if (schema.maxProperties && object.size() > *schema.maxProperties)
        add(pointer, u"maxProperties"_s, tr("number of fields: at most %1").arg(*schema.maxProperties));
    checkRequired(schema, object, pointer);
    QHash<QString, const Schema*> known;
    known.reserve(qsizetype(schema.properties.size()));
    for (const Property& property : schema.properties)
        known.insert(property.name, property.schema);
    for (auto field = object.constBegin(); field != object.constEnd(); ++field) {
        const QString fieldPointer = childPointer(pointer, field.key());
        if (const Schema* property = known.value(field.key(), nullptr)) {
            if (property->isReadOnly && m_purpose == Purpose::Request)
                add(fieldPointer, u"readOnly"_s, tr("is set by the service and cannot be sent"));
            else
                check(*property, field.value(), fieldPointer);
        } else if (!schema.allowsAdditionalProperties) {
            add(fieldPointer, u"additionalProperties"_s, tr("is not a field of this"));
        } else if (schema.additionalProperties != nullptr) {
            check(*schema.additionalProperties, field.value(), fieldPointer);
        }
    }
}

// What a person calls a member of the object that is being checked.
QString Validator::titleOf(const QString& name) const
{
    for (auto it = m_around.crbegin(); it != m_around.crend() && it->second == m_around.back().second; ++it) {
        const Schema* member = it->first->property(name);
        if (member != nullptr && !member->title.isEmpty())
            return member->title;
    }
    return name;
}

void Validator::checkRequired(const Schema& schema, const QJsonObject& object, const QString& pointer)
{
    const auto isMissing = [&](const QString& name) {
        if (object.contains(name))
            return false;
        const Schema* property = schema.property(name);
        // What only the service sets is required of answers only.
        return m_purpose != Purpose::Request || property == nullptr || !property->isReadOnly;
    };
    for (const QString& name : schema.required) {
        if (isMissing(name))
            add(childPointer(pointer, name), u"required"_s, tr("is required"));
    }
    QMap<QString, QStringList> dependent; // missing -> what it goes together with
    for (auto it = schema.dependentRequired.cbegin(); it != schema.dependentRequired.cend(); ++it) {
        if (!object.contains(it.key()))
            continue;
        for (const QString& name : it.value()) {
            if (isMissing(name) && !schema.required.contains(name))
                dependent[name].append(titleOf(it.key()));
        }
    }
    for (auto it = dependent.cbegin(); it != dependent.cend(); ++it) {
        add(childPointer(pointer, it.key()), u"dependentRequired"_s,
            tr("is required together with %1").arg(it.value().join(u", "_s)));
    }
}

Violations Validator::tried(const Schema& schema, const QJsonValue& value, const QString& pointer)
{
    Violations before = std::exchange(m_violations, {});
    const Violations advice = m_advice;
    check(schema, value, pointer);
    m_advice = advice;
    return std::exchange(m_violations, std::move(before));
}

void Validator::checkAdvice(const Schema& schema, const QJsonValue& value, const QString& pointer)
{
    Violations broken = tried(*schema.advice, value, pointer);
    broken.removeIf([](const Violation& each) { return each.isUnchecked; });
    const QString& told = schema.advice->description; // of all of it together
    if (!told.isEmpty() && !broken.isEmpty())
        broken = {Violation {pointer, {}, told}};
    for (const Violation& each : std::as_const(broken)) {
        const QString sentence =
            told.isEmpty() ? tr("%1 (else the service may not take it)").arg(each.sentence) : told;
        m_advice.append({each.pointer, adviceRule(), sentence, true});
    }
}

Validator::Fit Validator::fitOf(const Violations& violations)
{
    if (violations.isEmpty())
        return Fit::Yes;
    const bool isBroken = std::any_of(violations.begin(), violations.end(),
        [](const Violation& violation) { return !violation.isUnchecked; });
    return isBroken ? Fit::No : Fit::Unknown;
}

void Validator::checkUnion(const Schema& schema, const QJsonValue& value, const QString& pointer)
{
    if (schema.unionKind == Schema::Union::None)
        return;
    if (!schema.discriminator.isEmpty() && value.isObject()) {
        if (const Schema* variant = resolveVariant(schema, value)) {
            check(*variant, value, pointer);
            return;
        }
        const QJsonValue given = value.toObject().value(schema.discriminator);
        const QString place = childPointer(pointer, schema.discriminator);
        if (!given.isUndefined()) {
            add(place, u"discriminator"_s,
                tr("must be one of: %1").arg(namesOf(schema.discriminatorMapping)));
            return;
        }
    }
    QStringList fitting;
    Violations unchecked;
    const Schema* taken = nullptr;
    for (const Schema* variant : schema.variants) {
        const Violations broken = tried(*variant, value, pointer);
        if (fitOf(broken) == Fit::No)
            continue;
        unchecked.append(broken);
        fitting.append(nameOf(*variant));
        taken = variant;
        if (broken.isEmpty() && schema.unionKind == Schema::Union::AnyOf) {
            unchecked.clear();
            break;
        }
    }
    if (fitting.isEmpty()) {
        reportNoFit(schema, value, pointer);
    } else if (fitting.size() > 1 && schema.unionKind == Schema::Union::OneOf && unchecked.isEmpty()) {
        fitting.removeAll(QString());
        add(pointer, u"oneOf"_s, tr("fits more than one kind: %1").arg(fitting.join(u", "_s)));
    } else if (m_collectsAdvice && taken) {
        check(*taken, value, pointer); // breaks nothing, and has its own advice
    } else {
        m_violations.append(unchecked);
    }
}

// The variant that was meant says best what is wrong.
void Validator::reportNoFit(const Schema& schema, const QJsonValue& value, const QString& pointer)
{
    if (const Schema* meant = resolveVariant(schema, value)) {
        check(*meant, value, pointer);
        return;
    }
    QStringList names;
    for (const Schema* variant : schema.variants)
        names.append(nameOf(*variant));
    names.removeAll(QString());
    const QString rule = schema.unionKind == Schema::Union::OneOf ? u"oneOf"_s : u"anyOf"_s;
    if (!schema.discriminator.isEmpty() && value.isObject()) {
        add(childPointer(pointer, schema.discriminator), u"required"_s,
            tr("is required, one of: %1").arg(namesOf(schema.discriminatorMapping)));
    } else {
        add(pointer, rule,
            names.isEmpty() ? tr("is none of the kinds allowed here")
                            : tr("is none of: %1").arg(names.join(u", "_s)));
    }
}

void Validator::checkRules(const Schema& schema, const QJsonValue& value, const QString& pointer)
{
    const auto fit = [&](const Schema& condition) {
        // A condition asks what is there, not whether it may be sent.
        const Purpose purpose = std::exchange(m_purpose, Purpose::Any);
        const Fit result = fitOf(tried(condition, value, pointer));
        m_purpose = purpose;
        return result;
    };
    for (const ConditionalRule& rule : schema.rules) {
        const Fit applies = rule.when != nullptr ? fit(*rule.when) : Fit::Yes;
        const Schema* branch = applies == Fit::Yes ? rule.then : rule.otherwise;
        if (applies == Fit::Unknown)
            addUnchecked(pointer, u"if"_s, tr("a condition could not be checked"));
        else if (branch != nullptr)
            check(*branch, value, pointer);
    }
    if (schema.negated == nullptr)
        return;
    const Fit negated = fit(*schema.negated);
    if (negated == Fit::Unknown) {
        addUnchecked(pointer, u"not"_s, tr("a condition could not be checked"));
    } else if (negated == Fit::Yes) {
        QStringList names;
        for (const QString& name : schema.negated->required)
            names.append(titleOf(name));
        add(pointer, u"not"_s,
            !schema.negatedText.isEmpty() ? schema.negatedText
                : names.size() > 1        ? tr("not together: %1").arg(names.join(u", "_s))
                                          : tr("this value is not allowed"));
    }
}

} // namespace Telamon
