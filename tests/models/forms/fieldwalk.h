// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"

#include <QJsonArray>

#include <functional>

namespace Telamon {

// Every field that a form of the operation may show: each variant of each union, one entry of each list.
// Visited while the form is in the state that shows it.
class FieldWalk {
public:
    using Visit = std::function<void(FormModel& form, const QString& pointer)>;

    FieldWalk(const Operation& operation, Visit visit) : m_form(operation), m_visit(std::move(visit)) { }

    void walk()
    {
        walkInside(QStringLiteral("/parameters"), 0);
        if (m_form.operation().requestSchema)
            walkValue(QStringLiteral("/body"), 0);
    }

private:
    static constexpr int deepest = 9;

    void walkInside(const QString& pointer, int depth)
    {
        const QStringList names = m_form.fields(pointer);
        for (const QString& name : names) {
            const QString child = childPointer(pointer, name);
            m_visit(m_form, child);
            if (depth < deepest && pointer != QLatin1StringView("/parameters"))
                walkValue(child, depth + 1);
        }
    }
    void walkValue(const QString& pointer, int depth)
    {
        const QJsonValue before = m_form.value(pointer);
        const int variants = int(m_form.variants(pointer).size());
        for (int i = 0; i < variants; ++i) {
            m_form.setVariant(pointer, i);
            walkInside(pointer, depth);
        }
        const Schema* schema = m_form.schema(pointer);
        if (variants == 0 && schema && schema->types == Schema::Type::Array && schema->items) {
            m_form.setValue(pointer, QJsonArray());
            m_form.insertItem(pointer, 0);
            const QString item = childPointer(pointer, 0);
            if (depth < deepest)
                walkValue(item, depth + 1);
        } else if (variants == 0 && schema && schema->types.testFlag(Schema::Type::Object)) {
            if (!before.isObject())
                m_form.setValue(pointer, QJsonObject());
            walkInside(pointer, depth);
        }
        m_form.setValue(pointer, before);
    }

    FormModel m_form;
    Visit m_visit;
};

} // namespace Telamon
