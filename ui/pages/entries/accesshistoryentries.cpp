// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/recordtable.h"
#include "models/judgements.h"
#include "models/session.h"
#include "models/tables/tables.h"
#include "ui/pages/entries/entries.h"
#include "ui/pages/entries/reads.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// Of the whole cluster, or of one of its hosts.
void loadAccessHistory(const PageQuery& query, RecordLoad& load)
{
    const QString host = query.choices.value("host");
    Read read = clusterRead(query, u"getGroupDbAccessHistoryCluster"_s, "accessLogs");
    QMap<QString, QJsonValue>& parameters = read.arguments.parameters;
    if (!host.isEmpty()) {
        read.operationId = u"getGroupDbAccessHistoryProcess"_s;
        parameters.remove(u"clusterName"_s);
        parameters.insert(u"hostname"_s, host);
    }
    if (const auto start = startOf(query)) { // the service wants both or none
        parameters.insert(u"start"_s, *start);
        parameters.insert(u"end"_s, query.session.now());
    }
    if (const QString result = query.choices.value("authResult"); !result.isEmpty())
        parameters.insert(u"authResult"_s, result == "true"_L1);
    if (const QString address = query.choices.value("ipAddress"); !address.isEmpty())
        parameters.insert(u"ipAddress"_s, address);
    parameters.insert(u"nLogs"_s, query.choices.value("nLogs").toInt());
    load.add(read);
}

// The service takes an end only with a start: the least that it takes, 2008-01-01.
constexpr qint64 earliestStart = 1'199'145'600'000;
constexpr qint64 second = 1000;

struct Oldest {
    qint64 from; // of the oldest line
    qint64 to; // the same, or where no line tells a fraction of a second, the second's last millisecond
};

std::optional<Oldest> oldestOf(const RecordModel& lines)
{
    const CellColumn& times = lines.records().column(std::size_t(lines.columnOf("time")));
    constexpr qint64 none = std::numeric_limits<qint64>::max();
    qint64 oldest = none;
    bool isExact = false;
    for (std::size_t row = 0; row < times.size(); ++row) {
        if (!times.isKnown(row))
            continue;
        const qint64 time = times.integer(row);
        oldest = std::min(oldest, time);
        isExact = isExact || time % second != 0;
    }
    if (oldest == none)
        return {};
    return Oldest {oldest, isExact ? oldest : oldest + second - 1};
}

// The latest lines come first. Those of the oldest moment come again with the earlier ones, and are the same
// rows of the table.
std::optional<PageNote> earlierLines(const PageQuery& /*query*/, const RecordModel& lines, const Read& last)
{
    Read earlier = last;
    QMap<QString, QJsonValue>& parameters = earlier.arguments.parameters;
    const int most = parameters.value(u"nLogs"_s).toInt();
    const std::optional<Oldest> oldest = oldestOf(lines);
    if (most == 0 || lines.toldCount() < most || !oldest)
        return {};
    const qint64 start = parameters.value(u"start"_s).toInteger(earliestStart);
    qint64 end = oldest->to;
    QString sentence = QCoreApplication::translate(
        "Page", "The service sent as many lines as were asked for, %1: older ones are missing.");
    if (end >= parameters.value(u"end"_s).toInteger(std::numeric_limits<qint64>::max())) {
        end = oldest->from - 1; // the same would come again
        sentence = QCoreApplication::translate("Page",
            "More lines are of one moment than the %1 that were asked for: some of them are missing, and "
            "older ones.");
    }
    PageNote note {.sentence = sentence.arg(QLocale().toString(most))};
    if (start < end) {
        parameters.insert(u"start"_s, start);
        parameters.insert(u"end"_s, end);
        note.actionText = QCoreApplication::translate("Page", "Fetch earlier lines");
        note.more = earlier;
    }
    return note;
}

// Read again, the latest lines stand for themselves. The ones before stay where the new ones reach back to
// them, in the time that is asked for.
PageJoin joinedLines(
    const Read& last, const RecordModel& lines, const std::vector<quint8>& named, std::size_t before)
{
    using Joint = PageJoin::Joint;
    const QMap<QString, QJsonValue>& parameters = last.arguments.parameters;
    const int most = parameters.value(u"nLogs"_s).toInt();
    if (before == 0 || most == 0 || lines.toldCount() < most)
        return {};
    const auto newLines = named.cbegin() + static_cast<std::ptrdiff_t>(before);
    if (std::find(named.cbegin(), newLines, 1) == newLines) // none has come again
        return {.joint = Joint::Parted};
    const CellColumn& times = lines.records().column(std::size_t(lines.columnOf("time")));
    const qint64 start = parameters.value(u"start"_s).toInteger(earliestStart);
    PageJoin join {.joint = Joint::Joined, .stays = std::vector<quint8>(named.size(), 0)};
    for (std::size_t line = 0; line < before; ++line)
        join.stays[line] = times.isKnown(line) && times.integer(line) >= start;
    return join;
}

const char* accessHindrance(const PageQuery& query)
{
    static const QStringList tenantSizes {u"M0"_s, u"M2"_s, u"M5"_s};
    return tenantSizes.contains(clusterValue(query, "instanceSize")) ? QT_TRANSLATE_NOOP("Page",
               "The service keeps no access history of a cluster that shares its machines with others (M0, "
               "M2, M5).")
                                                                     : nullptr;
}

std::vector<PageChoice> accessChoices()
{
    return {spanChoice(
                {{"24", QT_TRANSLATE_NOOP("Page", "Last day")}, {"1", QT_TRANSLATE_NOOP("Page", "Last hour")},
                    {"168", QT_TRANSLATE_NOOP("Page", "Last week")}, {"", QT_TRANSLATE_NOOP("Page", "All")}}),
        {.key = "authResult",
            .label = QT_TRANSLATE_NOOP("Page", "Result"),
            .values = {{"", QT_TRANSLATE_NOOP("Page", "Any")}, {"false", QT_TRANSLATE_NOOP("Page", "Failed")},
                {"true", QT_TRANSLATE_NOOP("Page", "Succeeded")}}},
        {.key = "nLogs",
            .label = QT_TRANSLATE_NOOP("Page", "At most"),
            .values = {{"1000", QT_TRANSLATE_NOOP("Page", "1,000 lines")},
                {"5000", QT_TRANSLATE_NOOP("Page", "5,000 lines")},
                {"20000", QT_TRANSLATE_NOOP("Page", "20,000 lines")}}},
        {.key = "ipAddress",
            .label = QT_TRANSLATE_NOOP("Page", "Address"),
            .hint = QT_TRANSLATE_NOOP("Page", "IPv4 or IPv6")},
        {.key = "host",
            .label = QT_TRANSLATE_NOOP("Page", "Host"),
            .hint = QT_TRANSLATE_NOOP("Page", "any")}};
}

SeriesDescription failing(const char* title, const QByteArray& key)
{
    return {.kind = SeriesDescription::Kind::Categories,
        .title = title,
        .seriesKey = key,
        .only = "result:==FAILED"};
}

std::vector<SeriesDescription> accessCharts()
{
    return {{.title = QT_TRANSLATE_NOOP("Page", "Sign-ins"),
                .timeKey = "time",
                .seriesKey = "result",
                .bad = "FAILED"},
        failing(QT_TRANSLATE_NOOP("Page", "Failing users"), "username"),
        failing(QT_TRANSLATE_NOOP("Page", "Addresses"), "address"),
        failing(QT_TRANSLATE_NOOP("Page", "Reasons"), "reason")};
}

} // namespace

std::vector<PageDescription> accessHistoryEntries()
{
    using Kind = Place::Kind;
    return {{.id = "accessHistory",
        .title = QT_TRANSLATE_NOOP("Page", "Access history"),
        .iconName = "access",
        .places = {Kind::Cluster},
        .newModel = newJudged<accessLogTable, judgeAccessLog>,
        .load = loadAccessHistory,
        .note = earlierLines,
        .join = joinedLines,
        .partedText = QT_TRANSLATE_NOOP(
            "Page", "The lines of before are left out: there may be others between them and these."),
        .hindrance = accessHindrance,
        .emptyText = QT_TRANSLATE_NOOP(
            "Page", "Nobody signed in to a database in this time, as far as these restrictions go."),
        .choices = accessChoices(),
        .titleKey = "username",
        .sortKey = "time",
        .charts = accessCharts()}};
}

} // namespace Telamon
