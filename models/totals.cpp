// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/totals.h"

#include "models/recordmodel.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {
QString numberText(const Column& column, double sum)
{
    constexpr double Most = 9e18; // of a whole number
    const auto whole = static_cast<qint64>(std::clamp(sum, -Most, Most));
    if (column.presentation == Presentation::Bytes)
        return QLocale().formattedDataSize(whole, 1, QLocale::DataSizeIecFormat);
    return column.type == ColumnType::Number ? QLocale().toString(sum, 'g', 6) : QLocale().toString(whole);
}

QStringList collected(const RecordModel& records, auto textOf)
{
    QStringList texts;
    for (std::size_t i = 0; i < records.columns().size(); ++i) {
        const Column& column = records.columns()[i];
        if (!column.total.many)
            continue;
        const std::optional<double> sum = records.sum(static_cast<int>(i));
        if (sum && std::isfinite(*sum))
            texts.append(textOf(column, *sum));
    }
    return texts;
}
} // namespace

QStringList totalTexts(const RecordModel& records)
{
    return collected(records, [](const Column& column, double sum) -> QString {
        const bool isOne = sum == 1 && column.total.one;
        return QCoreApplication::translate("Column", isOne ? column.total.one : column.total.many)
            .arg(numberText(column, sum));
    });
}

QStringList totalLines(const RecordModel& records)
{
    return collected(records, [](const Column& column, double sum) -> QString {
        return QCoreApplication::translate("Column", column.title) + u": "_s + numberText(column, sum);
    });
}

} // namespace Telamon
