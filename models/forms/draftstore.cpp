// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/draftstore.h"

#include "api/catalog/operation.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace Telamon {

using namespace Qt::StringLiterals;

DraftStore::DraftStore(const QString& folder) : m_folder(folder)
{
}

QString DraftStore::keyOf(const QString& profileId, const Operation& operation,
    const QMap<QString, QJsonValue>& fixed, const QJsonObject& start)
{
    QJsonObject place;
    for (auto it = fixed.cbegin(); it != fixed.cend(); ++it)
        place.insert(it.key(), it.value());
    QJsonObject key {{u"profile"_s, profileId}, {u"operation"_s, operation.id}, {u"parameters"_s, place}};
    if (!start.isEmpty()) { // its values need not stand in a file
        const QByteArray text = QJsonDocument(start).toJson(QJsonDocument::Compact);
        const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
        key.insert(u"start"_s, QString::fromLatin1(hash));
    }
    return QString::fromUtf8(QJsonDocument(key).toJson(QJsonDocument::Compact));
}

QString DraftStore::fileOf(const QString& key) const
{
    const QByteArray name = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex();
    return m_folder + u'/' + QString::fromLatin1(name) + ".json"_L1;
}

QString DraftStore::save(const QString& key, const QJsonObject& draft)
{
    const QDir folder(m_folder);
    if (!folder.exists()) {
        QDir().mkpath(m_folder);
        QFile::setPermissions(
            m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }
    QSaveFile file(fileOf(key));
    const QByteArray text = QJsonDocument({{u"key"_s, key}, {u"draft"_s, draft}}).toJson();
    const bool isSaved = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(text) == text.size() && file.commit();
    return isSaved ? QString() : tr("The draft could not be kept: %1").arg(file.errorString());
}

QJsonObject DraftStore::load(const QString& key) const
{
    QFile file(fileOf(key));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject stored = QJsonDocument::fromJson(file.readAll()).object();
    return stored.value("key"_L1).toString() == key ? stored.value("draft"_L1).toObject() : QJsonObject();
}

void DraftStore::remove(const QString& key)
{
    QFile::remove(fileOf(key));
}

} // namespace Telamon
