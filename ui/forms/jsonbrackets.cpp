// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/jsonbrackets.h"

#include <QList>

namespace Telamon {

namespace {

bool isOpening(QChar c)
{
    return c == u'{' || c == u'[';
}

bool isClosing(QChar c)
{
    return c == u'}' || c == u']';
}

bool isPair(QChar opening, QChar closing)
{
    return (opening == u'{' && closing == u'}') || (opening == u'[' && closing == u']');
}

} // namespace

std::optional<qsizetype> matchingBracket(const QString& json, qsizetype place)
{
    if (place < 0 || place >= json.size() || !(isOpening(json.at(place)) || isClosing(json.at(place))))
        return std::nullopt;
    QList<qsizetype> open;
    bool isText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QChar c = json.at(i);
        if (isText) {
            if (i == place)
                return std::nullopt;
            if (c == u'\\')
                ++i;
            else if (c == u'"' || c == u'\n') // no text goes on in the next line
                isText = false;
        } else if (c == u'"') {
            isText = true;
        } else if (isOpening(c)) {
            open.append(i);
        } else if (isClosing(c)) {
            const qsizetype opening = open.isEmpty() ? -1 : open.takeLast();
            const bool isAsked = i == place || opening == place;
            if (isAsked)
                return opening >= 0 && isPair(json.at(opening), c)
                    ? std::optional<qsizetype>(i == place ? opening : i)
                    : std::nullopt;
        }
    }
    return std::nullopt;
}

QString indentationAfter(const QString& lineBeforeCursor)
{
    qsizetype count = 0;
    while (count < lineBeforeCursor.size() && lineBeforeCursor.at(count).isSpace())
        ++count;
    const QString trimmed = lineBeforeCursor.trimmed();
    const QString indentation = lineBeforeCursor.left(count);
    return !trimmed.isEmpty() && isOpening(trimmed.back()) ? indentation + jsonIndentation() : indentation;
}

// As the values are shown.
QString jsonIndentation()
{
    return QStringLiteral("  ");
}

} // namespace Telamon
