// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forms/changebody.h"
#include "models/forms/formstate.h"

#include <QHash>
#include <QJsonObject>

namespace Telamon {

// What a person changed, so that it can be done again to a state that may be another by then.
struct FormDraft {
    QList<PlaceDifference> differences;
    QHash<QString, int> choices;
    QMap<QString, UnreadableText> unreadable; // as it was typed

    QJsonObject toJson() const;
    static FormDraft fromJson(const QJsonObject& json);
};

} // namespace Telamon
