// SPDX-License-Identifier: GPL-3.0-or-later
// Editing: values, variants, items and keys.
#include "api/catalog/jsonpointer.h"
#include "models/forms/emptyvalue.h"
#include "models/forms/formmodel.h"
#include "models/forms/placekeys.h"
#include "models/forms/variantswitch.h"

#include <numeric>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

bool isNear(const QString& one, const QString& other)
{
    return isInside(one, other) || isInside(other, one);
}

} // namespace

// Every change goes through here.
void FormModel::change(const QString& pointer, const FormState& next)
{
    const FormShape before = m_shape;
    const QSet<QString> required = requiredNear(pointer);
    m_state = next;
    m_shape = shapeOf(m_state);
    // A value that says which variant it is has the last word.
    bool isOtherwise = false;
    for (auto it = m_state.choices.begin(); it != m_state.choices.end(); ++it) {
        const int decided =
            isNear(it.key(), pointer) ? m_shape.variantByValue(it.key(), value(it.key())) : -1;
        isOtherwise |= decided >= 0 && decided != it.value();
        if (decided >= 0)
            it.value() = decided;
    }
    isOtherwise |= hideAndBringBack(pointer, before);
    if (isOtherwise)
        m_shape = shapeOf(m_state);
    m_serviceViolations.removeIf(
        [&pointer](const Violation& violation) { return isNear(violation.pointer, pointer); });
    invalidate();
    Q_EMIT valueChanged(pointer);
    announceStructure(pointer, before);
    const QSet<QString> now = requiredNear(pointer);
    const QSet<QString> others = (required - now) + (now - required); // each is marked, or not any more
    for (const QString& each : others)
        Q_EMIT valueChanged(each);
}

// Fields that no rule brings in any more would be sent without being seen.
bool FormModel::hideAndBringBack(const QString& pointer, const FormShape& before)
{
    bool isOtherwise = false;
    for (QString parent = parentPointer(pointer); !parent.isEmpty(); parent = parentPointer(parent)) {
        if (m_shape.saysTheSame(before, parent))
            continue;
        const QJsonObject members = value(parent).toObject();
        for (auto it = members.constBegin(); it != members.constEnd(); ++it) {
            const QString child = childPointer(parent, it.key());
            if (isInside(pointer, child) || m_shape.schema(child) != nullptr
                || before.schema(child) == nullptr)
                continue;
            m_state.hidden.insert(child, it.value());
            m_state.use = withValueAt(m_state.use, child, QJsonValue(QJsonValue::Undefined));
            isOtherwise = true;
        }
        const QStringList hidden = m_state.hidden.keys();
        for (const QString& child : hidden) {
            if (parentPointer(child) != parent || m_shape.schema(child) == nullptr)
                continue;
            const QJsonValue value = m_state.hidden.take(child);
            if (this->value(child).isUndefined())
                m_state.set(child, value);
            isOtherwise = true;
        }
    }
    return isOtherwise;
}

void FormModel::announceStructure(const QString& pointer, const FormShape& before)
{
    QStringList changed;
    QString widest;
    for (QString parent = parentPointer(pointer); !parent.isEmpty(); parent = parentPointer(parent)) {
        if (!m_shape.saysTheSame(before, parent))
            widest = parent;
        else if (m_shape.fields(parent) != before.fields(parent))
            changed.append(parent);
    }
    if (widest.isEmpty())
        changed.append(m_shape.differences(before, pointer));
    else
        changed.append(m_shape.differences(before, widest));
    changed.removeDuplicates();
    for (const QString& place : std::as_const(changed))
        Q_EMIT structureChanged(place);
}

void FormModel::setValue(const QString& pointer, const QJsonValue& value)
{
    if (isFixed(pointer) || pointer.isEmpty() || pointer == "/parameters"_L1)
        return;
    if (this->value(pointer) == value && this->value(pointer).type() == value.type()
        && !m_state.unreadable.contains(pointer)) {
        m_state.made.remove(pointer); // now on purpose
        return;
    }
    FormState next = m_state;
    // A union whose variant the values had decided stays that while they are edited.
    for (QString place = pointer; !place.isEmpty(); place = parentPointer(place)) {
        if (m_shape.variant(place) >= 0)
            next.choices.insert(place, m_shape.variant(place));
    }
    next.choices.removeIf([&](const auto& entry) {
        return isInside(entry.key(), pointer) && (value.isUndefined() || entry.key() != pointer);
    });
    for (QString list = parentPointer(pointer); !list.isEmpty(); list = parentPointer(list)) {
        const Schema* described = next.value(list).isUndefined() ? schema(list) : nullptr;
        if (described != nullptr && described->types == Schema::Type::Array)
            next.set(list, QJsonArray());
    }
    next.set(pointer, value);
    change(pointer, next);
}

void FormModel::layOver(const QString& pointer, const QJsonValue& value)
{
    const QJsonObject members = value.toObject();
    if (members.isEmpty() || !this->value(pointer).isObject() || m_shape.isWhole(pointer)) {
        setValue(pointer, value);
        return;
    }
    for (auto it = members.constBegin(); it != members.constEnd(); ++it)
        layOver(childPointer(pointer, it.key()), it.value());
}

void FormModel::resetToStart(const QString& pointer)
{
    const QJsonValue start = startValue(pointer);
    FormState next = m_state;
    forgetInside(next.choices, pointer);
    forgetInside(next.stash, pointer);
    forgetInside(next.hidden, pointer);
    next.set(pointer, start);
    change(pointer, next);
}

void FormModel::setVariant(const QString& pointer, int index)
{
    if (index >= variants(pointer).size() || index == variant(pointer) || isFixed(pointer))
        return;
    FormState next = m_state;
    switchVariant(next, m_shape, pointer, index);
    change(pointer, next);
}

void FormModel::replaceItems(const QString& pointer, const QJsonValue& items, const QList<int>& origins)
{
    if (isFixed(pointer))
        return;
    FormState next = m_state;
    next.replaceItems(pointer, items, origins);
    for (Violation& violation : m_serviceViolations)
        violation.pointer = movedPointer(violation.pointer, pointer, origins).value_or(pointer);
    QSet<QString> touched;
    for (const QString& place : std::as_const(m_touched)) {
        if (const std::optional<QString> moved = movedPointer(place, pointer, origins))
            touched.insert(*moved);
    }
    m_touched = touched;
    change(pointer, next);
    Q_EMIT structureChanged(pointer);
}

void FormModel::insertItem(const QString& pointer, int index, const QJsonValue& value)
{
    QJsonArray items = this->value(pointer).toArray();
    if (index < 0 || index > items.size())
        return;
    QList<int> origins(items.size());
    std::iota(origins.begin(), origins.end(), 0);
    origins.insert(index, -1);
    const Schema* described = schema(childPointer(pointer, index));
    const Schema* list = schema(pointer);
    if (described == nullptr && list != nullptr)
        described = list->items;
    items.insert(index, value.isUndefined() ? emptyItem(described) : value);
    replaceItems(pointer, items, origins);
}

void FormModel::removeItem(const QString& pointer, int index)
{
    QJsonArray items = value(pointer).toArray();
    if (index < 0 || index >= items.size())
        return;
    QList<int> origins(items.size());
    std::iota(origins.begin(), origins.end(), 0);
    origins.removeAt(index);
    items.removeAt(index);
    replaceItems(pointer, items, origins);
}

void FormModel::moveItem(const QString& pointer, int from, int to)
{
    QJsonArray items = value(pointer).toArray();
    const int count = int(items.size());
    if (from < 0 || to < 0 || from >= count || to >= count || from == to)
        return;
    QList<int> origins(count);
    std::iota(origins.begin(), origins.end(), 0);
    origins.move(from, to);
    const QJsonValue moved = items.takeAt(from);
    items.insert(to, moved);
    replaceItems(pointer, items, origins);
}

bool FormModel::insertKey(const QString& pointer, const QString& name, const QJsonValue& value)
{
    const QString child = childPointer(pointer, name);
    if (name.isEmpty() || isFixed(pointer) || !this->value(child).isUndefined())
        return false;
    setValue(child, value.isUndefined() ? emptyMember(schema(child)) : value);
    return true;
}

void FormModel::removeKey(const QString& pointer, const QString& name)
{
    setValue(childPointer(pointer, name), QJsonValue(QJsonValue::Undefined));
}

bool FormModel::renameKey(const QString& pointer, const QString& from, const QString& to)
{
    const QString old = childPointer(pointer, from);
    const QString renamed = childPointer(pointer, to);
    if (to.isEmpty() || isFixed(pointer) || value(old).isUndefined() || !value(renamed).isUndefined())
        return false;
    FormState next = m_state;
    next.rename(old, renamed);
    change(pointer, next);
    return true;
}

void FormModel::setUnfinished(const QString& pointer, const QString& sentence)
{
    if (m_unfinished.value(pointer) == sentence)
        return;
    if (sentence.isEmpty())
        m_unfinished.remove(pointer);
    else
        m_unfinished.insert(pointer, sentence);
    invalidate();
}

void FormModel::setDoubt(const QString& pointer, const QString& sentence)
{
    const QPair<QJsonValue, QString> doubt {value(pointer), sentence};
    if (sentence.isEmpty() ? !m_doubts.contains(pointer) : m_doubts.value(pointer) == doubt)
        return;
    if (sentence.isEmpty())
        m_doubts.remove(pointer);
    else
        m_doubts.insert(pointer, doubt);
    invalidate();
}

void FormModel::setUnreadable(const QString& pointer, const QString& text, const QString& sentence)
{
    if (isFixed(pointer))
        return;
    FormState next = m_state;
    // Taking an entry of a list away would move the others, and a member of a map its name with it.
    const QString parent = parentPointer(pointer);
    const QString key = pointerTokens(pointer).constLast();
    const Schema* described = schema(parent);
    const bool isMember = described && !described->property(key) && value(parent).toObject().contains(key);
    const bool isEntry = value(parent).isArray() || isMember;
    next.use = withValueAt(next.use, pointer, QJsonValue(isEntry ? QJsonValue::Null : QJsonValue::Undefined));
    next.unreadable.remove(pointer);
    if (!sentence.isEmpty())
        next.unreadable.insert(pointer, {text, sentence});
    change(pointer, next);
}

} // namespace Telamon
