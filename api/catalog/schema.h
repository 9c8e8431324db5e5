// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QJsonArray>
#include <QJsonValue>
#include <QMap>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace Telamon {

struct Schema;

struct Property {
    QString name;
    const Schema* schema = nullptr;
};

// A rule between fields that holds for a value as a whole: if/then/else, not, and the branches of an allOf
// that could not be merged.
struct ConditionalRule {
    const Schema* when = nullptr; // null: always
    const Schema* then = nullptr;
    const Schema* otherwise = nullptr;
};

// Fields of a form that belong together, in the order to show them.
struct FieldGroup {
    QString title;
    QStringList fields;
};

// The resolved description of a value. Owned by its Catalog and immutable; references may be cyclic.
// A reader never rejects an answer by it: patterns, enums and limits are for what is sent.
struct Schema {
    enum class Type { Boolean = 0x1, Integer = 0x2, Number = 0x4, String = 0x8, Array = 0x10, Object = 0x20 };
    Q_DECLARE_FLAGS(Types, Type)
    enum class Union { None, OneOf, AnyOf };

    QString name; // of the component, empty for a schema written in place
    QString title;
    QString description;
    Types types; // empty: any
    bool isNullable = false;
    QString format;
    QString pattern;
    QString patternText; // x-pattern-text: what it asks for, for a person
    QRegularExpression expression; // the pattern, ready to match (api/catalog/pattern.h)
    QJsonArray enumValues;
    QJsonArray examples; // offered, where the list of values is not closed
    std::optional<QJsonValue> example; // x-example: what could stand there
    std::optional<QJsonValue> constant;
    std::optional<QJsonValue> defaultValue;
    std::optional<double> minimum;
    std::optional<double> maximum;
    std::optional<double> exclusiveMinimum;
    std::optional<double> exclusiveMaximum;
    std::optional<double> multipleOf;
    std::optional<qint64> minLength; // in code points
    std::optional<qint64> maxLength;
    std::optional<qint64> minItems;
    std::optional<qint64> maxItems;
    bool hasUniqueItems = false;
    const Schema* items = nullptr;
    std::optional<qint64> minProperties;
    std::optional<qint64> maxProperties;
    std::vector<Property> properties; // in the document's order
    QStringList required;
    bool allowsAdditionalProperties = true;
    const Schema* additionalProperties = nullptr;

    Union unionKind = Union::None;
    std::vector<const Schema*> variants;
    QString discriminator; // property name, empty where there is none
    QMap<QString, const Schema*> discriminatorMapping;

    QMap<QString, QStringList> dependentRequired;
    std::vector<ConditionalRule> rules;
    const Schema* negated = nullptr; // "not"
    QString negatedText; // x-not-text: why that is not allowed

    const Schema* advice = nullptr; // x-advice: what the value should keep as well; breaking it stops nothing

    bool isReadOnly = false;
    bool isWriteOnly = false;
    bool isDeprecated = false;
    bool isSecret = false; // x-secret
    bool isReplacedWhole = false; // x-replace: travels whole when any part of it changed
    bool isKept = false; // x-kept: stays as it was read; shown in a form, not edited
    bool isOnlyMadeLater = false; // x-only-later: a time that is there is never brought forward
    QStringList namedRules; // x-rule: what JSON Schema cannot say
    QString picker; // x-picker: the list that its values are picked from
    std::vector<FieldGroup> formGroups; // x-form; a field in none comes after them
    // x-form: field -> switches. Without one of these on, a change asks for the field, given or there
    // already.
    QMap<QString, QStringList> formAsks;

    const Schema* property(QStringView propertyName) const;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(Schema::Types)

} // namespace Telamon
