// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/mediaversion.h"

namespace Telamon {

QByteArray versionOf(const QByteArray& mediaType)
{
    static constexpr QByteArrayView prefix = "application/vnd.atlas.";
    constexpr qsizetype length = 10;
    if (!mediaType.startsWith(prefix) || mediaType.size() <= prefix.size() + length
        || mediaType.at(prefix.size() + length) != '+')
        return {};
    const QByteArray version = mediaType.mid(prefix.size(), length);
    return QDate::fromString(QString::fromLatin1(version), Qt::ISODate).isValid() ? version : QByteArray();
}

bool isJsonMediaType(const QByteArray& mediaType)
{
    const QByteArray essence = mediaType.left(mediaType.indexOf(';')).trimmed();
    return essence == "application/json" || essence.endsWith("+json");
}

QByteArray newestVersion(const std::vector<OfferedVersion>& offered, QDate today)
{
    QByteArray newest;
    QByteArray newestAlive;
    for (const OfferedVersion& offer : offered) {
        newest = std::max(newest, offer.version);
        if (!offer.sunset.isValid() || offer.sunset > today)
            newestAlive = std::max(newestAlive, offer.version);
    }
    return newestAlive.isEmpty() ? newest : newestAlive;
}

} // namespace Telamon
