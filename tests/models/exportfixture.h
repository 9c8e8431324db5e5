// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/export/recordexport.h"
#include "models/recordmodel.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

namespace Telamon {

// A table of rows that count: id, name, number, time, flag, size.
inline TableLayout exportedLayout()
{
    using enum ColumnType;
    TableLayout table;
    table.columns = {{"id", "Id", Text}, {"name", "Name", Text}, {"state", "State", Enum},
        {"count", "Count", Integer}, {"ratio", "Ratio", Number},
        {"created", "Created", Time, Presentation::Age}, {"isOn", "On", Flag},
        {"size", "Size", Integer, Presentation::Bytes, false}};
    table.idColumns = {"id"};
    table.sources = {{"things", "/results", "",
        {{{"/id"}}, {{"/name"}}, {{"/state"}}, {{"/count"}}, {{"/ratio"}}, {{"/created"}}, {{"/isOn"}},
            {{"/size"}}}}};
    return table;
}

// JSON written with single quotes.
inline QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

inline QByteArray exportedRows(int from, int to)
{
    QByteArray rows = "{'results':[";
    for (int i = from; i < to; ++i) {
        const QByteArray number = QByteArray::number(i);
        rows += (i > from ? ",{'id':'" : "{'id':'") + number + "','name':'row " + number
            + (i % 2 ? "','state':'ODD','count':" : "','state':'EVEN','count':") + QByteArray::number(-i)
            + ",'extra':{'kept':true}}";
    }
    return json(rows + "]}");
}

inline bool fill(RecordModel& model, const QByteArray& answer, const QByteArray& source = "things")
{
    QSignalSpy finished(&model, &RecordModel::loadFinished);
    model.beginLoad();
    model.addAnswer(source, answer);
    model.finishLoad();
    return finished.count() > 0 || finished.wait(60000);
}

inline ExportChoice exportOf(const RecordModel& model, ExportChoice::Format format, const QString& file)
{
    ExportChoice choice {format, false, {}, file};
    for (int column = 0; column < model.columnCount(); ++column)
        choice.columns.append(column);
    return choice;
}

// How it ended, once it has.
inline ExportOutcome exported(
    const RecordModel& model, const ExportChoice& choice, const QList<QByteArray>& secrets = {})
{
    RecordExport job(model, choice, secrets);
    QSignalSpy finished(&job, &RecordExport::finished);
    job.start();
    if (!finished.wait(120000))
        qWarning("the export does not end");
    return job.outcome();
}

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace Telamon
