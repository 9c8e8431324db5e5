// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/eventfilter.h"

#include "api/catalog/operation.h"
#include "api/http/wirerequest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// Only what each event tells. Which cluster it is about is not among it: that only the service knows.
const QStringList& listParameters()
{
    static const QStringList names {u"eventType"_s, u"excludedEventType"_s};
    return names;
}

// With the largest numbers that paging adds; 0 where there is no request, which its call tells of.
qsizetype targetSize(const Operation& operation, Arguments arguments)
{
    if (operation.parameter(u"pageNum") && operation.parameter(u"itemsPerPage")) {
        arguments.parameters.insert(u"pageNum"_s, 9999);
        arguments.parameters.insert(u"itemsPerPage"_s, 500);
    }
    const Result<WireRequest, Problem> request = buildRequest(operation, arguments);
    return request ? request.value().target.size() : 0;
}

qsizetype textSize(const QJsonArray& list)
{
    qsizetype size = 0;
    for (const QJsonValue& each : list)
        size += each.toString().size();
    return size;
}

QString longestList(const Arguments& arguments)
{
    QString longest;
    qsizetype most = 0;
    for (const QString& name : listParameters()) {
        const qsizetype size = textSize(arguments.parameters.value(name).toArray());
        if (size > most) {
            most = size;
            longest = name;
        }
    }
    return longest;
}

} // namespace

EventFilter EventFilter::takenOut(const Operation& operation, Arguments& arguments)
{
    EventFilter filter;
    for (const QString& name : listParameters()) {
        if (!operation.parameter(name))
            filter.take(name, arguments);
    }
    while (targetSize(operation, arguments) > MostTarget) {
        const QString longest = longestList(arguments);
        if (longest.isEmpty())
            break; // it is not the lists
        filter.take(longest, arguments);
        filter.m_isTooLong = true;
    }
    return filter;
}

void EventFilter::take(const QString& parameter, Arguments& arguments)
{
    const QJsonArray list = arguments.parameters.take(parameter).toArray();
    if (list.isEmpty())
        return;
    QSet<QString>& values = m_lists[parameter];
    for (const QJsonValue& each : list)
        values.insert(each.toString());
}

bool EventFilter::isListed(const QString& parameter, const QString& value, bool withoutList) const
{
    const auto list = m_lists.constFind(parameter);
    return list == m_lists.cend() ? withoutList : list->contains(value);
}

bool EventFilter::isWanted(const QJsonObject& event) const
{
    const QString type = event.value("eventTypeName"_L1).toString();
    return isListed(u"eventType"_s, type, true) && !isListed(u"excludedEventType"_s, type, false);
}

QByteArray EventFilter::filtered(const QByteArray& page) const
{
    QJsonObject answer = QJsonDocument::fromJson(page).object();
    const QJsonValue results = answer.value("results"_L1);
    if (!results.isArray())
        return page; // the table tells what is wrong with it
    const QJsonArray events = results.toArray();
    QJsonArray wanted;
    for (const QJsonValue& event : events) {
        if (isWanted(event.toObject()))
            wanted.append(event);
    }
    answer.insert(u"results"_s, wanted);
    return QJsonDocument(answer).toJson(QJsonDocument::Compact);
}

} // namespace Telamon
