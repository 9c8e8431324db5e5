// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/jsonremarks.h"

#include "api/catalog/jsonpointer.h"
#include "api/records/plaintext.h"
#include "models/forms/formmodel.h"
#include "models/forms/jsonplaces.h"
#include "models/forms/placename.h"
#include "ui/forms/jsonside.h"
#include "ui/forms/placenote.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <utility>

namespace Telamon {

namespace {

// All that is told of one place.
struct JsonRemark {
    bool isAdvice = false;
    int line = 0;
    QString pointer;
    QStringList sentences;
    int times = 1; // that the list has this text
    int others = 0; // entries of the list beside it of which the same is told, each text once
};

QList<JsonRemark> remarksByPlace(const FormModel& model, const JsonPlaces& places, JsonRemarks& marks)
{
    QList<JsonRemark> remarks;
    QHash<QPair<QString, bool>, qsizetype> known;
    for (const Violation& each : model.violations()) {
        if (!isShown(each) || !model.isTouched(each.pointer))
            continue;
        const bool isAdvice = each.rule == adviceRule();
        const JsonPlaces::Place place = places.at(each.pointer);
        (isAdvice ? marks.doubts : marks.mistakes).append({place.line, place.column});
        const QPair<QString, bool> name(model.toldOnce(each.pointer), isAdvice);
        const auto same = known.constFind(name);
        if (same == known.cend()) {
            known.insert(name, remarks.size());
            remarks.append({isAdvice, place.line, each.pointer, {each.sentence}});
        } else if (JsonRemark& remark = remarks[*same]; remark.pointer != each.pointer) {
            remark.times += each.sentence == remark.sentences.first() ? 1 : 0;
        } else if (!remark.sentences.contains(each.sentence)) {
            remark.sentences.append(each.sentence);
        }
    }
    return remarks;
}

// One for the entries of a list of which the same is told.
QList<JsonRemark> remarksByList(const FormModel& model, const QList<JsonRemark>& ofPlaces)
{
    QList<JsonRemark> remarks;
    QHash<QPair<QString, QStringList>, qsizetype> known;
    for (const JsonRemark& each : ofPlaces) {
        const QString around = parentPointer(each.pointer);
        const QString list = model.value(around).isArray() ? around : each.pointer;
        const auto same = known.constFind({list, each.sentences});
        if (same != known.cend()) {
            ++remarks[*same].others;
        } else {
            known.insert({list, each.sentences}, remarks.size());
            remarks.append(each);
        }
    }
    return remarks;
}

} // namespace

int JsonRemarks::countAfter(qsizetype shown) const
{
    return std::accumulate(counts.cbegin() + std::min(shown, counts.size()), counts.cend(), 0);
}

JsonRemarks jsonRemarks(const FormModel& model, const QByteArray& json)
{
    JsonRemarks told;
    QList<JsonRemark> remarks = remarksByList(model, remarksByPlace(model, JsonPlaces(json), told));
    std::stable_sort(remarks.begin(), remarks.end(), [](const JsonRemark& one, const JsonRemark& other) {
        return std::pair(one.isAdvice, one.line) < std::pair(other.isAdvice, other.line); // advice last
    });
    for (const JsonRemark& each : std::as_const(remarks)) {
        QString where = JsonSide::tr("Line %1, %2")
                            .arg(QString::number(each.line), jsonName(model.value({}), each.pointer));
        if (each.times > 1)
            where = JsonSide::tr("%1 (%n times)", nullptr, each.times).arg(where);
        if (each.others > 0)
            where = JsonSide::tr("%1 and %n more", nullptr, each.others).arg(where);
        told.sentences.append(
            visibleText(JsonSide::tr("%1: %2").arg(where, each.sentences.join(QStringLiteral("; ")))));
        told.counts.append(1 + each.others);
    }
    return told;
}

} // namespace Telamon
