// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/csvcell.h"

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

// What spreadsheets pass over before they look whether a formula begins.
bool isPassedOver(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control;
}

bool looksLikeFormula(QStringView text)
{
    // The wide forms are formulas to a spreadsheet where people write with them.
    static constexpr QStringView starts = u"=+-@\uff1d\uff0b\uff0d\uff20";
    const auto first = std::find_if_not(text.cbegin(), text.cend(), isPassedOver);
    return (!text.isEmpty() && (text.front() == u'\t' || text.front() == u'\r'))
        || (first != text.cend() && starts.contains(*first));
}

bool needsQuotes(QStringView text)
{
    // Semicolons and tabs part the cells of some readers.
    static constexpr QStringView parting = u"\",;\t\r\n";
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return parting.contains(c); })
        || (!text.isEmpty() && (text.front().isSpace() || text.back().isSpace()));
}

} // namespace

QByteArray csvCell(const QString& text)
{
    QString cell = text;
    cell.replace(QChar(QChar::Null), QChar(QChar::ReplacementCharacter)); // readers stop at it
    if (looksLikeFormula(cell))
        cell.prepend(u'\'');
    if (needsQuotes(cell))
        cell = u'"' + cell.replace(u'"', "\"\""_L1) + u'"';
    return cell.toUtf8();
}

} // namespace Telamon
