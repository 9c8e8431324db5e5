// SPDX-License-Identifier: GPL-3.0-or-later
// How much is wrong in a form, and where one goes next to mend it.
#include "api/catalog/jsonpointer.h"
#include "models/forms/formadvice.h"
#include "models/forms/formmodel.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>
#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

// What is wrong in a value is wrong once, whatever it breaks: what is around it breaks its rules because of
// it. So is a text that a list has several times.
QSet<QString> wrongPlaces(const FormModel& form, bool isUnchecked)
{
    QHash<QString, QString> told;
    for (const Violation& each : form.violations()) {
        if (each.isUnchecked != isUnchecked)
            continue;
        const QString name = form.toldOnce(each.pointer);
        if (!told.contains(name))
            told.insert(name, each.pointer);
    }
    const QSet<QString> places(told.cbegin(), told.cend());
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
    return int(wrongPlaces(*this, false).size());
}

QString FormModel::toldOnce(const QString& pointer) const
{
    const QString list = parentPointer(pointer);
    const Schema* described = schema(pointer);
    const QString text =
        value(list).isArray() && !(described && described->isSecret) ? value(pointer).toString() : QString();
    return text.isEmpty() ? pointer : list + u'\n' + text;
}

Violations FormModel::advice() const
{
    Violations advice = violations();
    advice.removeIf([](const Violation& violation) { return violation.rule != adviceRule(); });
    return advice;
}

int FormModel::adviceCount() const
{
    QSet<QPair<QString, QString>> told;
    const Violations all = advice();
    for (const Violation& each : all)
        told.insert({toldOnce(each.pointer), each.sentence});
    return int(told.size());
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
    QSet<QString> places = wrongPlaces(*this, false);
    if (places.isEmpty())
        places = wrongPlaces(*this, true);
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
