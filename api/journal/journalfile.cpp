// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/journalfile.h"

#include "api/ownerfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>
#include <QUuid>
#include <QVariant>

#include <filesystem>
#include <system_error>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

constexpr int schemaVersion = 1;
constexpr int applicationId = 0x54454c4a; // "TELJ"
struct JournalFileText {
    Q_DECLARE_TR_FUNCTIONS(JournalFile)
};

// Runs the statements; what went wrong, or empty.
QString run(const QSqlDatabase& database, const QStringList& statements)
{
    for (const QString& statement : statements) {
        QSqlQuery query(database);
        if (!query.exec(statement))
            return query.lastError().text();
    }
    return {};
}

QVariant ask(const QSqlDatabase& database, const QString& statement)
{
    QSqlQuery query(database);
    return query.exec(statement) && query.next() ? query.value(0) : QVariant();
}

QStringList makingStatements()
{
    return {
        u"PRAGMA journal_mode = WAL"_s,
        u"BEGIN"_s,
        u"CREATE TABLE changes (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, "
        "owner TEXT NOT NULL, profile TEXT NOT NULL, verdict TEXT NOT NULL, progress TEXT NOT NULL, "
        "document TEXT NOT NULL)"_s,
        u"CREATE INDEX by_verdict ON changes (verdict)"_s,
        u"CREATE INDEX by_progress ON changes (progress) WHERE progress <> ''"_s,
        u"PRAGMA application_id = "_s + QString::number(applicationId),
        u"PRAGMA user_version = "_s + QString::number(schemaVersion),
        u"COMMIT"_s,
    };
}

// Where another process was faster, its file stays. (QFile::rename() would copy over it.)
bool putInPlace(const QString& aside, const QString& file)
{
    namespace fs = std::filesystem;
    const fs::path from(aside.toStdU16String());
    const fs::path to(file.toStdU16String());
    std::error_code failure;
    fs::create_hard_link(from, to, failure);
    if (failure && !fs::exists(to, failure)) // a file system without links
        fs::rename(from, to, failure);
    return !failure;
}

QString objectionTo(const QSqlDatabase& database)
{
    const QVariant version = ask(database, u"PRAGMA user_version"_s);
    if (!version.isValid())
        return JournalFileText::tr("it is no database, or a damaged one");
    if (ask(database, u"PRAGMA application_id"_s).toInt() != applicationId)
        return JournalFileText::tr("it is not a journal of this program");
    if (version.toInt() > schemaVersion)
        return JournalFileText::tr("it was written by a newer version of this program");
    if (ask(database, u"PRAGMA journal_mode = WAL"_s).toString() != "wal"_L1)
        return JournalFileText::tr("it cannot keep a write-ahead log here");
    return {};
}

} // namespace

QString JournalFile::make(const QString& file)
{
    if (QFileInfo::exists(file)) {
        // By name: to open and close it would let go of the locks that this process may have on it.
        QFile::setPermissions(file, ownerOnly);
        return {};
    }
    const QDir folder = QFileInfo(file).absoluteDir();
    if (!folder.exists()) {
        const QDir above(QFileInfo(folder.absolutePath()).absolutePath());
        if (!above.mkpath(u"."_s) || (!above.mkdir(folder.dirName(), folderOfOwner) && !folder.exists()))
            return JournalFileText::tr("its folder cannot be made");
    }
    // Made aside and put in place whole, so that two processes that start together agree about it.
    const QString aside = file + u'.' + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QFile made(aside);
    if (!made.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly))
        return made.errorString();
    made.close();
    QString wrong;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, aside);
        database.setDatabaseName(aside);
        wrong = database.open() ? run(database, makingStatements()) : database.lastError().text();
    }
    QSqlDatabase::removeDatabase(aside);
    if (wrong.isEmpty() && !putInPlace(aside, file))
        wrong = JournalFileText::tr("it cannot be put in its place");
    QFile::remove(aside);
    return wrong;
}

QString JournalFile::connect(
    const QString& file, const QString& connection, std::chrono::milliseconds busyTimeout)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
    database.setDatabaseName(file);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT="_s + QString::number(busyTimeout.count()));
    if (!database.open())
        return database.lastError().text();
    const QString wrong = objectionTo(database);
    return wrong.isEmpty() ? run(database, {u"PRAGMA synchronous = FULL"_s, u"PRAGMA fullfsync = 1"_s})
                           : wrong;
}

} // namespace Telamon
