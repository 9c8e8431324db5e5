// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/ownerlock.h"

#include "api/ownerfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

QString fileOf(const QString& folder, const QString& owner)
{
    return folder + u'/' + owner + u".lock"_s;
}

void letGo(const QString& connection)
{
    if (!connection.isEmpty())
        QSqlDatabase::removeDatabase(connection); // and with it the transaction and its lock
}

// The connection that holds the lock, or none.
QString lockedConnection(const QString& file, QString* sentence)
{
    QString connection = u"lock-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    bool isLocked = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setDatabaseName(file);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=0"_s);
        if (database.open()) {
            QSqlQuery query(database);
            isLocked = query.exec(u"BEGIN EXCLUSIVE"_s);
            if (!isLocked && sentence != nullptr)
                *sentence = query.lastError().text();
        } else if (sentence != nullptr) {
            *sentence = database.lastError().text();
        }
    }
    if (isLocked)
        return connection;
    letGo(connection);
    return {};
}

} // namespace

OwnerLock::OwnerLock(QString file, QString connection)
    : m_file(std::move(file)), m_connection(std::move(connection))
{
}

OwnerLock::~OwnerLock()
{
    // Gone before it is free: nobody takes a lock on a file that is about to be removed.
    QFile::remove(m_file);
    letGo(m_connection);
    QFile::remove(m_file); // where an open file cannot be removed
}

std::unique_ptr<OwnerLock> OwnerLock::take(const QString& folder, const QString& owner, QString* sentence)
{
    if (!QFileInfo::exists(folder))
        QDir().mkdir(folder, folderOfOwner);
    const QString file = fileOf(folder, owner);
    // Made and closed before SQLite opens it: to close a file lets go of every lock that this process has on
    // it.
    QFile made(file);
    if (!made.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly)) {
        *sentence = made.errorString();
        return nullptr;
    }
    made.close();
    const QString connection = lockedConnection(file, sentence);
    if (connection.isEmpty())
        return nullptr;
    return std::unique_ptr<OwnerLock>(new OwnerLock(file, connection));
}

bool OwnerLock::isHeld(const QString& folder, const QString& owner)
{
    const QString file = fileOf(folder, owner);
    if (!QFileInfo::exists(file))
        return false;
    const QString connection = lockedConnection(file, nullptr);
    if (connection.isEmpty())
        return true;
    QFile::remove(file);
    letGo(connection);
    QFile::remove(file);
    return false;
}

} // namespace Telamon
