// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alertmodel.h"

#include "api/records/plaintext.h"
#include "models/judgements.h"
#include "models/tables/tables.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QLocale>

#include <cmath>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

bool isAhead(const QVariant& time, qint64 now)
{
    const QDateTime moment = time.toDateTime();
    return moment.isValid() && moment.toMSecsSinceEpoch() > now;
}

QString shortUnits(const QString& units)
{
    static const QHash<QString, QString> known {{u"BITS"_s, u"bit"_s}, {u"BYTES"_s, u"B"_s},
        {u"KILOBYTES"_s, u"kB"_s}, {u"MEGABYTES"_s, u"MB"_s}, {u"GIGABYTES"_s, u"GB"_s},
        {u"TERABYTES"_s, u"TB"_s}, {u"PETABYTES"_s, u"PB"_s}, {u"NANOSECONDS"_s, u"ns"_s},
        {u"MICROSECONDS"_s, u"µs"_s}, {u"MILLISECONDS"_s, u"ms"_s}, {u"SECONDS"_s, u"s"_s},
        {u"MINUTES"_s, u"min"_s}, {u"HOURS"_s, u"h"_s}, {u"DAYS"_s, u"d"_s}, {u"PERCENT"_s, u"%"_s},
        {u"bits"_s, u"bit"_s}, {u"bytes"_s, u"B"_s}, {u"KB"_s, u"kB"_s}, {u"nsec"_s, u"ns"_s},
        {u"msec"_s, u"ms"_s}, {u"sec"_s, u"s"_s}, {u"hours"_s, u"h"_s}, {u"days"_s, u"d"_s}};
    return known.value(units, visibleText(units));
}

// The service calls a share of a whole "RAW", like what has no units at all.
bool isShare(const QString& metric)
{
    return metric.contains("PERCENT"_L1) || metric.contains("CPU"_L1) || metric.contains("SPACE_USED"_L1)
        || metric.contains("UTILIZATION"_L1);
}

// More digits are in the tool tip.
QString shortNumber(double number)
{
    const double rounded = std::round(number * 10) / 10;
    return QLocale().toString(rounded, 'f', rounded == std::round(rounded) ? 0 : 1);
}

} // namespace

bool isAcknowledgedAlert(const QJsonObject& alert, qint64 now)
{
    const QDateTime until =
        QDateTime::fromString(alert.value("acknowledgedUntil"_L1).toString(), Qt::ISODate);
    return alert.value("status"_L1).toString() != "CLOSED"_L1 && until.isValid()
        && until.toMSecsSinceEpoch() > now;
}

QString alertFieldWords(const QString& name, const QJsonObject& alert, qint64 now)
{
    return name == "status"_L1 && isAcknowledgedAlert(alert, now) ? AlertModel::tr("Acknowledged")
                                                                  : QString();
}

AlertModel::AlertModel(QObject* parent) : RecordModel(alertTable(), parent)
{
}

RecordModel::Attention AlertModel::recordAttention(int record) const
{
    return judgeAlert(recordValue(record, "status").toString(), recordValue(record, "eventType").toString(),
        isAhead(recordValue(record, "acknowledgedUntil"), now()));
}

QVariant AlertModel::decoration(int row, int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    const QByteArray& key = columns()[size_t(column)].key;
    if (key == "status" && value(row, key).toString() != "CLOSED"_L1
        && isAhead(value(row, "acknowledgedUntil"), now()))
        return tr("Acknowledged");
    // A value and its units are one thing to a person; a RAW value has none.
    const QVariant number = key == "currentValue" ? value(row, key) : QVariant();
    if (!number.isValid())
        return {};
    const QString units = value(row, "units").toString();
    const QString shown = shortNumber(number.toDouble());
    if (!units.isEmpty() && units != "RAW"_L1)
        return QString(shown + u' ' + shortUnits(units));
    return isShare(value(row, "metric").toString()) ? QString(shown + u" %"_s) : shown;
}

} // namespace Telamon
