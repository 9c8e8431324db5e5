// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/patternwords.h"

#include "api/catalog/schema.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

struct PatternPhrase {
    Q_DECLARE_TR_FUNCTIONS(RuleSentence)

public:
    QLatin1StringView pattern;
    const char* sentence;
};

// Patterns that are more than one class of characters.
constexpr std::array knownPatterns = {
    PatternPhrase {
        "^([a-f0-9]{24})$"_L1, QT_TRANSLATE_NOOP("RuleSentence", "24 characters: digits and a to f")},
    PatternPhrase {"^[a-zA-Z0-9][a-zA-Z0-9-]*$"_L1,
        QT_TRANSLATE_NOOP("RuleSentence", "letters a to z, digits and -, not beginning with -")},
    PatternPhrase {"^([A-Z]{2})$"_L1, QT_TRANSLATE_NOOP("RuleSentence", "two capital letters")},
    PatternPhrase {"^((25[0-5]|(2[0-4]|1\\d|[1-9]|)\\d)(\\.(?!$)|$)){4}|([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$"_L1,
        QT_TRANSLATE_NOOP("RuleSentence", "an IPv4 or IPv6 address")},
    PatternPhrase {
        "^([0-9]{1,3}\\.){3}[0-9]{1,3}(%2[fF][0-9]{1,3})?|([0-9a-f]{1,4}\\:){7}[0-9a-f]{1,4}(%2[fF][0-9]{1,3})?|([0-9a-f]{1,4}\\:){1,6}\\:(%2[fF][0-9]{1,3})?$"_L1,
        QT_TRANSLATE_NOOP("RuleSentence",
            "an IPv4 or IPv6 address, or a range with %2F for the slash as in 192.0.2.0%2F24")},
};

struct Counting {
    const char* exactly;
    const char* one;
    const char* atMostOne;
    const char* atMost;
    const char* atLeastOne;
    const char* atLeast;
    const char* range;
};

constexpr std::array countings = {
    Counting {QT_TRANSLATE_NOOP("RuleSentence", "%1 characters"),
        QT_TRANSLATE_NOOP("RuleSentence", "one character"),
        QT_TRANSLATE_NOOP("RuleSentence", "at most one character"),
        QT_TRANSLATE_NOOP("RuleSentence", "at most %1 characters"),
        QT_TRANSLATE_NOOP("RuleSentence", "not empty"),
        QT_TRANSLATE_NOOP("RuleSentence", "at least %1 characters"),
        QT_TRANSLATE_NOOP("RuleSentence", "%1 to %2 characters")},
    Counting {QT_TRANSLATE_NOOP("RuleSentence", "exactly %1 entries"),
        QT_TRANSLATE_NOOP("RuleSentence", "exactly one entry"),
        QT_TRANSLATE_NOOP("RuleSentence", "at most one entry"),
        QT_TRANSLATE_NOOP("RuleSentence", "at most %1 entries"),
        QT_TRANSLATE_NOOP("RuleSentence", "at least one entry"),
        QT_TRANSLATE_NOOP("RuleSentence", "at least %1 entries"),
        QT_TRANSLATE_NOOP("RuleSentence", "%1 to %2 entries")},
    Counting {QT_TRANSLATE_NOOP("RuleSentence", "exactly %1 fields"),
        QT_TRANSLATE_NOOP("RuleSentence", "exactly one field"),
        QT_TRANSLATE_NOOP("RuleSentence", "at most one field"),
        QT_TRANSLATE_NOOP("RuleSentence", "at most %1 fields"),
        QT_TRANSLATE_NOOP("RuleSentence", "at least one field"),
        QT_TRANSLATE_NOOP("RuleSentence", "at least %1 fields"),
        QT_TRANSLATE_NOOP("RuleSentence", "%1 to %2 fields")},
};

// What a class of characters holds: ranges and properties in words, and single signs.
struct Members {
    QStringList kinds;
    QString signs;
};

// Signs of a list, which would be read as its commas.
QString signInWords(QChar sign)
{
    static constexpr std::array names = {
        PatternPhrase {"-"_L1, QT_TRANSLATE_NOOP("RuleSentence", "hyphens")},
        PatternPhrase {"_"_L1, QT_TRANSLATE_NOOP("RuleSentence", "underscores")},
        PatternPhrase {"."_L1, QT_TRANSLATE_NOOP("RuleSentence", "full stops")},
        PatternPhrase {","_L1, QT_TRANSLATE_NOOP("RuleSentence", "commas")},
        PatternPhrase {"'"_L1, QT_TRANSLATE_NOOP("RuleSentence", "apostrophes")},
    };
    const auto found = std::find_if(names.begin(), names.end(),
        [sign](const PatternPhrase& name) { return name.pattern == QStringView(&sign, 1); });
    return found == names.end() ? QString() : PatternPhrase::tr(found->sentence);
}

// Takes the next member; false where it is none that is said in words.
bool takeMember(QStringView& rest, Members& members)
{
    static constexpr std::array kinds = {
        PatternPhrase {"A-Za-z"_L1, QT_TRANSLATE_NOOP("RuleSentence", "letters a to z")},
        PatternPhrase {"a-zA-Z"_L1, QT_TRANSLATE_NOOP("RuleSentence", "letters a to z")},
        PatternPhrase {"a-fA-F"_L1, QT_TRANSLATE_NOOP("RuleSentence", "a to f")},
        PatternPhrase {"a-z"_L1, QT_TRANSLATE_NOOP("RuleSentence", "small letters")},
        PatternPhrase {"A-Z"_L1, QT_TRANSLATE_NOOP("RuleSentence", "capital letters")},
        PatternPhrase {"a-f"_L1, QT_TRANSLATE_NOOP("RuleSentence", "a to f")},
        PatternPhrase {"0-9"_L1, QT_TRANSLATE_NOOP("RuleSentence", "digits")},
        PatternPhrase {"\\d"_L1, QT_TRANSLATE_NOOP("RuleSentence", "digits")},
        PatternPhrase {"\\p{L}"_L1, QT_TRANSLATE_NOOP("RuleSentence", "letters")},
        PatternPhrase {"\\p{N}"_L1, QT_TRANSLATE_NOOP("RuleSentence", "digits")},
        PatternPhrase {" "_L1, QT_TRANSLATE_NOOP("RuleSentence", "spaces")},
    };
    for (const PatternPhrase& kind : kinds) {
        if (rest.startsWith(kind.pattern)) {
            rest = rest.mid(kind.pattern.size());
            members.kinds.append(PatternPhrase::tr(kind.sentence));
            return true;
        }
    }
    const bool isEscaped = rest.startsWith(u'\\') && rest.size() > 1 && !rest.at(1).isLetterOrNumber();
    const QChar sign = rest.at(isEscaped ? 1 : 0);
    rest = rest.mid(isEscaped ? 2 : 1);
    const bool isRange = rest.size() > 1 && rest.front() == u'-';
    if (sign.isLetterOrNumber() || (!isEscaped && (sign == u'\\' || sign == u'^')) || isRange)
        return false;
    if (!members.signs.isEmpty())
        members.signs += u' ';
    members.signs += sign;
    return true;
}

QString inOneList(QStringList words)
{
    const QString last = words.takeLast();
    return words.isEmpty() ? last : PatternPhrase::tr("%1 and %2").arg(words.join(u", "_s), last);
}

QString inWords(const Members& members, bool isOutside)
{
    QStringList words = members.kinds;
    if (isOutside) {
        if (!members.signs.isEmpty())
            words.prepend(members.signs);
        return PatternPhrase::tr("none of %1").arg(inOneList(words));
    }
    QStringList named;
    for (const QString& sign : members.signs.split(u' ', Qt::SkipEmptyParts))
        named.append(signInWords(sign.front()));
    if (named.size() > 1 && !named.contains(QString()))
        words.append(named);
    else if (members.signs.size() == 1 || words.isEmpty())
        words.append(members.signs);
    else if (!members.signs.isEmpty())
        words.append(PatternPhrase::tr("any of %1").arg(members.signs));
    return inOneList(words);
}

// "^prefix[class]{1,64}$" in words; empty for any other pattern.
QString wordsForClass(const QString& pattern)
{
    static const QRegularExpression shape(
        u"\\A\\^\\(?([A-Za-z0-9_-]*)\\[(\\^?)((?:[^\\]\\\\]|\\\\.)+)\\](\\*|\\+|\\{([0-9]+)(,([0-9]*))?\\})\\)?\\$\\z"_s);
    const QRegularExpressionMatch match = shape.match(pattern);
    if (!match.hasMatch())
        return {};
    Members members;
    const QString written = match.captured(3);
    for (QStringView rest = written; !rest.isEmpty();) {
        if (!takeMember(rest, members))
            return {};
    }
    const bool isOutside = match.capturedLength(2) != 0;
    QString words = inWords(members, isOutside);
    if (match.capturedLength(5) != 0) {
        const qint64 least = match.captured(5).toLongLong();
        std::optional<qint64> most;
        if (match.capturedLength(6) == 0)
            most = least;
        else if (match.capturedLength(7) != 0)
            most = match.captured(7).toLongLong();
        words = countWords(least, most, Counted::Characters) + (isOutside ? u", "_s : u": "_s) + words;
    }
    const QString prefix = match.captured(1);
    return prefix.isEmpty() ? words : PatternPhrase::tr("%1 and %2").arg(prefix, words);
}

} // namespace

QString countWords(const std::optional<qint64>& least, const std::optional<qint64>& most, Counted what)
{
    const Counting& counting = countings.at(size_t(what));
    const qint64 fewest = std::max<qint64>(least.value_or(0), 0);
    if (most && *most == fewest)
        return fewest == 1 ? PatternPhrase::tr(counting.one)
                           : PatternPhrase::tr(counting.exactly).arg(fewest);
    if (most && fewest == 0)
        return *most == 1 ? PatternPhrase::tr(counting.atMostOne)
                          : PatternPhrase::tr(counting.atMost).arg(*most);
    if (most)
        return PatternPhrase::tr(counting.range).arg(fewest).arg(*most);
    if (fewest == 0)
        return {};
    return fewest == 1 ? PatternPhrase::tr(counting.atLeastOne)
                       : PatternPhrase::tr(counting.atLeast).arg(fewest);
}

QString patternWords(const QString& pattern)
{
    const auto known = std::find_if(knownPatterns.begin(), knownPatterns.end(),
        [&pattern](const PatternPhrase& entry) { return entry.pattern == pattern; });
    return known == knownPatterns.end() ? wordsForClass(pattern) : PatternPhrase::tr(known->sentence);
}

QString patternWords(const Schema& schema)
{
    return schema.patternText.isEmpty() ? patternWords(schema.pattern) : schema.patternText;
}

} // namespace Telamon
