// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/recordtext.h"

#include "api/catalog/masking.h"
#include "api/records/recordsnapshot.h"
#include "models/export/csvcell.h"
#include "models/export/markdowncell.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

#include <cmath>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

// A number as any reader takes it, whatever the language of the window.
QByteArray numberText(const CellColumn& cells, std::size_t at)
{
    if (cells.type() != ColumnType::Number)
        return QByteArray::number(cells.integer(at));
    const double number = cells.number(at);
    return std::isfinite(number) ? QByteArray::number(number, 'g', QLocale::FloatingPointShortest)
                                 : QByteArray();
}

QDateTime momentOf(const CellColumn& cells, std::size_t at)
{
    return QDateTime::fromMSecsSinceEpoch(cells.integer(at), Qt::UTC);
}

QString sizeText(const CellColumn& cells, std::size_t at)
{
    const qint64 bytes = cells.type() == ColumnType::Number ? qint64(cells.number(at)) : cells.integer(at);
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat);
}

} // namespace

RecordText::RecordText(std::shared_ptr<const RecordSnapshot> snapshot, ExportChoice::Format format,
    const QStringList& titles, const RecordMasks& masks, const QList<QByteArray>& secrets)
    : m_snapshot(std::move(snapshot)), m_format(format), m_titles(titles), m_masks(masks)
{
    if (!secrets.isEmpty())
        m_secrets.emplace(secrets);
    for (std::size_t i = 0; i < m_snapshot->columnCount(); ++i)
        m_isSecret.push_back(masks.isSecret(m_snapshot->layout(), m_snapshot->columnNumber(i)));
}

std::size_t RecordText::rowCount() const
{
    return m_snapshot->size();
}

QByteArray RecordText::begin() const
{
    QByteArrayList cells;
    switch (m_format) {
    case ExportChoice::Format::Json:
        return "[";
    case ExportChoice::Format::Csv:
        for (const QString& title : m_titles)
            cells.append(csvCell(title));
        return cells.join(',') + "\r\n";
    case ExportChoice::Format::Markdown:
        break;
    }
    QByteArray rule = "|";
    for (qsizetype i = 0; i < m_titles.size(); ++i) {
        cells.append(markdownCell(m_titles.at(i)).toUtf8());
        const ColumnType type = m_snapshot->cells(std::size_t(i)).type();
        const bool isNumber = type == ColumnType::Integer || type == ColumnType::Number;
        rule += isNumber ? " ---: |" : " --- |";
    }
    return "| " + cells.join(" | ") + " |\n" + rule + '\n';
}

QByteArray RecordText::row(std::size_t row) const
{
    switch (m_format) {
    case ExportChoice::Format::Csv:
        return csvRow(row);
    case ExportChoice::Format::Json:
        return (row > 0 ? ",\n" : "\n") + jsonRow(row);
    case ExportChoice::Format::Markdown:
        break;
    }
    return markdownRow(row);
}

QByteArray RecordText::end() const
{
    return m_format == ExportChoice::Format::Json ? QByteArrayLiteral("\n]\n") : QByteArray();
}

QString RecordText::text(std::size_t row, std::size_t column) const
{
    const std::string_view view = m_snapshot->cells(column).textOrEnum(m_snapshot->cellAt(row)).view();
    const auto size = static_cast<qsizetype>(view.size());
    return QString::fromUtf8(
        m_secrets ? m_secrets->masked(QByteArray(view.data(), size)) : QByteArray(view.data(), size));
}

QByteArray RecordText::csvRow(std::size_t row) const
{
    const std::size_t at = m_snapshot->cellAt(row);
    QByteArray line;
    for (std::size_t column = 0; column < m_snapshot->columnCount(); ++column) {
        if (column > 0)
            line += ',';
        const CellColumn& cells = m_snapshot->cells(column);
        if (!cells.isKnown(at))
            continue;
        if (m_isSecret[column]) {
            line += csvCell(secretMark());
            continue;
        }
        switch (cells.type()) {
        case ColumnType::Text:
        case ColumnType::Enum:
            line += csvCell(text(row, column));
            break;
        case ColumnType::Time:
            line += momentOf(cells, at).toString(Qt::ISODateWithMs).toLatin1();
            break;
        case ColumnType::Flag:
            line += cells.flag(at) != 0 ? "true" : "false";
            break;
        case ColumnType::Integer:
        case ColumnType::Number:
            line += numberText(cells, at); // -1 is a number, not a formula
            break;
        }
    }
    return line + "\r\n";
}

QByteArray RecordText::markdownRow(std::size_t row) const
{
    const std::size_t at = m_snapshot->cellAt(row);
    QByteArray line = "|";
    for (std::size_t column = 0; column < m_snapshot->columnCount(); ++column) {
        const CellColumn& cells = m_snapshot->cells(column);
        QString shown;
        if (!cells.isKnown(at))
            shown.clear();
        else if (m_isSecret[column])
            shown = secretMark();
        else if (cells.type() == ColumnType::Text || cells.type() == ColumnType::Enum)
            shown = markdownCell(text(row, column));
        else if (cells.type() == ColumnType::Time)
            shown = momentOf(cells, at).toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
        else if (cells.type() == ColumnType::Flag)
            shown = cells.flag(at) != 0 ? QCoreApplication::translate("CellText", "yes")
                                        : QCoreApplication::translate("CellText", "no");
        else if (m_snapshot->layout().columns[m_snapshot->columnNumber(column)].presentation
            == Presentation::Bytes)
            shown = sizeText(cells, at);
        else
            shown = QString::fromLatin1(numberText(cells, at));
        line += ' ' + shown.toUtf8() + " |";
    }
    return line + '\n';
}

QByteArray RecordText::record(const QByteArray& sourceId, const QByteArray& json) const
{
    QByteArray shown = m_masks.masked(sourceId, json);
    if (m_secrets)
        shown = m_secrets->masked(shown);
    // Parts that nobody asked for were not looked at when the answer came: the file is JSON all the same.
    QJsonParseError error;
    QJsonDocument::fromJson('[' + shown + ']', &error);
    if (error.error == QJsonParseError::NoError)
        return shown;
    return '"' + QCoreApplication::translate("Masking", "(%1 bytes, not shown)").arg(json.size()).toUtf8()
        + '"';
}

// Where several answers may tell of one row, each row says which did: {"clusters": {...}, "fleet": {...}}.
QByteArray RecordText::jsonRow(std::size_t row) const
{
    const auto tellings = m_snapshot->json(row);
    if (m_snapshot->layout().sources.size() == 1)
        return record(tellings.first().first, tellings.first().second);
    QByteArray object = "{";
    for (const auto& [sourceId, json] : tellings) {
        if (object.size() > 1)
            object += ", ";
        object += '"' + sourceId + "\": " + record(sourceId, json);
    }
    return object + '}';
}

} // namespace Telamon
