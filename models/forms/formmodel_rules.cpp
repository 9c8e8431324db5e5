// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong in a form, and where that is shown.
#include "api/catalog/jsonpointer.h"
#include "api/catalog/writablepart.h"
#include "models/forms/changebody.h"
#include "models/forms/fieldproblems.h"
#include "models/forms/formadvice.h"
#include "models/forms/formmodel.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {
// What another violation leaves nothing to say.
void removeSaidBetter(Violations& found)
{
    QSet<QString> required;
    QSet<QString> chosen; // none of the values that there may be
    QSet<QString> around; // places that something else is wrong with or in
    for (const Violation& each : std::as_const(found)) {
        if (each.isUnchecked)
            continue;
        if (each.rule == "required"_L1)
            required.insert(each.pointer);
        if (each.rule == "enum"_L1)
            chosen.insert(each.pointer);
        QString at = each.rule == "uniqueItems"_L1 ? QString() : each.pointer;
        for (; !at.isEmpty() && !around.contains(at); at = parentPointer(at))
            around.insert(at);
    }
    found.removeIf([&](const Violation& each) {
        if (each.rule == "dependentRequired"_L1) // that it goes with another says less
            return required.contains(each.pointer);
        if (each.rule == "uniqueItems"_L1) // mended, the entry is another one
            return around.contains(each.pointer);
        return !each.isUnchecked && each.rule != "enum"_L1 && chosen.contains(each.pointer);
    });
}

} // namespace

void FormModel::recompute() const
{
    m_isStale = false;
    const Arguments sent = arguments();
    Violations found = validate(m_operation, sent);
    // What a person is still typing is not missing.
    found.removeIf(
        [this](const Violation& violation) { return m_state.unreadable.contains(violation.pointer); });
    addReadings(found, sent);
    judgeChosen(found);
    spreadMissing(found);
    nameVariants(found);
    removeSaidBetter(found);
    for (auto it = m_state.unreadable.cbegin(); it != m_state.unreadable.cend(); ++it)
        found.append({it.key(), u"type"_s, it->sentence});
    for (auto it = m_unfinished.cbegin(); it != m_unfinished.cend(); ++it)
        found.append({it.key(), u"unfinished"_s, it.value()});
    addAsked(found);
    addBroughtForward(found);
    placeTogether(found);
    Violations advice = formAdvice(m_operation, m_shape, sent, valueAt(m_start, u"/body"_s));
    for (auto it = m_doubts.cbegin(); it != m_doubts.cend(); ++it) {
        if (!it->first.isUndefined() && it->first == value(it.key()))
            advice.append({it.key(), adviceRule(), it->second, true});
    }
    advice.removeIf([&found](const Violation& each) { // that it breaks a rule says more
        return std::any_of(found.cbegin(), found.cend(),
            [&each](const Violation& other) { return other.pointer == each.pointer; });
    });
    m_violations = found + m_serviceViolations + advice;
    m_isOther |= m_violations != m_announced;
}

// Of an object that is missing as a whole the form shows the fields, and those are what a person fills in.
void FormModel::spreadMissing(Violations& found) const
{
    for (qsizetype i = 0; i < found.size(); ++i) {
        const QString missing = found.at(i).pointer;
        const bool isWhole = found.at(i).rule == "required"_L1 && !parentPointer(missing).isEmpty();
        const Schema* described = isWhole && value(missing).isUndefined() ? schema(missing) : nullptr;
        if (!described || described->types != Schema::Type::Object || !variants(missing).isEmpty())
            continue;
        Violations told = validate(*described, QJsonObject(), missing);
        told.removeIf([this](const Violation& each) { return m_shape.isReadOnly(each.pointer); });
        const bool isOfFields =
            std::all_of(told.cbegin(), told.cend(), [this, &missing](const Violation& each) {
                return each.rule == "required"_L1 && each.pointer != missing
                    && shownPlace(each.pointer) == each.pointer;
            });
        if (told.isEmpty() || !isOfFields)
            continue;
        told.removeIf([this, &found](const Violation& each) {
            return m_state.unreadable.contains(each.pointer) || found.contains(each);
        });
        found.removeAt(i--);
        found.append(told);
    }
}

// A value may be none of its variants, and yet a person has chosen which it is to be: what keeps it from
// being that one is at its fields.
void FormModel::judgeChosen(Violations& found) const
{
    for (qsizetype i = 0; i < found.size(); ++i) {
        const Violation none = found.at(i);
        const bool isOfUnion = none.rule == "oneOf"_L1 || none.rule == "anyOf"_L1;
        const int chosen = isOfUnion ? variant(none.pointer) : -1;
        if (chosen < 0 || value(none.pointer).isUndefined())
            continue;
        Violations told = validate(*variants(none.pointer).at(chosen), value(none.pointer), none.pointer);
        told.removeIf([&none](const Violation& each) {
            return each.pointer == none.pointer && each.rule == none.rule; // a union in a union
        });
        if (told.isEmpty())
            continue;
        told.removeIf([this, &found](const Violation& each) {
            return m_state.unreadable.contains(each.pointer) || found.contains(each);
        });
        found.removeAt(i--);
        found.append(told);
    }
}

// Which value leads to which variant is not what a form asks: it asks for the variant, by its title.
void FormModel::nameVariants(Violations& found) const
{
    for (Violation& violation : found) {
        const QString parent = parentPointer(violation.pointer);
        const bool isOfChoice = violation.rule == "required"_L1 || violation.rule == "discriminator"_L1
            || violation.rule == "enum"_L1;
        const Schema* described = isOfChoice && !parent.isEmpty() ? schema(parent) : nullptr;
        const QString name =
            pointerTokens(violation.pointer).value(pointerTokens(violation.pointer).size() - 1);
        if (!described || described->discriminator != name || fields(parent).contains(name))
            continue;
        QStringList titles;
        const QList<const Schema*> choices = variants(parent);
        for (const Schema* variant : choices)
            titles.append(variant->title);
        if (titles.contains(QString()))
            continue;
        const bool isMissing = violation.rule == "required"_L1;
        violation.sentence =
            (isMissing ? tr("is required, one of: %1") : tr("must be one of: %1")).arg(titles.join(u", "_s));
    }
}

// What a change cannot say, and rules about what the service has beside it.
void FormModel::addReadings(Violations& found, const Arguments& sent) const
{
    if (m_serviceState.isUndefined() || m_operation.requestSchema == nullptr || m_operation.method != "PATCH")
        return;
    const QJsonObject travelling = toJson(sent);
    const QList<PlaceDifference> differences = placeDifferences(m_shape, m_state.use, m_start);
    for (const PlaceDifference& difference : differences) {
        const bool isTakenAway = difference.value.isUndefined()
            && !m_state.unreadable.contains(difference.pointer) && isInside(difference.pointer, u"/body"_s);
        const bool isSaid = !valueAt(travelling, parentPointer(difference.pointer)).isUndefined()
            && m_shape.isWhole(parentPointer(difference.pointer));
        if (isTakenAway && !isSaid && !m_shape.isRequired(difference.pointer))
            found.append({difference.pointer, u"unset"_s,
                tr("cannot be taken away: what is not sent stays as it is")});
    }
    const auto rulesOf = [this](const QJsonValue& use) {
        const QJsonValue body = valueAt(use, u"/body"_s);
        return validate(*m_operation.requestSchema,
            withReadOnlyPart(
                *m_operation.requestSchema, body.isUndefined() ? QJsonObject() : body, m_serviceBody),
            u"/body"_s);
    };
    if (!m_violationsAtStart)
        m_violationsAtStart = rulesOf(m_start);
    // What may not be sent together is not sent together where one of them only stays as it is.
    const auto isOfWhatTravels = [&](const Violation& violation) {
        return violation.rule == "not"_L1 && valueAt(travelling, violation.pointer).isObject()
            && !m_shape.isWhole(violation.pointer);
    };
    const Violations whole = rulesOf(m_state.use);
    for (const Violation& violation : whole) {
        const bool isKnown = m_violationsAtStart->contains(violation) || isOfWhatTravels(violation)
            || m_state.unreadable.contains(violation.pointer)
            || std::any_of(found.cbegin(), found.cend(), [&violation](const Violation& other) {
                   return other.pointer == violation.pointer && other.rule == violation.rule;
               });
        if (!isKnown)
            found.append(violation);
    }
}

const Violations& FormModel::violations() const
{
    if (m_isStale)
        recompute();
    return m_violations;
}

// The nearest place around it that has a field.
QString FormModel::shownPlace(const QString& pointer) const
{
    const QStringList tokens = pointerTokens(pointer);
    QString shown = tokens.isEmpty() ? QString() : u'/' + tokens.first();
    for (qsizetype i = 1; i < tokens.size(); ++i) {
        const bool isItem = value(shown).isArray();
        if (!isItem && !fields(shown).contains(tokens.at(i)))
            break;
        shown = childPointer(shown, tokens.at(i));
    }
    return shown;
}

Violations FormModel::violationsAt(const QString& pointer) const
{
    Violations here = violations();
    here.removeIf([&](const Violation& violation) {
        return violation.pointer != pointer
            && !(isInside(violation.pointer, pointer) && shownPlace(violation.pointer) == pointer);
    });
    return here;
}

bool FormModel::isTouched(const QString& pointer) const
{
    return m_isAllTouched || m_touched.contains(pointer);
}

void FormModel::touch(const QString& pointer)
{
    if (isTouched(pointer))
        return;
    m_touched.insert(pointer);
    Q_EMIT violationsChanged();
}

void FormModel::touchAll()
{
    m_isAllTouched = true;
    Q_EMIT violationsChanged();
}

void FormModel::untouchAll()
{
    m_touched.clear();
    m_isAllTouched = false;
    Q_EMIT violationsChanged();
}

void FormModel::takeProblem(const Problem& problem)
{
    m_serviceViolations = fieldViolations(m_shape, problem);
    for (const Violation& violation : std::as_const(m_serviceViolations))
        m_touched.insert(violation.pointer);
    invalidate();
}

void FormModel::invalidate()
{
    m_isStale = true;
    m_timer.start();
}

void FormModel::announceViolations()
{
    const Violations& all = violations();
    if (!m_isOther)
        return;
    m_isOther = false;
    m_announced = all;
    Q_EMIT violationsChanged();
}

} // namespace Telamon
