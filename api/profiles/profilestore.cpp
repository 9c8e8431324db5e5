// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/profilestore.h"

#include "api/ownerfiles.h"
#include "api/profiles/profilejson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr qint64 largestFile = 8 * 1024 * 1024; // bytes; thousands of profiles

QString shownPath(const QString& file)
{
    return QDir::toNativeSeparators(file);
}

} // namespace

ProfileStore::ProfileStore(const QString& file, QObject* parent, std::chrono::milliseconds lockLimit)
    : QObject(parent), m_file(file), m_lockLimit(lockLimit)
{
}

QString ProfileStore::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/profiles.json"_L1;
}

// Copied, so that at no time there is no file; the next save replaces the original.
QString ProfileStore::putAside() const
{
    const QString base =
        m_file + ".broken-"_L1 + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss"_s);
    QFile original(m_file);
    if (!original.open(QIODevice::ReadOnly))
        return {};
    const QByteArray content = original.readAll();
    for (int number = 1; number < 100; ++number) {
        QString name = number == 1 ? base : base + u'-' + QString::number(number);
        QFile copy(name);
        if (!copy.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            if (QFileInfo::exists(name))
                continue;
            return {};
        }
        if (!copy.setPermissions(ownerOnly) || copy.write(content) != content.size() || !copy.flush()) {
            copy.remove();
            return {};
        }
        return name;
    }
    return {};
}

ProfileStore::Reading ProfileStore::readFile() const
{
    Reading reading;
    QFile file(m_file);
    if (!file.exists())
        return reading;
    if (!file.open(QIODevice::ReadOnly)) {
        reading.unusable =
            tr("The saved connections in %1 cannot be read: %2.").arg(shownPath(m_file), file.errorString());
        return reading;
    }
    if (file.size() > largestFile) {
        reading.unusable = tr("%1 is too large to be a list of connections.").arg(shownPath(m_file));
        return reading;
    }
    const QByteArray content = file.readAll();
    QJsonParseError mistake;
    const QJsonDocument document = QJsonDocument::fromJson(content, &mistake);
    reading.document = document.object();
    bool isBroken = !reading.document["profiles"_L1].isArray();
    const QJsonArray entries = reading.document["profiles"_L1].toArray();
    for (const auto& value : entries) {
        const QJsonObject json = value.toObject();
        std::optional<Profile> profile = readProfile(json);
        const bool isKnown = profile
            && std::any_of(reading.entries.cbegin(), reading.entries.cend(),
                [&profile](const Entry& entry) { return entry.profile.id == profile->id; });
        if (!profile || isKnown) {
            isBroken = true;
            continue;
        }
        reading.entries.append({std::move(*profile),
            QDateTime::fromString(json["lastUsed"_L1].toString(), Qt::ISODateWithMs), json});
    }
    if (isBroken)
        reading.broken = document.isNull()
            ? tr("The file of the saved connections is broken (%1).").arg(mistake.errorString())
            : tr("Some saved connections could not be read.");
    return reading;
}

QString ProfileStore::load()
{
    // Without the lock: a file is replaced whole, never in parts.
    const Reading reading = readFile();
    adopt(reading.entries);
    if (reading.broken.isEmpty())
        return reading.unusable;
    // Replaced by what could be read, the original kept, so that it is told once.
    QString keptAs;
    QString wrong = change([](QList<Entry>&) {}, &keptAs);
    if (!wrong.isEmpty())
        return wrong;
    return tr("%1 The file was kept as %2.").arg(reading.broken, shownPath(keptAs));
}

QString ProfileStore::change(const std::function<void(QList<Entry>&)>& edit, QString* keptAs)
{
    if (!QDir().mkpath(QFileInfo(m_file).path()))
        return tr("The folder %1 cannot be made, so nothing was saved.")
            .arg(shownPath(QFileInfo(m_file).path()));
    QLockFile lock(m_file + ".lock"_L1);
    if (!lock.tryLock(m_lockLimit))
        return lock.error() == QLockFile::LockFailedError
            ? tr("Another Telamon is saving its connections. Try again in a moment.")
            : tr("Nothing can be written in %1, so nothing was saved.")
                  .arg(shownPath(QFileInfo(m_file).path()));
    // Another process may have changed the file since it was read.
    Reading reading = readFile();
    if (!reading.unusable.isEmpty())
        return reading.unusable;
    if (!reading.broken.isEmpty()) {
        const QString aside = putAside();
        if (aside.isEmpty())
            return tr("%1 It could not be put aside, so nothing is saved until %2 is mended.")
                .arg(reading.broken, shownPath(m_file));
        if (keptAs)
            *keptAs = aside;
    }
    edit(reading.entries);
    QString wrong = write(reading);
    if (wrong.isEmpty())
        adopt(reading.entries);
    return wrong;
}

QString ProfileStore::write(const Reading& reading) const
{
    QJsonArray profiles;
    for (const Entry& entry : reading.entries) {
        QJsonObject json = entry.json;
        writeProfile(entry.profile, json);
        if (entry.usedAt.isValid())
            json["lastUsed"_L1] = entry.usedAt.toUTC().toString(Qt::ISODateWithMs);
        profiles.append(json);
    }
    QJsonObject document = reading.document;
    document["profiles"_L1] = profiles;
    const QByteArray content = QJsonDocument(document).toJson();
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly)
        || file.write(content) != content.size() || !file.commit())
        return tr("The connections could not be saved in %1: %2.").arg(shownPath(m_file), file.errorString());
    return {};
}

void ProfileStore::adopt(const QList<Entry>& entries)
{
    m_entries = entries;
    m_profiles.clear();
    for (const Entry& entry : std::as_const(m_entries))
        m_profiles.append(entry.profile);
    Q_EMIT profilesChanged();
}

const ProfileStore::Entry* ProfileStore::entry(const QString& id) const
{
    const auto found = std::find_if(
        m_entries.cbegin(), m_entries.cend(), [&id](const Entry& each) { return each.profile.id == id; });
    return found == m_entries.cend() ? nullptr : &*found;
}

std::optional<Profile> ProfileStore::find(const QString& id) const
{
    const Entry* found = entry(id);
    return found ? std::optional(found->profile) : std::nullopt;
}

std::optional<Profile> ProfileStore::lastUsed() const
{
    const auto latest =
        std::max_element(m_entries.cbegin(), m_entries.cend(), [](const Entry& a, const Entry& b) {
            return b.usedAt.isValid() && (!a.usedAt.isValid() || a.usedAt < b.usedAt);
        });
    return latest != m_entries.cend() && latest->usedAt.isValid() ? std::optional(latest->profile)
                                                                  : std::nullopt;
}

QDateTime ProfileStore::lastUsedAt(const QString& id) const
{
    const Entry* found = entry(id);
    return found ? found->usedAt : QDateTime();
}

QString ProfileStore::save(const Profile& profile)
{
    if (profile.isSessionOnly || profile.id.isEmpty())
        return tr("This connection is for this session only and is not saved.");
    return change([&profile](QList<Entry>& entries) {
        const auto found = std::find_if(entries.begin(), entries.end(),
            [&profile](const Entry& each) { return each.profile.id == profile.id; });
        if (found != entries.end())
            found->profile = profile;
        else
            entries.append({profile, {}, {}});
    });
}

QString ProfileStore::remove(const QString& id)
{
    return change([&id](QList<Entry>& entries) {
        entries.removeIf([&id](const Entry& each) { return each.profile.id == id; });
    });
}

QString ProfileStore::noteUsed(const QString& id)
{
    return change([&id](QList<Entry>& entries) {
        for (Entry& each : entries) {
            if (each.profile.id == id)
                each.usedAt = QDateTime::currentDateTimeUtc();
        }
    });
}

} // namespace Telamon
