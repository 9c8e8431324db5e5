// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filtervalue.h"

#include "api/records/isotime.h"

#include <QCoreApplication>

#include <array>
#include <optional>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {
struct Unit {
    QLatin1StringView name;
    double factor;
};

constexpr double Kibi = 1024.0;
constexpr std::array<Unit, 16> SizeUnits {{
    {"b"_L1, 1},
    {"k"_L1, Kibi},
    {"kib"_L1, Kibi},
    {"kb"_L1, 1e3},
    {"m"_L1, Kibi* Kibi},
    {"mib"_L1, Kibi* Kibi},
    {"mb"_L1, 1e6},
    {"g"_L1, Kibi* Kibi* Kibi},
    {"gib"_L1, Kibi* Kibi* Kibi},
    {"gb"_L1, 1e9},
    {"t"_L1, Kibi* Kibi* Kibi* Kibi},
    {"tib"_L1, Kibi* Kibi* Kibi* Kibi},
    {"tb"_L1, 1e12},
    {"p"_L1, Kibi* Kibi* Kibi* Kibi* Kibi},
    {"pib"_L1, Kibi* Kibi* Kibi* Kibi* Kibi},
    {"pb"_L1, 1e15},
}};
constexpr std::array<Unit, 6> AgeUnits {{
    {"s"_L1, 1e3},
    {"min"_L1, 6e4},
    {"h"_L1, 3.6e6},
    {"d"_L1, 8.64e7},
    {"w"_L1, 6.048e8},
    {"y"_L1, 3.15576e10},
}};

// "1.5GiB" with the units given; without a unit the number itself, where that is allowed.
template <std::size_t N>
std::optional<double> quantity(QStringView text, const std::array<Unit, N>& units, bool needsUnit)
{
    qsizetype digits = text.startsWith(u'-') ? 1 : 0;
    while (digits < text.size() && (text[digits].isDigit() || text[digits] == u'.'))
        ++digits;
    bool isNumber = false;
    const double number = text.first(digits).toDouble(&isNumber);
    const QStringView name = text.sliced(digits).trimmed();
    if (!isNumber || (name.isEmpty() && needsUnit))
        return {};
    if (name.isEmpty())
        return number;
    for (const Unit& unit : units) {
        if (name.compare(unit.name, Qt::CaseInsensitive) == 0)
            return number * unit.factor;
    }
    return {};
}

// A younger record has the greater time.
Filter::Test mirrored(Filter::Test test)
{
    using Test = Filter::Test;
    switch (test) {
    case Test::Less:
        return Test::Greater;
    case Test::LessOrEqual:
        return Test::GreaterOrEqual;
    case Test::Greater:
        return Test::Less;
    case Test::GreaterOrEqual:
        return Test::LessOrEqual;
    default:
        return test;
    }
}

} // namespace

QString filterSentence(const char* text)
{
    return QCoreApplication::translate("Filter", text);
}

QString setFilterTime(Filter::Term& term, const QString& value, qint64 now)
{
    if (const auto age = quantity(value, AgeUnits, true)) {
        term.test = mirrored(term.test);
        term.integer = now - static_cast<qint64>(*age);
        return {};
    }
    const QByteArray bytes = value.toUtf8();
    if (const auto time = parseIsoTime({bytes.constData(), static_cast<std::size_t>(bytes.size())})) {
        term.integer = *time;
        return {};
    }
    return filterSentence("“%1” is neither a date (2026-01-31) nor an age (30min, 12h, 7d, 2w, 1y).")
        .arg(value);
}

QString setFilterNumber(Filter::Term& term, const QString& value, const Column& column)
{
    const bool isSize = column.presentation == Presentation::Bytes;
    const auto number =
        isSize ? quantity(value, SizeUnits, false) : quantity(value, std::array<Unit, 0>(), false);
    if (!number)
        return (isSize ? filterSentence("“%1” is not a size. Write it like 500MiB or 1.5GiB.")
                       : filterSentence("“%1” is not a number."))
            .arg(value);
    term.number = *number;
    return {};
}

bool takesFilterUnit(const QString& number, const QString& unit, const Column& column)
{
    if (!quantity(number, std::array<Unit, 0>(), false))
        return false;
    const QString value = number + u' ' + unit;
    if (column.type == ColumnType::Time)
        return quantity(value, AgeUnits, true).has_value();
    return column.presentation == Presentation::Bytes && quantity(value, SizeUnits, true).has_value();
}

QString setFilterFlag(Filter::Term& term, const QString& value)
{
    const QString word = value.toLower();
    const bool isTrue = word == "yes"_L1 || word == "true"_L1 || word == "on"_L1;
    if (!isTrue && word != "no"_L1 && word != "false"_L1 && word != "off"_L1)
        return filterSentence("“%1” is neither yes nor no.").arg(value);
    term.test = Filter::Test::Equal;
    term.integer = isTrue ? 1 : 0;
    return {};
}

} // namespace Telamon
