// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/seriesfilter.h"

#include "api/records/isotime.h"
#include "models/filterwords.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>
#include <cstdlib>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {
std::optional<qint64> timeIn(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    return parseIsoTime({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

// A time as a filter takes it: that of the zone, as the table and the chart show it. Empty where it cannot be
// written.
QString timeText(qint64 time, const QTimeZone& zone)
{
    constexpr int minute = 60;
    constexpr int hour = 60 * minute;
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time, zone);
    const int offset = moment.offsetFromUtc();
    const int year = moment.date().year();
    if (year > 0 && year < 10'000 && time % 1000 == 0 && offset % minute == 0) {
        const QString format = moment.time().second() == 0 ? u"yyyy-MM-ddTHH:mm"_s : u"yyyy-MM-ddTHH:mm:ss"_s;
        const QString local = moment.toString(format);
        if (offset == 0)
            return local + u'Z';
        return local
            + u"%1%2:%3"_s.arg(QChar(offset < 0 ? u'-' : u'+'))
                  .arg(std::abs(offset) / hour, 2, 10, QChar(u'0'))
                  .arg(std::abs(offset) % hour / minute, 2, 10, QChar(u'0'));
    }
    std::array<char, IsoTimeLength> text {};
    return writeIsoTime(time, text.data())
        ? QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()))
        : QString();
}

// Take over what a word about the chart's own column selects; false: it is somebody else's.
bool takePart(const FilterWord& word, SeriesFilter& filter)
{
    const QString value = word.value();
    if (word.isExcluding) {
        if (value.isEmpty())
            filter.part = SeriesPart {.kind = SeriesPart::Kind::Unknown};
        return value.isEmpty();
    }
    if (word.isQuotedBehindColon || !value.startsWith("=="_L1))
        return false;
    filter.part = SeriesPart {.value = value.sliced(2)};
    return true;
}

bool takeTime(const FilterWord& word, SeriesFilter& filter)
{
    if (word.isExcluding || word.isQuotedBehindColon)
        return false;
    const QString value = word.value();
    if (const auto from = value.startsWith(">="_L1) ? timeIn(value.sliced(2)) : std::nullopt) {
        filter.from = from;
        return true;
    }
    if (const auto until = value.startsWith(u'<') ? timeIn(value.sliced(1)) : std::nullopt) {
        filter.until = until;
        return true;
    }
    return false;
}

QString joined(const QString& rest, const SeriesDescription& chart, const QString& own)
{
    QString only = QString::fromLatin1(chart.only);
    if (QString(u' ' + rest + u' ').contains(QString(u' ' + only + u' ')))
        only.clear(); // somebody has asked for it already
    QStringList words {rest, only, own};
    words.removeAll(QString());
    return words.join(u' ');
}
} // namespace

SeriesFilter SeriesFilter::parse(
    const QString& filter, const SeriesDescription& chart, const Columns& columns)
{
    SeriesFilter parsed;
    parsed.rest = filter;
    const auto words = filterWords(filter);
    if (!words)
        return parsed;
    const bool hasTimes = chart.kind != SeriesDescription::Kind::Categories;
    const bool hasParts = !chart.isOverTime();
    const QString only = QString::fromLatin1(chart.only);
    QStringList rest;
    for (const FilterWord& word : *words) {
        const std::ptrdiff_t column = filterColumn(word, columns);
        const QByteArray key = column >= 0 ? columns[static_cast<std::size_t>(column)].key : QByteArray();
        const bool isOfTime = hasTimes && !key.isEmpty() && key == chart.timeKey;
        const bool isOfPart = hasParts && !key.isEmpty() && key == chart.seriesKey;
        const QString text = filter.sliced(word.from, word.size);
        if (text != only && !(isOfTime && takeTime(word, parsed)) && !(isOfPart && takePart(word, parsed)))
            rest.append(text);
    }
    if (parsed.selects())
        parsed.rest = rest.join(u' ');
    return parsed;
}

QString spanFilter(
    const QString& rest, const SeriesDescription& chart, qint64 from, qint64 until, const QTimeZone& zone)
{
    const QString key = QString::fromLatin1(chart.timeKey);
    QStringList words;
    if (const QString text = timeText(from, zone); !text.isEmpty())
        words.append(key + ":>="_L1 + text);
    if (const QString text = timeText(until, zone); !text.isEmpty())
        words.append(key + ":<"_L1 + text);
    return joined(rest, chart, words.join(u' '));
}

QString partFilter(const QString& rest, const SeriesDescription& chart, const SeriesPart& part)
{
    const QString key = QString::fromLatin1(chart.seriesKey);
    if (part.kind == SeriesPart::Kind::Unknown)
        return joined(rest, chart, u'-' + key + u':');
    if (part.kind == SeriesPart::Kind::Others || chart.group)
        return {};
    return joined(rest, chart, key + ":=="_L1 + quotedFilterValue(part.value));
}

} // namespace Telamon
