// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/eventsbench.h"

#include "models/eventgroup.h"
#include "models/eventmodel.h"
#include "models/series/seriesmodel.h"
#include "tests/bench/loading.h"
#include "tests/bench/report.h"
#include "tests/bench/usualtable.h"

#include <QHash>

#include <string>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
constexpr int Turns = 9;
constexpr int UsualTurns = 3; // they take seconds
constexpr int Events = 100'000;
constexpr int PageSize = 500;
constexpr int TimeColumn = 0;
const QString Words = u"cluster-7"_s;

const SeriesDescription Groups {
    .title = "Events", .timeKey = "created", .seriesKey = "eventType", .group = eventGroup};

QByteArray page(int from, int to)
{
    static const QByteArrayList types {"CLUSTER_UPDATE_COMPLETED", "AUTO_CREATED_INDEX_AUDIT",
        "MONGODB_USER_ADDED", "HOST_RESTARTED", "FTS_INDEX_CREATION_COMPLETED", "ALERT_ACKNOWLEDGED_AUDIT",
        "JOINED_GROUP", "CPS_SNAPSHOT_COMPLETED", "GROUP_TAGS_MODIFIED"};
    QByteArray out =
        R"({"links":[{"href":"https://cloud.mongodb.com/api/atlas/v2/groups","rel":"self"}],"results":[)";
    for (int i = from; i < to; ++i) {
        const QByteArray id = QByteArray::number(i, 16).rightJustified(24, '0');
        out += i > from ? "," : "";
        out += R"({"clusterName":"cluster-)" + QByteArray::number(i % 900) + R"(","created":"2026-08-)"
            + QByteArray::number(10 + i % 19) + "T03:" + QByteArray::number(10 + i % 49)
            + R"(:28Z","eventTypeName":")" + types.at(i * 7 % types.size())
            + R"(","groupId":"32b6e34b3d91647abb20e7b8","id":")" + id
            + R"(","isGlobalAdmin":false,"links":[{"href":"https://cloud.mongodb.com/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/events/)"
            + id + R"(","rel":"self"}],"remoteAddress":"10.)" + QByteArray::number(i % 250) + "."
            + QByteArray::number(i % 91) + R"(.7","username":"person-)"
            + QByteArray::number((i * 7919LL) % 997) + R"(@example.com"})";
    }
    return out + "]}";
}

QByteArrayList pages()
{
    QByteArrayList answers;
    for (int from = 0; from < Events; from += PageSize)
        answers.append(page(from, from + PageSize));
    return answers;
}

// A table and its chart, as the page has them.
struct Page {
    EventModel model;
    SeriesModel series {Groups, model, nullptr};

    void load(const QByteArrayList& answers)
    {
        series.setActive(true);
        model.sort(TimeColumn, Qt::DescendingOrder);
        loadAnswers(model, "events", answers);
    }
};

double ours(const QByteArrayList& answers)
{
    return timeOf([&] {
        Page page;
        page.load(answers);
        page.model.setFilter(Words);
        page.series.countNow();
    });
}

// The same numbers by the proxy's rows: a count for each day and each thing that events are about.
double usually(const QByteArrayList& answers)
{
    return timeOf([&] {
        UsualTable table(u"results"_s,
            {u"created"_s, u"eventTypeName"_s, u"username"_s, u"clusterName"_s, u"remoteAddress"_s,
                u"isGlobalAdmin"_s, u"id"_s, u"groupId"_s});
        table.load(answers);
        table.sort(TimeColumn);
        table.filter(Words);
        QHash<QPair<QString, QString>, int> counts;
        const QAbstractItemModel& rows = *table.model();
        for (int row = 0; row < rows.rowCount(); ++row) {
            const std::string type = rows.index(row, 1).data().toString().toStdString();
            const std::string group(eventGroup(type));
            ++counts[{
                rows.index(row, TimeColumn).data().toString().first(10), QString::fromStdString(group)}];
        }
    });
}
} // namespace

void benchEvents(Report& report)
{
    report.begin(u"Events"_s);
    const QByteArrayList answers = pages();
    report.add(u"100,000 events in pages of 500, sorted, filtered and counted by group"_s,
        inPairs(
            UsualTurns, [&] { return ours(answers); }, [&] { return usually(answers); }),
        u"QJsonDocument, QStandardItemModel, proxy, QHash"_s, Aim::timesFaster(15));
    Page page;
    const double all = timeOf([&] { page.load(answers); });
    const QString baseline = u"to read them"_s;
    report.add(u"a filter of them"_s,
        medianTimeOf(Turns,
            [&] {
                page.model.setFilter({});
                page.model.setFilter(Words);
            }),
        {baseline, all}, Aim::under(16));
    page.model.setFilter({});
    report.add(u"all of them, counted by group and time"_s,
        medianTimeOf(Turns, [&] { page.series.countNow(); }), {baseline, all}, Aim::under(50));
}
