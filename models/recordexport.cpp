// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordexport.h"

#include "models/recordmodel.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSaveFile>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

QByteArray csvCell(QString text)
{
    static const QString dangerous = u"=+-@\t\r"_s;
    if (!text.isEmpty() && dangerous.contains(text.at(0)))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u'"', "\"\""_L1) + u'"';
    return text.toUtf8();
}

QByteArray csvValue(const RecordModel& model, int row, int column)
{
    const QVariant value = model.index(row, column).data(RecordModel::RawValueRole);
    switch (model.columns()[size_t(column)].type) {
    case ColumnType::Time:
        return value.toDateTime().toUTC().toString(Qt::ISODateWithMs).toUtf8();
    case ColumnType::Integer:
    case ColumnType::Number:
    case ColumnType::Flag:
        return value.toString().toUtf8(); // -1 is a number, not a formula
    case ColumnType::Text:
    case ColumnType::Enum:
        break;
    }
    return csvCell(value.toString());
}

} // namespace

QByteArray csvOf(const RecordModel& model, const QList<int>& columns)
{
    QByteArray csv;
    const auto line = [&csv, &columns](auto cell) {
        for (qsizetype i = 0; i < columns.size(); ++i)
            csv += (i > 0 ? "," : "") + cell(columns.at(i));
        csv += "\r\n";
    };
    line([&model](int column) {
        return csvCell(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    });
    for (int row = 0; row < model.rowCount(); ++row)
        line([&model, row](int column) { return csvValue(model, row, column); });
    return csv;
}

QByteArray jsonOf(const RecordModel& model)
{
    QByteArray json = "[";
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto sources = model.json(row);
        for (const auto& [source, record] : sources)
            json += (json.size() > 1 ? ",\n" : "\n") + record;
    }
    return json + "\n]\n";
}

QString writeWhole(const QString& file, const QByteArray& bytes)
{
    QSaveFile target(file);
    const bool isWritten =
        target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() && target.commit();
    return isWritten ? QString()
                     : QCoreApplication::translate("RecordExport", "%1 could not be written: %2")
                           .arg(file, target.errorString());
}

} // namespace Telamon
