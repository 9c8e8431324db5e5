// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/formdraft.h"

#include <QJsonArray>

namespace Telamon {

using namespace Qt::StringLiterals;

QJsonObject FormDraft::toJson() const
{
    QJsonArray places;
    for (const PlaceDifference& difference : differences) {
        QJsonObject place {{u"pointer"_s, difference.pointer}};
        if (!difference.value.isUndefined())
            place.insert(u"value"_s, difference.value);
        places.append(place);
    }
    QJsonObject variants;
    for (auto it = choices.cbegin(); it != choices.cend(); ++it)
        variants.insert(it.key(), it.value());
    QJsonObject texts;
    for (auto it = unreadable.cbegin(); it != unreadable.cend(); ++it)
        texts.insert(it.key(), QJsonObject {{u"text"_s, it->text}, {u"sentence"_s, it->sentence}});
    return {{u"places"_s, places}, {u"variants"_s, variants}, {u"unreadable"_s, texts}};
}

FormDraft FormDraft::fromJson(const QJsonObject& json)
{
    FormDraft draft;
    const QJsonArray places = json.value("places"_L1).toArray();
    for (const QJsonValue& place : places) {
        const QJsonObject members = place.toObject();
        draft.differences.append({members.value("pointer"_L1).toString(), members.value("value"_L1)});
    }
    const QJsonObject variants = json.value("variants"_L1).toObject();
    for (auto it = variants.constBegin(); it != variants.constEnd(); ++it)
        draft.choices.insert(it.key(), it.value().toInt(-1));
    const QJsonObject texts = json.value("unreadable"_L1).toObject();
    for (auto it = texts.constBegin(); it != texts.constEnd(); ++it) {
        const QJsonObject text = it.value().toObject();
        draft.unreadable.insert(
            it.key(), {text.value("text"_L1).toString(), text.value("sentence"_L1).toString()});
    }
    return draft;
}

} // namespace Telamon
