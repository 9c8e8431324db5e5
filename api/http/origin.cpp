// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/origin.h"

#include <QHostAddress>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Telamon {

Origin Origin::of(const QUrl& url)
{
    const QString scheme = url.scheme().toLower();
    const int standardPort = scheme == "https"_L1 ? 443 : scheme == "http"_L1 ? 80 : -1;
    return {scheme, url.host().toLower(), url.port(standardPort)};
}

bool Origin::isLoopback() const
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

bool Origin::isAllowed() const
{
    return !host.isEmpty() && port > 0 && (scheme == "https"_L1 || (scheme == "http"_L1 && isLoopback()));
}

QString Origin::toString() const
{
    const QString shownHost = host.contains(u':') ? u'[' + host + u']' : host;
    return scheme + "://"_L1 + shownHost + u':' + QString::number(port);
}

} // namespace Telamon
