// SPDX-License-Identifier: GPL-3.0-or-later
// What a form is about. What is wrong in it: formmodel_rules.cpp; editing: formmodel_edit.cpp; what comes out
// of it: formmodel_results.cpp.
#include "models/forms/formmodel.h"

#include "api/catalog/jsonpointer.h"
#include "api/catalog/writablepart.h"
#include "models/forms/rulesentence.h"

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

FormModel::FormModel(const Operation& operation, QObject* parent)
    : QObject(parent),
      m_operation(operation),
      m_start(m_state.use),
      m_begun(m_start),
      m_shape(operation, m_state.use, {})
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &FormModel::announceViolations);
}

void FormModel::fixParameter(const QString& name, const QJsonValue& value)
{
    const QString pointer = childPointer(u"/parameters"_s, name);
    m_fixed.insert(pointer);
    m_start = withValueAt(m_start, pointer, value);
    m_begun = m_start;
    FormState next = m_state;
    next.set(pointer, value);
    change(pointer, next);
}

void FormModel::startFrom(const QJsonValue& state)
{
    m_serviceState = state;
    m_serviceBody = m_operation.state ? m_operation.state->bodyOf(state) : state;
    m_violationsAtStart.reset();
    QJsonValue body(QJsonValue::Undefined);
    if (m_operation.requestSchema != nullptr && !m_serviceBody.isUndefined())
        body = writablePart(*m_operation.requestSchema, m_serviceBody);
    // Nothing of it may be sent: then there is no body yet.
    if (body.isObject() && body.toObject().isEmpty() && !m_operation.isRequestRequired)
        body = QJsonValue(QJsonValue::Undefined);
    m_start = withValueAt(m_start, u"/body"_s, body);
    m_fixed.removeIf([](const QString& fixed) { return isInside(fixed, u"/body"_s); });
    if (m_operation.requestSchema != nullptr) {
        for (const Property& property : m_operation.requestSchema->properties) {
            if (property.schema->isKept && body.toObject().contains(property.name))
                m_fixed.insert(childPointer(u"/body"_s, property.name));
        }
    }
    m_begun = m_start;
    FormState next;
    next.use = withValueAt(m_state.use, u"/body"_s, body);
    next.made.insert(u"/body"_s, true);
    change(u"/body"_s, next);
}

// The values with what the service has beside them.
FormShape FormModel::shapeOf(const FormState& state) const
{
    QJsonValue use = state.use;
    if (m_operation.requestSchema != nullptr && !m_serviceBody.isUndefined()) {
        const QJsonValue body =
            withReadOnlyPart(*m_operation.requestSchema, valueAt(use, u"/body"_s), m_serviceBody);
        use = withValueAt(use, u"/body"_s, body);
    }
    return {m_operation, use, state.choices};
}

QJsonValue FormModel::value(const QString& pointer) const
{
    return m_state.value(pointer);
}

QJsonValue FormModel::startValue(const QString& pointer) const
{
    return valueAt(m_start, pointer);
}

bool FormModel::isChanged(const QString& pointer) const
{
    return value(pointer) != startValue(pointer);
}

const Schema* FormModel::schema(const QString& pointer) const
{
    return m_shape.schema(pointer);
}

bool FormModel::isRequired(const QString& pointer) const
{
    return m_shape.isRequired(pointer) || isAsked(pointer);
}

bool FormModel::isFixed(const QString& pointer) const
{
    return std::any_of(m_fixed.cbegin(), m_fixed.cend(),
        [&pointer](const QString& fixed) { return isInside(pointer, fixed); });
}

bool FormModel::isEditable(const QString& pointer) const
{
    const QStringList tokens = pointerTokens(pointer);
    const bool isParameter = tokens.size() > 1 && tokens.first() == "parameters"_L1;
    const Parameter* parameter = isParameter ? m_operation.parameter(tokens.at(1)) : nullptr;
    return !isFixed(pointer) && !m_shape.isReadOnly(pointer)
        && (parameter == nullptr || !parameter->isWireOption);
}

QStringList FormModel::fields(const QString& pointer) const
{
    return m_shape.fields(pointer);
}

QList<const Schema*> FormModel::variants(const QString& pointer) const
{
    return m_shape.variants(pointer);
}

int FormModel::variant(const QString& pointer) const
{
    return m_shape.variant(pointer);
}

int FormModel::itemCount(const QString& pointer) const
{
    return int(value(pointer).toArray().size());
}

bool FormModel::takesKeys(const QString& pointer) const
{
    return m_shape.takesKeys(pointer);
}

bool FormModel::isUnreadable(const QString& pointer) const
{
    return m_state.unreadable.contains(pointer);
}

QString FormModel::unreadableText(const QString& pointer) const
{
    return m_state.unreadable.value(pointer).text;
}

QString FormModel::ruleSentence(const QString& pointer) const
{
    const Schema* described = schema(pointer);
    const QStringList tokens = pointerTokens(pointer);
    const bool isParameter = tokens.size() == 2 && tokens.first() == "parameters"_L1;
    const Parameter* parameter = isParameter ? m_operation.parameter(tokens.last()) : nullptr;
    if (!described)
        return {};
    QStringList rules {ruleSentenceOf(*described, parameter ? parameter->namedRules : QStringList())};
    if (const QDateTime now = timeIn(startValue(pointer)); described->isOnlyMadeLater && now.isValid())
        rules.append(notBeforeSentence(now));
    rules.removeAll(QString());
    return rules.join(u"; "_s);
}

} // namespace Telamon
