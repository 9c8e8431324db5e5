// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/profilejson.h"

#include "api/profiles/profilerules.h"

#include <QLatin1StringView>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr std::array<std::pair<CredentialKind, const char*>, 3> kindNames {{
    {CredentialKind::ServiceAccount, "serviceAccount"},
    {CredentialKind::ApiKey, "apiKey"},
    {CredentialKind::AccessToken, "accessToken"},
}};

constexpr std::array<std::pair<ProxyChoice::Kind, const char*>, 4> proxyNames {{
    {ProxyChoice::Kind::System, "system"},
    {ProxyChoice::Kind::None, "none"},
    {ProxyChoice::Kind::Http, "http"},
    {ProxyChoice::Kind::Socks5, "socks5"},
}};

template <typename Table, typename T> QString nameOf(const Table& table, T value)
{
    for (const auto& [known, name] : table) {
        if (known == value)
            return QString::fromLatin1(name);
    }
    return {};
}

template <typename Table, typename T> T valueOf(const Table& table, const QString& text, T otherwise)
{
    for (const auto& [value, name] : table) {
        if (text == QLatin1StringView(name))
            return value;
    }
    return otherwise;
}

} // namespace

void writeProfile(const Profile& profile, QJsonObject& json)
{
    json["id"_L1] = profile.id;
    json["name"_L1] = profile.name;
    // Somebody may have put a password into the URL: it does not belong into this file.
    json["baseUrl"_L1] =
        profile.baseUrl.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    json["credentials"_L1] = nameOf(kindNames, profile.kind);
    json["publicId"_L1] = profile.publicId;
    json["organizationId"_L1] = profile.organizationId;
    json["projectId"_L1] = profile.projectId;
    json["readOnly"_L1] = profile.isReadOnly;
    json["colour"_L1] = profile.colour;
    json["caFile"_L1] = profile.caFile;
    QJsonObject proxy = json["proxy"_L1].toObject();
    proxy["kind"_L1] = nameOf(proxyNames, profile.proxy.kind);
    proxy["host"_L1] = profile.proxy.host;
    proxy["port"_L1] = profile.proxy.port;
    json["proxy"_L1] = proxy;
}

std::optional<Profile> readProfile(const QJsonObject& json)
{
    Profile profile;
    profile.id = json["id"_L1].toString();
    const auto url = parseBaseUrl(json["baseUrl"_L1].toString());
    if (profile.id.isEmpty() || !url)
        return std::nullopt;
    profile.baseUrl = url.value();
    profile.name = json["name"_L1].toString(profile.baseUrl.host());
    profile.kind = valueOf(kindNames, json["credentials"_L1].toString(), CredentialKind::ServiceAccount);
    profile.publicId = json["publicId"_L1].toString();
    profile.organizationId = json["organizationId"_L1].toString();
    profile.projectId = json["projectId"_L1].toString();
    // What cannot be read must not make a connection more powerful than it was.
    const QJsonValue readOnly = json["readOnly"_L1];
    profile.isReadOnly = readOnly.isUndefined() ? false : readOnly.toBool(true);
    profile.colour = isColour(json["colour"_L1].toString()) ? json["colour"_L1].toString() : QString();
    profile.caFile = json["caFile"_L1].toString();
    const QJsonObject proxy = json["proxy"_L1].toObject();
    profile.proxy.kind = valueOf(proxyNames, proxy["kind"_L1].toString(), ProxyChoice::Kind::System);
    profile.proxy.host = proxy["host"_L1].toString();
    const int port = proxy["port"_L1].toInt();
    profile.proxy.port = port > 0 && port <= 65535 ? quint16(port) : quint16(0);
    return profile;
}

} // namespace Telamon
