// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/addresscount.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <iterator>
#include <optional>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {
// The bits that a block leaves free.
std::optional<int> freeBits(const QString& block)
{
    const QHostAddress address(block.section(u'/', 0, 0));
    if (address.isNull())
        return {};
    const int bits = address.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128;
    if (!block.contains(u'/'))
        return 0;
    bool isNumber = false;
    const int prefix = block.section(u'/', 1).toInt(&isNumber);
    if (!isNumber || prefix < 0 || prefix > bits)
        return {};
    return bits - prefix;
}
} // namespace

QString addressCountText(const QString& block)
{
    const std::optional<int> free = freeBits(block);
    if (!free)
        return {};
    constexpr int readable = 32;
    return *free <= readable ? QLocale().toString(qint64(1) << *free) : u"2^%1"_s.arg(*free);
}

bool isEveryAddress(const QString& block)
{
    return block.endsWith("/0"_L1) && freeBits(block).has_value();
}

QString openBlocksText(const QString& blocks)
{
    const QStringList all = blocks.split(u", "_s, Qt::SkipEmptyParts);
    QStringList open;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(open), isEveryAddress);
    const qsizetype others = all.size() - open.size();
    if (open.isEmpty() || all.size() == 1)
        return {};
    const auto text = [](const char* words) { return QCoreApplication::translate("RecordWords", words); };
    QString beginning = text("open to all (%1)").arg(open.join(u", "_s));
    if (others == 0)
        return beginning;
    return others == 1 ? text("%1, 1 other").arg(beginning)
                       : text("%1, %2 others").arg(beginning, QLocale().toString(others));
}

} // namespace Telamon
