// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/profilestore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr int fileVersion = 1;
constexpr std::chrono::milliseconds lockPatience {2000};

// Names in the file: an enum's own order may change, its words may not.
const QList<std::pair<CredentialKind, QString>> kindNames {
    {CredentialKind::ServiceAccount, u"serviceAccount"_s}, {CredentialKind::ApiKey, u"apiKey"_s},
    {CredentialKind::AccessToken, u"accessToken"_s}};
const QList<std::pair<ProxyChoice::Kind, QString>> proxyNames {{ProxyChoice::Kind::System, u"system"_s},
    {ProxyChoice::Kind::None, u"none"_s}, {ProxyChoice::Kind::Http, u"http"_s},
    {ProxyChoice::Kind::Socks5, u"socks5"_s}};

template <typename Value> QString nameOf(const QList<std::pair<Value, QString>>& names, Value value)
{
    const auto found = std::find_if(
        names.cbegin(), names.cend(), [value](const auto& entry) { return entry.first == value; });
    return found == names.cend() ? QString() : found->second;
}

template <typename Value> Value valueOf(const QList<std::pair<Value, QString>>& names, const QString& name)
{
    const auto found = std::find_if(
        names.cbegin(), names.cend(), [&name](const auto& entry) { return entry.second == name; });
    return found == names.cend() ? names.constFirst().first : found->first;
}

QJsonObject toJson(const Profile& profile, const QDateTime& used)
{
    QJsonObject object {{u"id"_s, profile.id}, {u"name"_s, profile.name},
        {u"baseUrl"_s,
            profile.baseUrl.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment)},
        {u"credentials"_s, nameOf(kindNames, profile.kind)}, {u"publicId"_s, profile.publicId},
        {u"organizationId"_s, profile.organizationId}, {u"projectId"_s, profile.projectId},
        {u"isReadOnly"_s, profile.isReadOnly}, {u"colour"_s, profile.colour}, {u"caFile"_s, profile.caFile},
        {u"proxy"_s,
            QJsonObject {{u"kind"_s, nameOf(proxyNames, profile.proxy.kind)}, {u"host"_s, profile.proxy.host},
                {u"port"_s, profile.proxy.port}}}};
    if (used.isValid())
        object.insert(u"lastUsed"_s, used.toUTC().toString(Qt::ISODateWithMs));
    return object;
}

Profile fromJson(const QJsonObject& object)
{
    Profile profile;
    profile.id = object.value("id"_L1).toString();
    profile.name = object.value("name"_L1).toString();
    profile.baseUrl = QUrl(object.value("baseUrl"_L1).toString(), QUrl::StrictMode);
    profile.kind = valueOf(kindNames, object.value("credentials"_L1).toString());
    profile.publicId = object.value("publicId"_L1).toString();
    profile.organizationId = object.value("organizationId"_L1).toString();
    profile.projectId = object.value("projectId"_L1).toString();
    profile.isReadOnly = object.value("isReadOnly"_L1).toBool();
    profile.colour = object.value("colour"_L1).toString();
    profile.caFile = object.value("caFile"_L1).toString();
    const QJsonObject proxy = object.value("proxy"_L1).toObject();
    profile.proxy.kind = valueOf(proxyNames, proxy.value("kind"_L1).toString());
    profile.proxy.host = proxy.value("host"_L1).toString();
    profile.proxy.port = quint16(std::clamp(proxy.value("port"_L1).toInt(), 0, 65535));
    return profile;
}

} // namespace

ProfileStore::ProfileStore(const QString& file, QObject* parent) : QObject(parent), m_file(file)
{
}

QString ProfileStore::load()
{
    m_profiles.clear();
    m_used.clear();
    QFile file(m_file);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return tr("The saved connections cannot be read: %1").arg(file.errorString());
    QJsonParseError mistake;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &mistake);
    file.close();
    if (!document.isObject() || !document.object().value("profiles"_L1).isArray()) {
        // Kept aside, so that saving the next profile does not end what a person may still mend.
        const QString aside =
            m_file + ".broken-"_L1 + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmsszzz"_s);
        const bool isKept = QFile::rename(m_file, aside);
        return isKept ? tr("The saved connections cannot be understood (%1). The file is kept as %2.")
                            .arg(mistake.errorString(), QFileInfo(aside).fileName())
                      : tr("The saved connections cannot be understood (%1).").arg(mistake.errorString());
    }
    const QJsonArray entries = document.object().value("profiles"_L1).toArray();
    for (const QJsonValue& entry : entries) {
        const Profile profile = fromJson(entry.toObject());
        if (profile.id.isEmpty() || find(profile.id))
            continue;
        m_profiles.append(profile);
        const QDateTime used =
            QDateTime::fromString(entry.toObject().value("lastUsed"_L1).toString(), Qt::ISODateWithMs);
        if (used.isValid())
            m_used.insert(profile.id, used);
    }
    Q_EMIT profilesChanged();
    return {};
}

std::optional<Profile> ProfileStore::find(const QString& id) const
{
    const auto found = std::find_if(
        m_profiles.cbegin(), m_profiles.cend(), [&id](const Profile& profile) { return profile.id == id; });
    return found == m_profiles.cend() ? std::nullopt : std::optional(*found);
}

std::optional<Profile> ProfileStore::lastUsed() const
{
    QString latest;
    for (auto it = m_used.cbegin(); it != m_used.cend(); ++it) {
        if (latest.isEmpty() || it.value() > m_used.value(latest))
            latest = it.key();
    }
    return find(latest);
}

QDateTime ProfileStore::lastUsedAt(const QString& id) const
{
    return m_used.value(id);
}

// Another process may have saved since: what the file has now is read again under the lock, changed and
// written.
QString ProfileStore::change(const std::function<void()>& apply)
{
    if (!QDir().mkpath(QFileInfo(m_file).absolutePath()))
        return tr("The folder for the saved connections cannot be created.");
    QLockFile lock(m_file + ".lock"_L1);
    if (!lock.tryLock(int(lockPatience.count())))
        return tr("Another program holds the saved connections; nothing was saved.");
    if (const QString wrong = load(); !wrong.isEmpty() && QFile::exists(m_file))
        return wrong;
    apply();
    QJsonArray entries;
    for (const Profile& profile : std::as_const(m_profiles))
        entries.append(toJson(profile, m_used.value(profile.id)));
    const QJsonObject whole {{u"version"_s, fileVersion}, {u"profiles"_s, entries}};
    QSaveFile file(m_file);
    const QByteArray bytes = QJsonDocument(whole).toJson();
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit();
    Q_EMIT profilesChanged();
    return isWritten ? QString() : tr("The connections could not be saved: %1").arg(file.errorString());
}

QString ProfileStore::save(const Profile& profile)
{
    if (profile.id.isEmpty() || profile.isSessionOnly)
        return tr("This connection is for this session only.");
    return change([this, &profile] {
        for (Profile& known : m_profiles) {
            if (known.id == profile.id) {
                known = profile;
                return;
            }
        }
        m_profiles.append(profile);
    });
}

QString ProfileStore::remove(const QString& id)
{
    return change([this, &id] {
        m_profiles.removeIf([&id](const Profile& profile) { return profile.id == id; });
        m_used.remove(id);
    });
}

QString ProfileStore::noteUsed(const QString& id)
{
    return change([this, &id] { m_used.insert(id, QDateTime::currentDateTimeUtc()); });
}

} // namespace Telamon
