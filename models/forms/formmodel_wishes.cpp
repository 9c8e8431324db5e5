// SPDX-License-Identifier: GPL-3.0-or-later
// What a change of something that is there asks for beside the rules of its description.
#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"
#include "models/forms/rulesentence.h"

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

// What the service takes, and what would change nothing without it. Where the state is not known, it may be
// there.
bool FormModel::isAsked(const QString& pointer) const
{
    if (m_serviceState.isUndefined() || m_operation.requestSchema == nullptr
        || parentPointer(pointer) != "/body"_L1)
        return false;
    const QMap<QString, QStringList>& asks = m_operation.requestSchema->formAsks;
    const auto asked = asks.constFind(pointerTokens(pointer).constLast());
    return asked != asks.cend() && std::none_of(asked->cbegin(), asked->cend(), [this](const QString& name) {
        return value(childPointer(u"/body"_s, name)).toBool();
    });
}

void FormModel::addAsked(Violations& found) const
{
    if (m_operation.requestSchema == nullptr)
        return;
    const QStringList names = m_operation.requestSchema->formAsks.keys();
    for (const QString& name : names) {
        const QString pointer = childPointer(u"/body"_s, name);
        const bool isWrong = std::any_of(found.cbegin(), found.cend(),
            [&pointer](const Violation& each) { return each.pointer == pointer; });
        if (!isWrong && isAsked(pointer) && value(pointer).toString().isEmpty())
            found.append({pointer, u"required"_s, tr("is required")});
    }
}

QSet<QString> FormModel::requiredNear(const QString& pointer) const
{
    QSet<QString> required;
    for (QString parent = parentPointer(pointer); !parent.isEmpty(); parent = parentPointer(parent)) {
        const QStringList names = fields(parent);
        for (const QString& name : names) {
            if (const QString child = childPointer(parent, name); isRequired(child))
                required.insert(child);
        }
    }
    return required;
}

// What may not be given together is said at the last of them: what is around them says nothing before one
// wants to send.
void FormModel::placeTogether(Violations& found) const
{
    for (Violation& each : found) {
        const Schema* described = each.rule == "not"_L1 && !each.isUnchecked ? schema(each.pointer) : nullptr;
        if (!described || !described->negated)
            continue;
        const QJsonObject given = value(each.pointer).toObject();
        const QStringList names = fields(each.pointer);
        const auto last = std::find_if(names.crbegin(), names.crend(), [&](const QString& name) {
            return described->negated->required.contains(name) && given.contains(name);
        });
        if (last != names.crend())
            each.pointer = childPointer(each.pointer, *last);
    }
}

void FormModel::addBroughtForward(Violations& found) const
{
    if (m_serviceState.isUndefined() || m_operation.requestSchema == nullptr)
        return;
    for (const Property& property : m_operation.requestSchema->properties) {
        const QString pointer = childPointer(u"/body"_s, property.name);
        const QDateTime now = timeIn(startValue(pointer));
        const QDateTime next = timeIn(value(pointer));
        if (property.schema->isOnlyMadeLater && now.isValid() && next.isValid() && next < now)
            found.append({pointer, u"onlyLater"_s, notBeforeSentence(now)});
    }
}

} // namespace Telamon
