// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/csvreader.h"

namespace Telamon {

namespace {

// One cell from `at` on, which is moved behind it. False: it breaks a rule.
bool readCell(const QByteArray& file, qsizetype& at, QByteArray& cell)
{
    if (at >= file.size() || file.at(at) != '"') {
        while (at < file.size() && file.at(at) != ',' && file.at(at) != '\r') {
            if (file.at(at) == '"' || file.at(at) == '\n')
                return false;
            cell += file.at(at++);
        }
        return true;
    }
    for (++at; at < file.size(); ++at) {
        if (file.at(at) != '"') {
            cell += file.at(at);
            continue;
        }
        if (at + 1 >= file.size() || file.at(at + 1) != '"') {
            ++at;
            return true;
        }
        cell += file.at(++at);
    }
    return false;
}

} // namespace

QList<QList<QByteArray>> readCsv(const QByteArray& file)
{
    QList<QList<QByteArray>> records;
    qsizetype at = 0;
    while (at < file.size()) {
        QList<QByteArray> record;
        for (;;) {
            QByteArray cell;
            if (!readCell(file, at, cell))
                return {};
            record.append(cell);
            if (file.mid(at, 2) == "\r\n") {
                at += 2;
                break;
            }
            if (at >= file.size() || file.at(at++) != ',')
                return {};
        }
        records.append(record);
    }
    return records;
}

} // namespace Telamon
