// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/isotime.h"

#include <algorithm>

namespace Telamon {

namespace {
constexpr qint64 MsecsPerDay = 86'400'000;

// Days since 1970-01-01 in the proleptic Gregorian calendar; eras of 400 years begin in March.
qint64 daysFromCivil(int year, int month, int day)
{
    const qint64 y = month <= 2 ? year - 1 : year;
    const qint64 era = (y >= 0 ? y : y - 399) / 400;
    const qint64 yearOfEra = y - era * 400;
    const qint64 dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

int daysInMonth(int year, int month)
{
    if (month == 2)
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) { }

    bool isAtEnd() const { return m_text.empty(); }
    bool nextIsDigit() const { return !m_text.empty() && m_text.front() >= '0' && m_text.front() <= '9'; }
    bool take(std::string_view anyOf)
    {
        // Two signs at most, which are compared here: find() would call memchr() for each.
        if (m_text.empty()
            || std::none_of(anyOf.begin(), anyOf.end(), [c = m_text.front()](char one) { return c == one; }))
            return false;
        m_taken = m_text.front();
        m_text.remove_prefix(1);
        return true;
    }
    char taken() const { return m_taken; }
    int number(std::size_t digits) // -1 where there are fewer
    {
        if (m_text.size() < digits)
            return -1;
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (m_text[i] < '0' || m_text[i] > '9')
                return -1;
            value = value * 10 + (m_text[i] - '0');
        }
        m_text.remove_prefix(digits);
        return value;
    }

private:
    std::string_view m_text;
    char m_taken = 0;
};

std::optional<qint64> scanTimeOfDay(Scanner& scanner)
{
    const int hour = scanner.number(2);
    if (hour < 0 || hour > 24 || !scanner.take(":"))
        return {};
    const int minute = scanner.number(2);
    if (minute < 0 || minute > 59)
        return {};
    int second = 0;
    int msecs = 0;
    if (scanner.take(":")) {
        second = scanner.number(2);
        if (second < 0 || second > 60) // 60: a leap second, told as the next minute's first
            return {};
        if (scanner.take(".,")) {
            if (!scanner.nextIsDigit())
                return {};
            for (int unit = 100; scanner.nextIsDigit(); unit /= 10)
                msecs += scanner.number(1) * unit;
        }
    }
    if (hour == 24 && (minute || second || msecs))
        return {};
    return ((hour * 60LL + minute) * 60 + second) * 1000 + msecs;
}

std::optional<qint64> scanZone(Scanner& scanner)
{
    if (scanner.isAtEnd() || scanner.take("Zz"))
        return 0;
    if (!scanner.take("+-"))
        return {};
    const qint64 sign = scanner.taken() == '-' ? -1 : 1;
    const int hours = scanner.number(2);
    if (hours < 0 || hours > 23)
        return {};
    scanner.take(":");
    const int minutes = scanner.isAtEnd() ? 0 : scanner.number(2);
    if (minutes < 0 || minutes > 59)
        return {};
    return sign * (hours * 60LL + minutes) * 60'000;
}

void writeNumber(char* out, int digits, qint64 value)
{
    for (int i = digits - 1; i >= 0; --i, value /= 10)
        out[i] = static_cast<char>('0' + value % 10);
}
} // namespace

std::optional<qint64> parseIsoTime(std::string_view text)
{
    Scanner scanner(text);
    const int year = scanner.number(4);
    if (year < 0 || !scanner.take("-"))
        return {};
    const int month = scanner.number(2);
    if (month < 1 || month > 12 || !scanner.take("-"))
        return {};
    const int day = scanner.number(2);
    if (day < 1 || day > daysInMonth(year, month))
        return {};
    const qint64 midnight = daysFromCivil(year, month, day) * MsecsPerDay;
    if (scanner.isAtEnd())
        return midnight;
    if (!scanner.take("Tt "))
        return {};
    const std::optional<qint64> timeOfDay = scanTimeOfDay(scanner);
    if (!timeOfDay)
        return {};
    const std::optional<qint64> offset = scanZone(scanner);
    if (!offset || !scanner.isAtEnd())
        return {};
    return midnight + *timeOfDay - *offset;
}

bool writeIsoTime(qint64 msecsSinceEpoch, char* out)
{
    constexpr qint64 First = -62'167'219'200'000; // 0000-01-01
    constexpr qint64 Last = 253'402'300'799'999; // 9999-12-31
    if (msecsSinceEpoch < First || msecsSinceEpoch > Last)
        return false;
    const qint64 shifted = msecsSinceEpoch - First;
    const qint64 timeOfDay = shifted % MsecsPerDay / 1000;
    const qint64 days = shifted / MsecsPerDay + daysFromCivil(0, 1, 1) + 719468; // since 0000-03-01
    const qint64 era = (days >= 0 ? days : days - 146096) / 146097;
    const qint64 dayOfEra = days - era * 146097;
    const qint64 yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const qint64 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const qint64 shiftedMonth = (5 * dayOfYear + 2) / 153;
    const qint64 month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    writeNumber(out, 4, yearOfEra + era * 400 + (month <= 2 ? 1 : 0));
    out[4] = '-';
    writeNumber(out + 5, 2, month);
    out[7] = '-';
    writeNumber(out + 8, 2, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1);
    out[10] = 'T';
    writeNumber(out + 11, 2, timeOfDay / 3600);
    out[13] = ':';
    writeNumber(out + 14, 2, timeOfDay / 60 % 60);
    out[16] = ':';
    writeNumber(out + 17, 2, timeOfDay % 60);
    out[19] = 'Z';
    return true;
}

} // namespace Telamon
