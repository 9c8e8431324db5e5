// SPDX-License-Identifier: GPL-3.0-or-later
// How much is wrong in a form, and where one goes next to mend it.
#include "api/catalog/jsonpointer.h"
#include "models/forms/formadvice.h"
#include "models/forms/formmodel.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

// What is wrong in a value is wrong once, whatever it breaks: what is around it breaks its rules because of
// it.
QSet<QString> wrongPlaces(const Violations& violations, bool isUnchecked)
{
    QSet<QString> places;
    for (const Violation& each : violations) {
        if (each.isUnchecked == isUnchecked)
            places.insert(each.pointer);
    }
    QSet<QString> around; // but for the form itself
    for (const QString& place : std::as_const(places)) {
        for (QString parent = parentPointer(place); !parentPointer(parent).isEmpty();
             parent = parentPointer(parent))
            around.insert(parent);
    }
    return places - around;
}

} // namespace

int FormModel::missingCount() const
{
    return int(wrongPlaces(violations(), false).size());
}

Violations FormModel::advice() const
{
    Violations advice = violations();
    advice.removeIf([](const Violation& violation) { return violation.rule != adviceRule(); });
    return advice;
}

// Its place among the fields, level by level.
std::vector<int> FormModel::orderOf(const QString& pointer) const
{
    std::vector<int> order;
    const QStringList tokens = pointerTokens(pointer);
    QString parent;
    for (const QString& token : tokens) {
        if (parent.isEmpty())
            order.push_back(token == "parameters"_L1 ? 0 : 1);
        else if (value(parent).isArray())
            order.push_back(token.toInt());
        else
            order.push_back(int(fields(parent).indexOf(token)));
        parent = childPointer(parent, token);
    }
    return order;
}

QString FormModel::violationAfter(const QString& pointer) const
{
    const Violations& all = violations();
    QSet<QString> places = wrongPlaces(all, false);
    if (places.isEmpty())
        places = wrongPlaces(all, true);
    std::map<std::vector<int>, QString> fields; // in their order
    for (const QString& place : std::as_const(places)) {
        const QString shown = shownPlace(place);
        fields.insert({orderOf(shown), shown});
    }
    if (fields.empty())
        return {};
    const auto next = fields.upper_bound(orderOf(pointer));
    return next == fields.end() ? fields.begin()->second : next->second;
}

} // namespace Telamon
