// SPDX-License-Identifier: GPL-3.0-or-later
// The judgement of what a value is as a whole: its kind, and the rules between its fields.
#include "api/catalog/schema.h"
#include "api/sandbox/bodycheck.h"

#include <QDateTime>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
QString inside(const QString& name, const QString& field)
{
    return name.isEmpty() ? field : QString(name + u'.' + field);
}

QList<InvalidField> problemsOf(const Schema& schema, const QJsonValue& value, const QString& name)
{
    QList<InvalidField> found;
    checkValue(schema, value, name, found);
    return found;
}

bool accepts(const Schema& schema, const QJsonValue& value)
{
    return problemsOf(schema, value, {}).isEmpty();
}

// One kind must take it; oneOf not more than one. What the nearest kind finds wrong is what is said.
void checkKinds(
    const Schema& schema, const QJsonValue& value, const QString& name, QList<InvalidField>& found)
{
    qsizetype fitting = 0;
    QList<InvalidField> nearest;
    for (const Schema* variant : schema.variants) {
        const QList<InvalidField> problems = problemsOf(*variant, value, name);
        if (problems.isEmpty())
            ++fitting;
        else if (nearest.isEmpty() || problems.size() < nearest.size())
            nearest = problems;
    }
    if (fitting == 0)
        found.append(nearest);
    else if (fitting > 1 && schema.unionKind == Schema::Union::OneOf)
        found.append({name, u"The value is of more than one kind."_s});
}

void checkUnion(
    const Schema& schema, const QJsonValue& value, const QString& name, QList<InvalidField>& found)
{
    const QJsonValue kind = value.toObject().value(schema.discriminator);
    if (kind.isUndefined() || schema.discriminatorMapping.isEmpty()) {
        if (!schema.variants.empty())
            checkKinds(schema, value, name, found);
        return;
    }
    if (const Schema* variant = schema.discriminatorMapping.value(kind.toString()))
        checkValue(*variant, value, name, found);
    else
        found.append({inside(name, schema.discriminator), u"The kind is not known."_s});
}

void checkDependents(
    const Schema& schema, const QJsonObject& object, const QString& name, QList<InvalidField>& found)
{
    for (auto rule = schema.dependentRequired.begin(); rule != schema.dependentRequired.end(); ++rule) {
        for (const QString& wanted : rule.value()) {
            if (object.contains(rule.key()) && !object.contains(wanted))
                found.append({inside(name, wanted),
                    u"The field is missing: it goes together with %1."_s.arg(rule.key())});
        }
    }
}

bool isWholeAddress(const QString& text)
{
    QHostAddress address;
    const bool looksRight = text.contains(u':') || text.count(u'.') == 3;
    return looksRight && address.setAddress(text);
}

bool isAddressOrRange(const QString& text)
{
    const QString bits = text.section(u'/', 1);
    bool isNumber = false;
    const int most = text.contains(u':') ? 128 : 32;
    const bool isRange = bits.toInt(&isNumber) >= 0 && isNumber && bits.toInt() <= most;
    return isWholeAddress(text.section(u'/', 0, 0)) && (isRange || !text.contains(u'/'));
}

bool hasRepeatedNames(const QJsonArray& list)
{
    QSet<QString> names;
    return std::any_of(list.begin(), list.end(), [&names](const auto& entry) {
        const QString name = entry[u"name"_s].toString();
        if (names.contains(name))
            return true;
        if (entry[u"name"_s].isString())
            names.insert(name);
        return false;
    });
}

bool isNamespace(const QString& text)
{
    return !text.section(u'.', 0, 0).isEmpty() && !text.section(u'.', 1).isEmpty();
}

bool isReserved(const QString& name)
{
    return name.startsWith("lucene."_L1) || name.startsWith("builtin."_L1) || name.startsWith("mongodb."_L1);
}

QDateTime timeIn(const QJsonValue& value, const QString& field)
{
    return QDateTime::fromString(value[field].toString(), Qt::ISODateWithMs);
}

void checkNamedRule(
    const QString& rule, const QJsonValue& value, const QString& name, QList<InvalidField>& found)
{
    if (rule == "ipAddress"_L1) {
        if (value.isString() && !isWholeAddress(value.toString()))
            found.append({name, u"The text is not an address."_s});
    } else if (rule == "addressOrRange"_L1) {
        if (!isAddressOrRange(value.toString()))
            found.append({name, u"The text is neither an address nor a range."_s});
    } else if (rule == "jsonObject"_L1) {
        if (!QJsonDocument::fromJson(value.toString().toUtf8()).isObject())
            found.append({name, u"The text is not a JSON object."_s});
    } else if (rule == "uniqueNames"_L1) {
        if (hasRepeatedNames(value.toArray()))
            found.append({name, u"Two entries have the same name."_s});
    } else if (rule == "namespace"_L1) {
        if (!isNamespace(value.toString()))
            found.append({name, u"The text is not a database and a collection."_s});
    } else if (rule == "noReservedPrefix"_L1) {
        if (isReserved(value.toString()))
            found.append({name, u"The name is reserved."_s});
    } else if (rule == "startBeforeEnd"_L1) {
        const QJsonValue start = value[u"start"_s];
        const QJsonValue end = value[u"end"_s];
        if (start.isDouble() && end.isDouble() && start.toDouble() >= end.toDouble())
            found.append({inside(name, u"end"_s), u"The end is not after the start."_s});
    } else if (rule == "minDateBeforeMaxDate"_L1) {
        const QDateTime first = timeIn(value, u"minDate"_s);
        const QDateTime last = timeIn(value, u"maxDate"_s);
        if (first.isValid() && last.isValid() && first > last)
            found.append({inside(name, u"maxDate"_s), u"The date is before the first one."_s});
    } else if (rule != "withinFourWeeks"_L1) { // that is counted from the pin, which the route knows
        found.append({name, u"The service does not know the rule %1."_s.arg(rule)});
    }
}
} // namespace

void checkRules(
    const Schema& schema, const QJsonValue& value, const QString& name, QList<InvalidField>& found)
{
    checkUnion(schema, value, name, found);
    if (value.isObject())
        checkDependents(schema, value.toObject(), name, found);
    for (const ConditionalRule& rule : schema.rules) {
        const Schema* branch = !rule.when || accepts(*rule.when, value) ? rule.then : rule.otherwise;
        if (branch)
            checkValue(*branch, value, name, found);
    }
    if (schema.negated && accepts(*schema.negated, value))
        found.append({name, u"The value is not allowed here."_s});
    for (const QString& rule : schema.namedRules)
        checkNamedRule(rule, value, name, found);
}

} // namespace Telamon::Sandbox
