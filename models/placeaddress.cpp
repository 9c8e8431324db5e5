// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placeaddress.h"

#include <QStringList>
#include <QUrl>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString decoded(const QString& text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

} // namespace

QString PlaceAddress::toText() const
{
    QString text = u"telamon:"_s;
    const auto add = [&text](QLatin1StringView name, const QString& value) {
        if (!value.isEmpty())
            text += u'/' + name + u'/' + encoded(value);
    };
    if (place.kind == Place::Kind::Fleet)
        text += "/fleet"_L1;
    add("organization"_L1, place.organizationId);
    add("project"_L1, place.projectId);
    add(place.kind == Place::Kind::FlexCluster ? "flex"_L1 : "cluster"_L1, place.clusterName);
    if (!pageId.isEmpty())
        text += "?page="_L1 + encoded(QString::fromLatin1(pageId));
    return text;
}

std::optional<PlaceAddress> PlaceAddress::fromText(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (!trimmed.startsWith("telamon:/"_L1))
        return {};
    const QString path = trimmed.section(u'?', 0, 0).mid(QLatin1StringView("telamon:/").size());
    const QString query = trimmed.section(u'?', 1);
    PlaceAddress address;
    if (query.startsWith("page="_L1))
        address.pageId = decoded(query.mid(5)).toLatin1();
    const QStringList parts = path.split(u'/');
    if (path == "fleet"_L1)
        return address;
    if (parts.size() % 2 != 0)
        return {};
    for (qsizetype i = 0; i < parts.size(); i += 2) {
        const QString& name = parts.at(i);
        const QString value = decoded(parts.at(i + 1));
        if (value.isEmpty())
            return {};
        if (name == "organization"_L1 && i == 0) {
            address.place.kind = Place::Kind::Organization;
            address.place.organizationId = value;
        } else if (name == "project"_L1 && address.place.kind == Place::Kind::Organization) {
            address.place.kind = Place::Kind::Project;
            address.place.projectId = value;
        } else if ((name == "cluster"_L1 || name == "flex"_L1)
            && address.place.kind == Place::Kind::Project) {
            address.place.kind = name == "flex"_L1 ? Place::Kind::FlexCluster : Place::Kind::Cluster;
            address.place.clusterName = value;
        } else {
            return {};
        }
    }
    return address;
}

} // namespace Telamon
