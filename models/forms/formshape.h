// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/operation.h"

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>

#include <unordered_map>
#include <vector>

namespace Telamon {

// What an operation's schemas say about the places of one use of it, {"parameters": {...}, "body": ...}:
// which fields there are, what each may hold and whether it has to be there. It follows the chosen variant of
// each union and the conditional rules that apply to the values. A value; what it was asked once it
// remembers.
class FormShape {
public:
    using Choices = QHash<QString, int>; // pointer of a union -> variant

    FormShape(const Operation& operation, const QJsonValue& use, const Choices& choices);

    const QJsonValue& use() const { return m_use; }
    // Null where nothing is described.
    const Schema* schema(const QString& pointer) const;
    bool isRequired(const QString& pointer) const;
    // The same where only these members stand beside it.
    bool isRequiredBeside(const QString& pointer, const QJsonObject& members) const;
    bool isReadOnly(const QString& pointer) const;
    // Whether the place is an array, a union or marked: it is sent as a whole.
    bool isWhole(const QString& pointer) const;
    // To show: without what is readOnly, wire options, and what choosing a variant sets by itself.
    QStringList fields(const QString& pointer) const;

    bool takesKeys(const QString& pointer) const; // members whose names a person chooses

    // A variant that is a union itself stands for its own variants.
    QList<const Schema*> variants(const QString& pointer) const;
    int variant(const QString& pointer) const; // -1: not decided
    int variantByValue(const QString& pointer, const QJsonValue& value) const;
    // What a value has to hold so that it is this variant and no other.
    QJsonObject fixedMembers(const QString& pointer, int variant, const QJsonObject& value) const;
    // What a variant says about one of its members; null where it does not know it.
    const Schema* memberOf(const QString& pointer, int variant, const QString& name) const;

    // The outermost places inside this one whose fields, items, variant or description were others before.
    QStringList differences(const FormShape& before, const QString& pointer) const;
    bool saysTheSame(const FormShape& before, const QString& pointer) const;

private:
    enum class Role { Stated, Variant, Rule };
    struct Speaker {
        const Schema* schema = nullptr;
        Role role = Role::Stated;
    };
    using Schemas = std::vector<const Schema*>;
    struct Place {
        QJsonValue value {QJsonValue::Undefined};
        Schemas stated; // the most telling first
        std::vector<Speaker> speakers; // those and the variants and rules that hold
        const Schema* unionSchema = nullptr; // the first one
        std::vector<Schemas> chains; // its variants: from the outermost union's to the innermost
        int variant = -1;
    };

    const Place& place(const QString& pointer) const;
    Schemas statedAt(const QString& pointer) const;
    static Schemas statedMember(const Place& parent, const QString& name);
    void addSpeaker(Place& place, const QString& pointer, const Schema& schema, Role role) const;
    void addVariant(Place& place, const QString& pointer, const Schema& schema) const;
    static bool isSetByVariant(const Place& place, const QString& name);
    QStringList parameterNames() const;

    const Operation* m_operation;
    QJsonValue m_use;
    Choices m_choices;
    mutable std::unordered_map<QString, Place> m_places;
};

} // namespace Telamon
