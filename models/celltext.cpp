// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/celltext.h"

#include "api/records/plaintext.h"
#include "models/enumwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {
QString cellWord(const char* text)
{
    return QCoreApplication::translate("CellText", text);
}

QString decoded(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString numberText(double number)
{
    return QLocale().toString(number, 'g', 6);
}

qint64 wholeBytes(const CellColumn& cells, std::size_t row)
{
    return cells.type() == ColumnType::Number ? static_cast<qint64>(cells.number(row)) : cells.integer(row);
}
} // namespace

// Always in the same digits: those of a language written from the right would turn the parts around.
QString momentText(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString ageText(qint64 time, qint64 now)
{
    struct Unit {
        qint64 msecs;
        const char* past;
        const char* future;
    };
    static const std::array<Unit, 5> units {{
        {365 * 86'400'000LL, QT_TRANSLATE_NOOP("CellText", "%1 y ago"),
            QT_TRANSLATE_NOOP("CellText", "in %1 y")},
        {60 * 86'400'000LL, QT_TRANSLATE_NOOP("CellText", "%1 mo ago"),
            QT_TRANSLATE_NOOP("CellText", "in %1 mo")},
        {86'400'000, QT_TRANSLATE_NOOP("CellText", "%1 d ago"), QT_TRANSLATE_NOOP("CellText", "in %1 d")},
        {3'600'000, QT_TRANSLATE_NOOP("CellText", "%1 h ago"), QT_TRANSLATE_NOOP("CellText", "in %1 h")},
        {60'000, QT_TRANSLATE_NOOP("CellText", "%1 min ago"), QT_TRANSLATE_NOOP("CellText", "in %1 min")},
    }};
    constexpr qint64 Month = 2'629'800'000; // from two months on, in months
    const qint64 distance = time > now ? time - now : now - time;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (distance >= units[i].msecs) {
            const qint64 count = distance / (i == 1 ? Month : units[i].msecs);
            return cellWord(time > now ? units[i].future : units[i].past).arg(count);
        }
    }
    constexpr qint64 ClockSkew = 10'000; // the service's clock and this machine's are never quite the same
    return time > now + ClockSkew ? cellWord("in a moment") : cellWord("just now");
}

QString cellText(const RecordTable& table, std::size_t row, std::size_t column, qint64 now)
{
    const CellColumn& cells = table.column(column);
    if (!cells.isKnown(row))
        return {};
    const Presentation presentation = table.columns()[column].presentation;
    switch (cells.type()) {
    case ColumnType::Enum:
        return visibleText(enumWords(table.columns()[column], decoded(cells.textOrEnum(row).view())));
    case ColumnType::Text: {
        // Of a very long text only what can be shown is decoded: at most four bytes make one character.
        const std::string_view text = cells.text(row).view();
        return visibleText(decoded(text.substr(0, (VisibleTextLimit + 1) * 4)));
    }
    case ColumnType::Flag:
        return cells.flag(row) ? cellWord("yes") : cellWord("no");
    case ColumnType::Time:
        return presentation == Presentation::Age ? ageText(cells.integer(row), now)
                                                 : momentText(cells.integer(row));
    case ColumnType::Integer:
    case ColumnType::Number:
        break;
    }
    if (presentation == Presentation::Bytes)
        return QLocale().formattedDataSize(wholeBytes(cells, row), 1, QLocale::DataSizeIecFormat);
    return cells.type() == ColumnType::Number ? numberText(cells.number(row))
                                              : QLocale().toString(cells.integer(row));
}

QString cellToolTip(const RecordTable& table, std::size_t row, std::size_t column, qint64 now)
{
    const CellColumn& cells = table.column(column);
    if (!cells.isKnown(row))
        return {};
    const Presentation presentation = table.columns()[column].presentation;
    if (cells.type() == ColumnType::Time) {
        const qint64 time = cells.integer(row);
        const QString utc = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s);
        return cellWord("%1 local time\n%2 UTC\n%3").arg(momentText(time), utc, ageText(time, now));
    }
    if (cells.type() == ColumnType::Enum)
        return visibleText(decoded(cells.textOrEnum(row).view())); // the service's own word
    if (presentation == Presentation::Bytes)
        return cellWord("%1 bytes").arg(QLocale().toString(wholeBytes(cells, row)));
    return cellText(table, row, column, now);
}

QString cellCopy(const RecordTable& table, std::size_t row, std::size_t column)
{
    const CellColumn& cells = table.column(column);
    if (!cells.isKnown(row))
        return {};
    switch (cells.type()) {
    case ColumnType::Enum:
        return visibleText(decoded(cells.textOrEnum(row).view()));
    case ColumnType::Time:
        return QDateTime::fromMSecsSinceEpoch(cells.integer(row), Qt::UTC).toString(Qt::ISODate);
    case ColumnType::Integer:
        return QString::number(cells.integer(row));
    case ColumnType::Number:
        return QString::number(cells.number(row), 'g', QLocale::FloatingPointShortest);
    case ColumnType::Text:
    case ColumnType::Flag:
        break;
    }
    return {};
}

QVariant cellValue(const RecordTable& table, std::size_t row, std::size_t column)
{
    const CellColumn& cells = table.column(column);
    if (!cells.isKnown(row))
        return {};
    switch (cells.type()) {
    case ColumnType::Text:
    case ColumnType::Enum:
        return decoded(cells.textOrEnum(row).view());
    case ColumnType::Flag:
        return cells.flag(row) != 0;
    case ColumnType::Time:
        return QDateTime::fromMSecsSinceEpoch(cells.integer(row), Qt::UTC);
    case ColumnType::Number:
        return cells.number(row);
    case ColumnType::Integer:
        break;
    }
    return cells.integer(row);
}

} // namespace Telamon
