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
void FormModel::addAsked(Violations& found) const
{
    if (m_serviceState.isUndefined() || m_operation.requestSchema == nullptr)
        return;
    const QMap<QString, QStringList>& asks = m_operation.requestSchema->formAsks;
    for (auto it = asks.cbegin(); it != asks.cend(); ++it) {
        const QString pointer = childPointer(u"/body"_s, it.key());
        const QStringList& switches = it.value();
        const bool isWrong = std::any_of(found.cbegin(), found.cend(),
            [&pointer](const Violation& each) { return each.pointer == pointer; });
        const bool isAnswered = isWrong || !value(pointer).toString().isEmpty()
            || std::any_of(switches.cbegin(), switches.cend(),
                [this](const QString& name) { return value(childPointer(u"/body"_s, name)).toBool(); });
        if (!isAnswered)
            found.append({pointer, u"required"_s, tr("is required")});
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
