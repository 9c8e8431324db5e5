// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/pattern.h"

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

// Far above what an honest pattern needs on a field's text, and some milliseconds of work.
constexpr auto limits = "(*LIMIT_MATCH=100000)(*LIMIT_DEPTH=10000)(*ANYCRLF)"_L1;
constexpr qsizetype maxPatternLength = 10000;

} // namespace

QRegularExpression expressionForPattern(QStringView pattern)
{
    if (pattern.size() > maxPatternLength)
        return QRegularExpression(u"("_s);
    QString translated = limits;
    bool isInClass = false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern.at(i);
        if (c == u'\\' && i + 1 < pattern.size()) {
            const QChar escaped = pattern.at(++i);
            if (escaped == u'u' && i + 4 < pattern.size() && pattern.at(i + 1) != u'{') {
                translated += "\\x{"_L1 + pattern.mid(i + 1, 4) + u'}';
                i += 4;
            } else if (escaped == u'u') {
                translated += "\\x"_L1; // \u{1F600}
            } else {
                translated += c;
                translated += escaped;
            }
            continue;
        }
        if (c == u'[' && !isInClass) {
            isInClass = true;
            translated += c;
        } else if (c == u'[') {
            translated += "\\["_L1; // a plain character in ECMA, "[:" is special in PCRE2
        } else if (c == u']') {
            isInClass = false;
            translated += c;
        } else if (c == u'$' && !isInClass) {
            translated += "\\z"_L1;
        } else {
            translated += c;
        }
    }
    return QRegularExpression(translated);
}

PatternVerdict matchPattern(const QRegularExpression& expression, const QString& text)
{
    if (!expression.isValid())
        return PatternVerdict::Unchecked;
    const QRegularExpressionMatch match = expression.match(text);
    if (!match.isValid())
        return PatternVerdict::Unchecked;
    return match.hasMatch() ? PatternVerdict::Matches : PatternVerdict::Differs;
}

} // namespace Telamon
