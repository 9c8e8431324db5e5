// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/accesslog.h"

using namespace Telamon;

namespace {
QByteArray page(int from, int to)
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
} // namespace

TableLayout accessLogTable()
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

QByteArrayList accessLogAnswers(int records, int pageSize)
{
    QByteArrayList answers;
    for (int from = 0; from < records; from += pageSize)
        answers.append(page(from, from + pageSize));
    return answers;
}
