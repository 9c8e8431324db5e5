// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/enumranks.h"

#include "models/enumwords.h"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace Telamon {

std::vector<quint64> enumRanks(const EnumTexts& texts, const Column& column)
{
    std::vector<QByteArray> keys(texts.size());
    TextArena arena;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::string_view own = texts.at(static_cast<quint32>(i)).view();
        const QByteArray shown =
            enumWords(column, QString::fromUtf8(own.data(), static_cast<qsizetype>(own.size()))).toUtf8();
        appendSortKey(arena.store({shown.constData(), static_cast<std::size_t>(shown.size())}), keys[i]);
    }
    std::vector<std::size_t> sorted(keys.size());
    std::iota(sorted.begin(), sorted.end(), 0U);
    std::sort(
        sorted.begin(), sorted.end(), [&keys](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    std::vector<quint64> ranks(keys.size());
    for (std::size_t i = 0; i < sorted.size(); ++i)
        ranks[sorted[i]] = i > 0 && keys[sorted[i]] == keys[sorted[i - 1]] ? ranks[sorted[i - 1]] : i;
    return ranks;
}

} // namespace Telamon
