// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/rulesentence.h"

#include "api/catalog/patternwords.h"
#include "api/catalog/schema.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RuleSentence)

public:
    QLatin1StringView name;
    const char* sentence;
};

constexpr std::array formats = {
    Words {"date-time"_L1, QT_TRANSLATE_NOOP("RuleSentence", "date and time as in 2026-01-31T12:00:00Z")},
    Words {"date"_L1, QT_TRANSLATE_NOOP("RuleSentence", "date as in 2026-01-31")},
    Words {"uuid"_L1, QT_TRANSLATE_NOOP("RuleSentence", "a UUID")},
    Words {"ipv4"_L1, QT_TRANSLATE_NOOP("RuleSentence", "an IPv4 address")},
    Words {"ipv6"_L1, QT_TRANSLATE_NOOP("RuleSentence", "an IPv6 address")},
    Words {"email"_L1, QT_TRANSLATE_NOOP("RuleSentence", "an e-mail address")},
};

constexpr std::array namedRules = {
    Words {"addressOrRange"_L1,
        QT_TRANSLATE_NOOP("RuleSentence", "an IPv4 or IPv6 address, or a range as in 192.0.2.0/24")},
    Words {"jsonObject"_L1, QT_TRANSLATE_NOOP("RuleSentence", "a JSON object, as in {\"closed\": true}")},
    Words {"ipAddress"_L1, QT_TRANSLATE_NOOP("RuleSentence", "an IPv4 or IPv6 address")},
    Words {"withinFourWeeks"_L1, QT_TRANSLATE_NOOP("RuleSentence", "in the future, at most 4 weeks ahead")},
    Words {"namespace"_L1, QT_TRANSLATE_NOOP("RuleSentence", "as database.collection")},
    Words {"uniqueNames"_L1, QT_TRANSLATE_NOOP("RuleSentence", "no name twice")},
    Words {"noReservedPrefix"_L1,
        QT_TRANSLATE_NOOP("RuleSentence", "not beginning with “lucene.”, “builtin.” or “mongodb.”")},
};

template <size_t count> QString wordsFor(const std::array<Words, count>& table, const QString& name)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&name](const Words& entry) { return entry.name == name; });
    return found == table.end() ? QString() : Words::tr(found->sentence);
}

QString numberText(double number)
{
    constexpr double exact = 1e15;
    return std::trunc(number) == number && std::abs(number) < exact ? QString::number(qint64(number))
                                                                    : QString::number(number, 'g', 15);
}

// The ends of a machine's integers limit nothing that a person would enter.
bool limitsSomething(const std::optional<double>& limit)
{
    constexpr std::array ends = {-2147483648.0, 2147483647.0, 4294967295.0, -9007199254740991.0,
        9007199254740991.0, -9223372036854775808.0, 9223372036854775807.0};
    return limit && std::find(ends.begin(), ends.end(), *limit) == ends.end();
}

void addLimits(QStringList& parts, const Schema& schema)
{
    const bool hasLeast = limitsSomething(schema.minimum);
    const bool hasMost = limitsSomething(schema.maximum);
    if (hasLeast && hasMost)
        parts.append(Words::tr("%1 to %2").arg(numberText(*schema.minimum), numberText(*schema.maximum)));
    else if (hasLeast)
        parts.append(Words::tr("at least %1").arg(numberText(*schema.minimum)));
    else if (hasMost)
        parts.append(Words::tr("at most %1").arg(numberText(*schema.maximum)));
    if (schema.exclusiveMinimum)
        parts.append(Words::tr("more than %1").arg(numberText(*schema.exclusiveMinimum)));
    if (schema.exclusiveMaximum)
        parts.append(Words::tr("less than %1").arg(numberText(*schema.exclusiveMaximum)));
    if (schema.multipleOf)
        parts.append(Words::tr("a multiple of %1").arg(numberText(*schema.multipleOf)));
}

QString patternPart(const Schema& schema)
{
    const QString words = patternWords(schema);
    return words.isEmpty() ? Words::tr("as in %1").arg(schema.pattern) : words;
}

} // namespace

QString ruleSentenceOf(const Schema& schema, const QStringList& moreRules)
{
    if (!schema.enumValues.isEmpty())
        return {};
    const QStringList rules = schema.namedRules + moreRules;
    QStringList parts;
    parts.append(countWords(schema.minLength, schema.maxLength, Counted::Characters));
    addLimits(parts, schema);
    // Its pattern says the same, less well.
    if (!schema.pattern.isEmpty() && !rules.contains("ipAddress"_L1))
        parts.append(patternPart(schema));
    parts.append(wordsFor(formats, schema.format));
    parts.append(countWords(schema.minItems, schema.maxItems, Counted::Entries));
    const bool isOffered = schema.items && !schema.items->enumValues.isEmpty(); // each once
    if (schema.hasUniqueItems && !isOffered)
        parts.append(Words::tr("none twice"));
    const bool isListOfTexts = schema.items && schema.items->types == Schema::Type::String;
    if (const QString each = isListOfTexts ? ruleSentenceOf(*schema.items) : QString(); !each.isEmpty())
        parts.append(Words::tr("each entry: %1").arg(each));
    parts.append(countWords(schema.minProperties, schema.maxProperties, Counted::Fields));
    for (const QString& rule : rules)
        parts.append(wordsFor(namedRules, rule));
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts.join(u"; "_s);
}

QDateTime timeIn(const QJsonValue& value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QString notBeforeSentence(const QDateTime& now)
{
    return Words::tr("not before %1, as it is now").arg(now.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s));
}

} // namespace Telamon
