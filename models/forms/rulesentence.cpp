// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/rulesentence.h"

#include "api/catalog/schema.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

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
    Words {"ipAddress"_L1, QT_TRANSLATE_NOOP("RuleSentence", "an IPv4 or IPv6 address")},
    Words {"withinFourWeeks"_L1, QT_TRANSLATE_NOOP("RuleSentence", "in the future, at most 4 weeks ahead")},
    Words {"uniqueNames"_L1, QT_TRANSLATE_NOOP("RuleSentence", "no name twice")},
    Words {"noReservedPrefix"_L1,
        QT_TRANSLATE_NOOP("RuleSentence", "not beginning with lucene., builtin. or mongodb.")},
};

// Patterns that stand in many places, said in words.
constexpr std::array patterns = {
    Words {"^([a-f0-9]{24})$"_L1, QT_TRANSLATE_NOOP("RuleSentence", "24 characters: digits and a to f")},
    Words {"^[a-zA-Z0-9][a-zA-Z0-9-]*$"_L1,
        QT_TRANSLATE_NOOP("RuleSentence", "letters, digits and -, not beginning with -")},
    Words {"^([A-Z]{2})$"_L1, QT_TRANSLATE_NOOP("RuleSentence", "two capital letters")},
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

QString rangeOf(const std::optional<qint64>& least, const std::optional<qint64>& most, const char* unit)
{
    const auto counted = [unit](const QString& amount) { return Words::tr(unit).arg(amount); };
    if (least && most)
        return counted(
            *least == *most ? QString::number(*least) : Words::tr("%1 to %2").arg(*least).arg(*most));
    if (most)
        return counted(Words::tr("up to %1").arg(*most));
    if (least && *least == 1)
        return Words::tr("not empty");
    return least && *least > 1 ? counted(Words::tr("at least %1").arg(*least)) : QString();
}

void addLimits(QStringList& parts, const Schema& schema)
{
    if (schema.minimum && schema.maximum) {
        parts.append(Words::tr("%1 to %2").arg(numberText(*schema.minimum), numberText(*schema.maximum)));
    } else {
        if (schema.minimum)
            parts.append(Words::tr("at least %1").arg(numberText(*schema.minimum)));
        if (schema.maximum)
            parts.append(Words::tr("at most %1").arg(numberText(*schema.maximum)));
    }
    if (schema.exclusiveMinimum)
        parts.append(Words::tr("more than %1").arg(numberText(*schema.exclusiveMinimum)));
    if (schema.exclusiveMaximum)
        parts.append(Words::tr("less than %1").arg(numberText(*schema.exclusiveMaximum)));
    if (schema.multipleOf)
        parts.append(Words::tr("a multiple of %1").arg(numberText(*schema.multipleOf)));
}

// One character of a class, or a range or property in it; empty where it is none that is said in words.
QString takeKind(QStringView& rest)
{
    static constexpr std::array kinds = {
        Words {"A-Za-z"_L1, QT_TRANSLATE_NOOP("RuleSentence", "letters a to z")},
        Words {"a-zA-Z"_L1, QT_TRANSLATE_NOOP("RuleSentence", "letters a to z")},
        Words {"a-z"_L1, QT_TRANSLATE_NOOP("RuleSentence", "small letters")},
        Words {"A-Z"_L1, QT_TRANSLATE_NOOP("RuleSentence", "capital letters")},
        Words {"a-f"_L1, QT_TRANSLATE_NOOP("RuleSentence", "a to f")},
        Words {"0-9"_L1, QT_TRANSLATE_NOOP("RuleSentence", "digits")},
        Words {"\\d"_L1, QT_TRANSLATE_NOOP("RuleSentence", "digits")},
        Words {"\\p{L}"_L1, QT_TRANSLATE_NOOP("RuleSentence", "letters")},
        Words {"\\p{N}"_L1, QT_TRANSLATE_NOOP("RuleSentence", "digits")},
    };
    for (const Words& kind : kinds) {
        if (rest.startsWith(kind.name)) {
            rest = rest.mid(kind.name.size());
            return Words::tr(kind.sentence);
        }
    }
    const bool isEscaped = rest.startsWith(u'\\') && rest.size() > 1 && !rest.at(1).isLetterOrNumber();
    const QChar sign = rest.at(isEscaped ? 1 : 0);
    rest = rest.mid(isEscaped ? 2 : 1);
    const bool isRange = rest.size() > 1 && rest.front() == u'-';
    if (sign.isLetterOrNumber() || sign == u'\\' || sign == u'^' || isRange)
        return {};
    return sign == u' ' ? Words::tr("spaces") : QString(sign);
}

// "^[class]{1,64}$" in words; empty for any other pattern.
QString wordsForClass(const QString& pattern)
{
    static const QRegularExpression shape(
        u"\\A\\^\\(?\\[((?:[^\\]\\\\]|\\\\.)+)\\](\\*|\\+|\\{([0-9]+)(,([0-9]*))?\\})\\)?\\$\\z"_s);
    const QRegularExpressionMatch match = shape.match(pattern);
    if (!match.hasMatch())
        return {};
    QStringList kinds;
    const QString members = match.captured(1);
    for (QStringView rest = members; !rest.isEmpty();) {
        kinds.append(takeKind(rest));
        if (kinds.last().isEmpty())
            return {};
    }
    QString words = kinds.takeLast();
    if (!kinds.isEmpty())
        words = Words::tr("%1 and %2").arg(kinds.join(u", "_s), words);
    if (match.capturedLength(3) == 0)
        return words;
    const qint64 least = match.captured(3).toLongLong();
    std::optional<qint64> most;
    if (match.capturedLength(4) == 0)
        most = least;
    else if (match.capturedLength(5) != 0)
        most = match.captured(5).toLongLong();
    return rangeOf(least, most, QT_TRANSLATE_NOOP("RuleSentence", "%1 characters")) + u": "_s + words;
}

QString wordsForPattern(const QString& pattern)
{
    QString words = wordsFor(patterns, pattern);
    if (words.isEmpty())
        words = wordsForClass(pattern);
    return words.isEmpty() ? Words::tr("as in %1").arg(pattern) : words;
}

} // namespace

QString ruleSentenceOf(const Schema& schema)
{
    QStringList parts;
    parts.append(
        rangeOf(schema.minLength, schema.maxLength, QT_TRANSLATE_NOOP("RuleSentence", "%1 characters")));
    addLimits(parts, schema);
    if (!schema.pattern.isEmpty())
        parts.append(wordsForPattern(schema.pattern));
    parts.append(wordsFor(formats, schema.format));
    parts.append(rangeOf(schema.minItems, schema.maxItems, QT_TRANSLATE_NOOP("RuleSentence", "%1 entries")));
    if (schema.hasUniqueItems)
        parts.append(Words::tr("none twice"));
    parts.append(
        rangeOf(schema.minProperties, schema.maxProperties, QT_TRANSLATE_NOOP("RuleSentence", "%1 fields")));
    for (const QString& rule : schema.namedRules)
        parts.append(wordsFor(namedRules, rule));
    parts.removeAll(QString());
    return parts.join(u"; "_s);
}

} // namespace Telamon
