// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewpickers.h"

#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"
#include "ui/forms/fieldcontext.h"
#include "ui/review/leafwords.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// An id that nobody knows by heart, or a list with one.
bool isOpaque(const QJsonValue& value)
{
    static const QRegularExpression shape(u"\\A([a-z_]+_)?[0-9a-fA-F]{24}\\z"_s);
    if (value.isString())
        return shape.match(value.toString()).hasMatch();
    const QJsonArray array = value.toArray();
    return std::any_of(array.begin(), array.end(), isOpaque);
}

} // namespace

QMap<QString, QString> pickersOf(const Review& review, const FormModel& model)
{
    QMap<QString, QString> pickers;
    for (const Parameter& each : review.operation->parameters) {
        const QString pointer = childPointer(u"/parameters"_s, each.name);
        if (each.in == Parameter::In::Path && isOpaque(model.value(pointer)))
            pickers.insert(pointer, fieldPicker(model, pointer));
    }
    if (const QString confirmed = review.operation->confirmPointer; !review.confirmText.isEmpty())
        pickers.insert(confirmed, fieldPicker(model, confirmed));
    const LeafWords words(review);
    for (const ReviewLeaf& leaf : review.leaves) {
        if (isOpaque(leaf.opened) || isOpaque(leaf.now) || isOpaque(leaf.proposed))
            pickers.insert(leaf.pointer, words.picker(leaf.pointer));
    }
    pickers.removeIf([](const auto& each) { return each.value().isEmpty(); });
    return pickers;
}

} // namespace Telamon
