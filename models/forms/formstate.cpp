// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/formstate.h"

#include "models/forms/placekeys.h"

namespace Telamon {

QJsonValue FormState::value(const QString& pointer) const
{
    return valueAt(use, pointer);
}

void FormState::set(const QString& pointer, const QJsonValue& value)
{
    forgetInside(unreadable, pointer);
    forgetInside(made, pointer);
    if (!value.isUndefined()) {
        for (QString parent = parentPointer(pointer); !parent.isEmpty() && this->value(parent).isUndefined();
             parent = parentPointer(parent))
            made.insert(parent, true);
        use = withValueAt(use, pointer, value);
        return;
    }
    use = withValueAt(use, pointer, value);
    for (QString parent = parentPointer(pointer); made.contains(parent); parent = parentPointer(parent)) {
        const QJsonValue left = this->value(parent);
        if (!left.isObject() || !left.toObject().isEmpty())
            break;
        use = withValueAt(use, parent, QJsonValue(QJsonValue::Undefined));
        made.remove(parent);
    }
}

void FormState::replaceItems(const QString& list, const QJsonValue& items, const QList<int>& origins)
{
    choices = movedKeys(choices, list, origins);
    stash = movedKeys(stash, list, origins);
    hidden = movedKeys(hidden, list, origins);
    made = movedKeys(made, list, origins);
    const QMap<QString, UnreadableText> moved = movedKeys(unreadable, list, origins);
    set(list, items); // which forgets what was unreadable inside
    unreadable = moved;
}

void FormState::rename(const QString& from, const QString& to)
{
    const QJsonValue value = this->value(from);
    choices = renamedKeys(choices, from, to);
    stash = renamedKeys(stash, from, to);
    hidden = renamedKeys(hidden, from, to);
    made = renamedKeys(made, from, to);
    const QMap<QString, UnreadableText> renamed = renamedKeys(unreadable, from, to);
    use = withValueAt(withValueAt(use, from, QJsonValue(QJsonValue::Undefined)), to, value);
    unreadable = renamed;
}

} // namespace Telamon
