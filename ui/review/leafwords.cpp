// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/leafwords.h"

#include "api/catalog/jsonpointer.h"
#include "api/records/plaintext.h"
#include "models/celltext.h"
#include "models/rolewords.h"
#include "ui/forms/valuetext.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

bool isListed(const SchemaSet& schemas, const QJsonValue& value)
{
    return std::any_of(schemas.cbegin(), schemas.cend(), [&value](const Schema* schema) {
        return schema->enumValues.contains(value) || (schema->constant && *schema->constant == value);
    });
}

bool isOnlyValue(const Schema& schema, const QJsonValue& value)
{
    return (schema.constant && *schema.constant == value)
        || (schema.enumValues.size() == 1 && schema.enumValues.first() == value);
}

// Of a value that is a variant of its own: "All fields" for true.
QString titleOfValue(const SchemaSet& schemas, const QJsonValue& value)
{
    for (const Schema* schema : schemas) {
        for (const Schema* variant : schema->variants) {
            if (variant->constant && *variant->constant == value && !variant->title.isEmpty())
                return variant->title;
        }
    }
    return {};
}

} // namespace

LeafWords::LeafWords(const Review& review) : m_state(review.state)
{
    if (review.operation && review.operation->requestSchema)
        m_body = {review.operation->requestSchema};
}

QList<FieldStep> LeafWords::stepsTo(const QString& pointer) const
{
    const QString root = pointerTokens(pointer).value(0);
    return fieldSteps(root == "body"_L1 ? m_body : root == "before"_L1 ? m_state : SchemaSet(), pointer);
}

// What a value says that decides between variants: the variant's title.
QString LeafWords::variantTitleOf(const FieldStep& step, const QJsonValue& value)
{
    for (const Schema* schema : step.parent) {
        const Schema* mapped = schema->discriminator == step.token
            ? schema->discriminatorMapping.value(value.toString(), nullptr)
            : nullptr;
        if (mapped && !mapped->title.isEmpty())
            return mapped->title;
        for (const Schema* variant : schema->variants) {
            const Schema* property = variant->property(step.token);
            if (property && !variant->title.isEmpty() && isOnlyValue(*property, value))
                return variant->title;
        }
    }
    return {};
}

QString LeafWords::scalarText(
    const FieldStep& step, const QJsonValue& value, const QHash<QString, QString>& names)
{
    if (value.isUndefined())
        return tr("—");
    if (const QString title = titleOfValue(step.stated, value); !title.isEmpty())
        return visibleText(title);
    if (value.isBool())
        return value.toBool() ? tr("yes") : tr("no");
    if (!value.isString())
        return valueText(value);
    const QString text = value.toString();
    if (text.isEmpty())
        return tr("“” (empty)");
    const SchemaSet schemas = withSiblings(step.stated);
    const auto isAny = [&schemas](auto test) { return std::any_of(schemas.cbegin(), schemas.cend(), test); };
    if (const QString name = names.value(text);
        !name.isEmpty() && isAny([](const Schema* schema) { return !schema->picker.isEmpty(); }))
        return visibleText(name);
    if (const QString title = variantTitleOf(step, value); !title.isEmpty())
        return visibleText(title);
    const bool isRole = step.name.startsWith("role"_L1);
    if (const QString role = isRole ? roleWords(text) : text; role != text)
        return visibleText(role);
    if (isListed(schemas, value))
        return choiceText(step.name, value);
    const QDateTime time = isAny([](const Schema* schema) { return schema->format == "date-time"_L1; })
        ? QDateTime::fromString(text, Qt::ISODateWithMs)
        : QDateTime();
    if (!time.isValid())
        return edgedText(valueText(value));
    // The form has it in UTC, and the request.
    return u"%1 %2"_s.arg(momentText(time.toMSecsSinceEpoch()), time.toLocalTime().timeZoneAbbreviation());
}

QString LeafWords::path(const QString& pointer) const
{
    const QString path = fieldPath(stepsTo(pointer));
    return path.isEmpty() ? visibleText(pointer.mid(1)) : path;
}

QString LeafWords::rawPath(const QString& pointer) const
{
    return rawFieldPath(stepsTo(pointer));
}

QString LeafWords::value(
    const QString& pointer, const QJsonValue& value, const QHash<QString, QString>& names) const
{
    const QList<FieldStep> steps = stepsTo(pointer);
    const FieldStep step = steps.isEmpty() ? FieldStep() : steps.constLast();
    if (!value.isArray())
        return scalarText(step, value, names);
    QStringList parts;
    const QJsonArray array = value.toArray();
    const FieldStep element {
        step.name, {}, withSiblings(step.stated), schemasOfItems(withSiblings(step.stated)), true};
    for (const QJsonValue& each : array) {
        if (each.isObject() || each.isArray())
            return valueText(value);
        parts.append(scalarText(element, each, names));
    }
    return parts.isEmpty() ? tr("(empty)") : parts.join(u", "_s);
}

QString LeafWords::picker(const QString& pointer) const
{
    const QList<FieldStep> steps = stepsTo(pointer);
    const SchemaSet schemas = steps.isEmpty() ? SchemaSet() : withSiblings(steps.constLast().stated);
    const auto found = std::find_if(
        schemas.cbegin(), schemas.cend(), [](const Schema* schema) { return !schema->picker.isEmpty(); });
    return found == schemas.cend() ? QString() : (*found)->picker;
}

} // namespace Telamon
