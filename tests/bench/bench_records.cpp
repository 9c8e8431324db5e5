// SPDX-License-Identifier: GPL-3.0-or-later
// From an answer's bytes to a sorted table on the screen, one filter keystroke and one re-sort, as ratios to
// the usual Qt way and to bare parsing, all from this run.
#include "barerecords.h"
#include "models/recordmodel.h"
#include "usualtable.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QGuiApplication>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
constexpr int Runs = 5;

TableLayout accessLog()
{
    using enum ColumnType;
    TableLayout table;
    table.columns = {{"username", "User", Text}, {"ipAddress", "Address", Text}, {"hostname", "Host", Text},
        {"authSource", "Source", Enum}, {"timestamp", "Time", Time}, {"failureReason", "Failure", Enum},
        {"authResult", "Result", Flag}, {"groupId", "Project", Enum}};
    table.sources = {{"log", "/accessLogs", "", {}}};
    for (const Column& column : table.columns)
        table.sources.front().paths.push_back({{"/" + column.key}});
    return table;
}

QByteArray answer(int from, int to)
{
    QByteArray out = "{\"accessLogs\":[";
    for (int i = from; i < to; ++i) {
        const QByteArray n = QByteArray::number(i);
        out += i > from ? "," : "";
        out += R"({"authResult":)" + QByteArray(i % 7 ? "true" : "false")
            + R"(,"authSource":"admin","failureReason":)"
            + QByteArray(i % 7 ? "null" : "\"UserNotFound: Could not find user for db admin\"")
            + R"(,"groupId":"32b6e34b3d91647abb20e7b8","hostname":"atlas-k8s-shard-00-0)"
            + QByteArray::number(i % 3) + R"(.jk4ud.mongodb.net","ipAddress":"10.)"
            + QByteArray::number(i % 250) + "." + QByteArray::number(i % 91)
            + R"(.7","logLine":"{\"t\":{\"$date\":\"2026-08-10T03:02:28.000+00:00\"},\"s\":\"I\",\"c\":\"ACCESS\",\"id\":20250,\"ctx\":\"conn)"
            + n + R"(\",\"msg\":\"Authentication succeeded\"}","timestamp":"2026-08-)"
            + QByteArray::number(10 + i % 19) + "T03:" + QByteArray::number(10 + i % 49)
            + R"(:28Z","username":"application-user-)" + QByteArray::number((i * 7919LL) % 100003) + "\"}";
    }
    return out + "]}";
}

double best(const std::function<void()>& work)
{
    double least = 1e9;
    for (int run = 0; run < Runs; ++run) {
        QElapsedTimer clock;
        clock.start();
        work();
        least = std::min(least, static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    return least;
}

void load(RecordModel& model, const QByteArrayList& answers)
{
    model.beginLoad();
    for (const QByteArray& one : answers)
        model.addAnswer("log", one);
    model.finishLoad();
    QEventLoop loop; // a bench has no window to keep alive
    QObject::connect(&model, &RecordModel::loadFinished, &loop, &QEventLoop::quit);
    loop.exec();
}

void row(const char* what, double ours, double usual, double bare)
{
    std::printf("%-46s %9.1f ms", what, ours);
    if (usual > 0)
        std::printf("  usual %8.1f ms = %5.1f times", usual, usual / ours);
    if (bare > 0)
        std::printf("  bare %6.1f ms = %4.2f times", bare, ours / bare);
    std::printf("\n");
}

void bench(const char* name, const QByteArrayList& answers)
{
    qsizetype bytes = 0;
    for (const QByteArray& one : answers)
        bytes += one.size();
    const double bare = best([&] { parseBarely(answers); });
    const double ours = best([&] {
        RecordModel model(accessLog());
        model.sort(0, Qt::AscendingOrder);
        load(model, answers);
    });
    auto usualTable = std::make_unique<UsualTable>();
    QElapsedTimer clock;
    clock.start();
    usualTable->load(answers);
    usualTable->sort(0);
    const double usual = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    std::printf("%s, %.1f MB\n", name, static_cast<double>(bytes) / 1e6);
    row("  bytes to sorted table", ours, usual, bare);

    RecordModel model(accessLog());
    model.sort(0, Qt::AscendingOrder);
    load(model, answers);
    std::printf("  memory: %.2f times the answers\n",
        static_cast<double>(model.memory()) / static_cast<double>(bytes));
    clock.start();
    usualTable->filter(u"shard-00-02"_s);
    const double usualFilter = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    clock.start();
    usualTable->filter({});
    usualTable->sort(2);
    const double usualSort = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    for (const QString& text : {u"a"_s, u"z"_s, u"shard-00-02"_s, u"not there"_s, u"1"_s}) {
        double least = 1e9;
        for (int run = 0; run < Runs; ++run) {
            model.setFilter({});
            clock.start();
            model.setFilter(text);
            least = std::min(least, static_cast<double>(clock.nsecsElapsed()) / 1e6);
        }
        row(qPrintable(u"  first keystroke, \""_s + text + u'"'), least, usualFilter, 0);
    }
    model.setFilter(u"shard-00-0"_s);
    clock.start();
    model.setFilter(u"shard-00-02"_s);
    row("  one more keystroke", static_cast<double>(clock.nsecsElapsed()) / 1e6, usualFilter, 0);
    model.setFilter({});
    row("  sort by text", best([&] { model.sort(2, Qt::AscendingOrder); }), usualSort, 0);
    row("  sort by text, many values", best([&] { model.sort(0, Qt::DescendingOrder); }), usualSort, 0);
    row("  sort by time", best([&] { model.sort(4, Qt::AscendingOrder); }), usualSort, 0);
}
} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    bench("20,000 records in one answer", {answer(0, 20000)});
    QByteArrayList pages;
    for (int page = 0; page < 200; ++page)
        pages.append(answer(page * 500, page * 500 + 500));
    bench("100,000 records in pages of 500", pages);
    return 0;
}
