// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/recordsbench.h"

#include "models/recordmodel.h"
#include "tests/bench/accesslog.h"
#include "tests/bench/barerecords.h"
#include "tests/bench/loading.h"
#include "tests/bench/report.h"
#include "tests/bench/usualtable.h"
#include "ui/widgets/recordview.h"

#include <QCoreApplication>
#include <QTableView>

#include <memory>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
constexpr int Turns = 9;
constexpr int FewTurns = 3; // where one takes seconds
constexpr int UserColumn = 0;
constexpr int HostColumn = 2;
constexpr int TimeColumn = 4;

// Paints what changed, as the turn of the event loop after a change does.
void paint(QTableView& view)
{
    QCoreApplication::sendPostedEvents(&view);
    view.viewport()->repaint();
}

double toModel(const QByteArrayList& answers)
{
    return timeOf([&] {
        RecordModel model(accessLogTable());
        model.sort(UserColumn, Qt::AscendingOrder);
        loadAnswers(model, "log", answers);
    });
}

double toView(const QByteArrayList& answers)
{
    RecordView view;
    view.resize(1000, 600);
    view.show();
    paint(view);
    return timeOf([&] {
        auto* model = new RecordModel(accessLogTable(), &view);
        view.setRecordModel(model);
        view.sortByColumn(UserColumn, Qt::AscendingOrder);
        loadAnswers(*model, "log", answers);
        paint(view);
    });
}

// The columns of accessLogTable().
UsualTable usualTable()
{
    return {u"accessLogs"_s,
        {u"username"_s, u"ipAddress"_s, u"hostname"_s, u"authSource"_s, u"timestamp"_s, u"failureReason"_s,
            u"authResult"_s, u"groupId"_s}};
}

double usuallyToView(const QByteArrayList& answers)
{
    UsualTable table = usualTable();
    QTableView view;
    view.resize(1000, 600);
    view.show();
    paint(view);
    return timeOf([&] {
        table.load(answers);
        table.sort(UserColumn);
        view.setModel(table.model());
        paint(view);
    });
}

void benchLoading(Report& report, const QString& what, const QByteArrayList& answers, int usualTurns)
{
    report.add(what + ", to a sorted, painted view"_L1,
        inPairs(usualTurns, settled([&] { return toView(answers); }),
            settled([&] { return usuallyToView(answers); })),
        u"QJsonDocument, QStandardItemModel, proxy"_s, Aim::timesFaster(15));
    report.add(what + ", to a sorted table"_L1,
        inPairs(Turns, settled([&] { return toModel(answers); }),
            settled([&] { return timeOf([&] { parseBarely(answers); }); })),
        u"bare on-demand parsing"_s, Aim::within(2));
    qsizetype bytes = 0;
    for (const QByteArray& one : answers)
        bytes += one.size();
    RecordModel model(accessLogTable());
    loadAnswers(model, "log", answers);
    report.add(what + ", memory"_L1, static_cast<double>(model.memory()) / 1e6,
        {u"the answers"_s, static_cast<double>(bytes) / 1e6}, Aim::within(2), "MB"_L1);
}

double filtering(RecordModel& model, const QString& before, const QString& after)
{
    model.setFilter(before);
    return timeOf([&] { model.setFilter(after); });
}

double usualFiltering(UsualTable& table, const QString& before, const QString& after)
{
    table.filter(before);
    return timeOf([&] { table.filter(after); });
}

// The usual way needs most of a second for each: one turn is enough to divide by.
void benchUsing(Report& report, const QByteArrayList& answers)
{
    RecordModel model(accessLogTable());
    loadAnswers(model, "log", answers);
    UsualTable usual = usualTable();
    usual.load(answers);
    const QString proxy = u"QSortFilterProxyModel"_s;
    const std::pair<QString, QString> keystrokes[] = {{{}, u"a"_s}, {{}, u"z"_s}, {{}, u"1"_s},
        {u"shard-00-0"_s, u"shard-00-02"_s}, {u"not ther"_s, u"not there"_s}};
    for (const auto& [before, after] : keystrokes) {
        std::vector<double> times;
        for (int turn = 0; turn < Turns; ++turn)
            times.push_back(filtering(model, before, after));
        const QString what = before.isEmpty() ? u"first keystroke, “%1”"_s.arg(after)
                                              : u"one more keystroke, “%1”"_s.arg(after);
        report.add(what, median(times), {proxy, usualFiltering(usual, before, after)}, Aim::under(16));
    }
    model.setFilter({});
    usual.filter({});
    struct Sort {
        int column;
        QString name;
    };
    const Sort sorts[] = {
        {HostColumn, u"text, few values"_s}, {UserColumn, u"text, many values"_s}, {TimeColumn, u"time"_s}};
    for (const Sort& each : sorts) {
        const int elsewhere = each.column == TimeColumn ? UserColumn : TimeColumn;
        std::vector<double> times;
        for (int turn = 0; turn < Turns; ++turn) {
            model.sort(elsewhere, Qt::AscendingOrder);
            times.push_back(timeOf([&] { model.sort(each.column, Qt::AscendingOrder); }));
        }
        usual.sort(elsewhere);
        const double usualTime = timeOf([&] { usual.sort(each.column); });
        report.add(u"sort by "_s + each.name, median(times), {proxy, usualTime}, Aim::under(60));
    }
}
} // namespace

void benchRecords(Report& report)
{
    report.begin(u"Records"_s);
    benchLoading(report, u"20,000 records in one answer"_s, accessLogAnswers(20'000, 20'000), Turns);
    const QByteArrayList pages = accessLogAnswers(100'000, 500);
    benchLoading(report, u"100,000 records in pages of 500"_s, pages, FewTurns);
    report.begin(u"A table of 100,000 records"_s);
    benchUsing(report, pages);
}
