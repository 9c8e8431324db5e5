// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/markdowncell.h"

#include "api/records/plaintext.h"

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar WordJoiner(0x2060);

// Entities rather than backslashes for these: a table's cells are parted, and tags found, before backslashes
// are looked at in some readers.
QLatin1StringView entityOf(QChar c)
{
    switch (c.unicode()) {
    case u'&':
        return "&amp;"_L1;
    case u'<':
        return "&lt;"_L1;
    case u'>':
        return "&gt;"_L1;
    case u'|':
        return "&#124;"_L1;
    default:
        return {};
    }
}

// Readers find addresses and mentions in text that holds no markup: "https://", "mailto:", "a@b", "@name",
// "#12".
bool isLinkedAfter(QStringView before, QChar c, QStringView after)
{
    switch (c.unicode()) {
    case u'@':
        return true;
    case u'#':
        return !after.isEmpty() && after.front().isDigit();
    case u':':
        return after.startsWith("//"_L1) || before.endsWith("mailto"_L1, Qt::CaseInsensitive)
            || before.endsWith("xmpp"_L1, Qt::CaseInsensitive)
            || before.endsWith("tel"_L1, Qt::CaseInsensitive);
    default:
        return false;
    }
}

bool isLinkedBefore(QStringView before, QChar c)
{
    return c == u'.' && before.endsWith("www"_L1, Qt::CaseInsensitive);
}

} // namespace

QString markdownCell(const QString& text)
{
    static constexpr QStringView special = u"\\`*_{}[]()!~$^:@#";
    const QString shown = visibleText(text, text.size());
    const QStringView view(shown);
    QString cell;
    cell.reserve(view.size());
    for (qsizetype i = 0; i < view.size(); ++i) {
        const QChar c = view[i];
        if (const QLatin1StringView entity = entityOf(c); !entity.isEmpty()) {
            cell += entity;
            continue;
        }
        if (isLinkedBefore(view.first(i), c))
            cell += WordJoiner;
        if (special.contains(c))
            cell += u'\\';
        cell += c;
        if (isLinkedAfter(view.first(i), c, view.sliced(i + 1)))
            cell += WordJoiner;
    }
    return cell;
}

} // namespace Telamon
