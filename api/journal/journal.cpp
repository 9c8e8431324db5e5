// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/journal.h"

#include "api/journal/changejson.h"
#include "api/journal/changesentences.h"
#include "api/journal/journalfile.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds lookPause {2000};

QString ownersFolder(const QString& file)
{
    return QFileInfo(file).absolutePath() + u"/owners"_s;
}

bool matches(const Journal::Filter& filter, const Change& change)
{
    return (filter.before == 0 || change.number == 0 || change.number < filter.before)
        && (filter.profileId.isEmpty() || filter.profileId == change.profileId)
        && (filter.verdicts.isEmpty() || filter.verdicts.contains(change.verdict))
        && (filter.progresses.isEmpty() || filter.progresses.contains(change.progress));
}

template <typename Value> QString namesOf(const QList<Value>& values)
{
    QStringList names;
    for (const Value value : values)
        names.append(u'\'' + nameOf(value) + u'\''); // words of ours: nothing to escape
    return names.join(u',');
}

} // namespace

Journal::Journal(QString file, QString owner) : m_file(std::move(file)), m_owner(std::move(owner))
{
    m_elsewhere.setInterval(lookPause);
    connect(&m_elsewhere, &QTimer::timeout, this, &Journal::lookElsewhere);
}

Journal::~Journal()
{
    writeUnsaved();
    QSqlDatabase::removeDatabase(m_owner);
}

Result<std::unique_ptr<Journal>, QString> Journal::open(
    const QString& file, std::chrono::milliseconds busyTimeout)
{
    const QString owner = QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<Journal> journal(new Journal(file, owner));
    QString wrong = JournalFile::make(file);
    if (wrong.isEmpty())
        wrong = JournalFile::connect(file, owner, busyTimeout);
    if (wrong.isEmpty()) {
        journal->m_lock = OwnerLock::take(ownersFolder(file), owner, &wrong);
        if (!journal->m_lock && wrong.isEmpty())
            wrong = tr("it cannot be locked");
    }
    if (!wrong.isEmpty())
        return tr("The journal %1 cannot be used: %2.").arg(file, wrong);
    journal->m_dataVersion = journal->dataVersion();
    journal->m_elsewhere.start();
    return journal;
}

QSqlQuery Journal::query() const
{
    QSqlQuery query(QSqlDatabase::database(m_owner, false));
    query.setForwardOnly(true);
    return query;
}

QString Journal::add(Change& change)
{
    change.owner = m_owner;
    writeUnsaved();
    QSqlQuery inserting = query();
    QString wrong = write(change, inserting);
    if (!wrong.isEmpty())
        return wrong;
    change.number = inserting.lastInsertId().toLongLong();
    Q_EMIT changeAdded(change.id);
    return {};
}

QString Journal::update(const Change& change)
{
    writeUnsaved();
    QSqlQuery updating = query();
    QString wrong = write(change, updating);
    if (wrong.isEmpty())
        m_unsaved.remove(change.id);
    else
        m_unsaved.insert(change.id, change);
    Q_EMIT changeUpdated(change.id);
    return wrong;
}

QString Journal::write(const Change& change, QSqlQuery& query) const
{
    const bool isPrepared = query.prepare(
        u"INSERT INTO changes (id, owner, profile, verdict, progress, document) "
        "VALUES (:id, :owner, :profile, :verdict, :progress, :document) "
        "ON CONFLICT (id) DO UPDATE SET verdict = excluded.verdict, progress = excluded.progress, "
        "document = excluded.document WHERE changes.owner = excluded.owner"_s);
    if (isPrepared) {
        query.bindValue(u":id"_s, change.id);
        query.bindValue(u":owner"_s, change.owner);
        query.bindValue(u":profile"_s, change.profileId);
        query.bindValue(u":verdict"_s, nameOf(change.verdict));
        query.bindValue(u":progress"_s, nameOf(change.progress));
        query.bindValue(
            u":document"_s, QString::fromUtf8(QJsonDocument(toJson(change)).toJson(QJsonDocument::Compact)));
        if (query.exec())
            return {};
    }
    return tr("The journal %1 could not be written: %2.").arg(m_file, query.lastError().text());
}

void Journal::writeUnsaved()
{
    const QList<Change> unsaved = m_unsaved.values();
    for (const Change& change : unsaved) {
        QSqlQuery updating = query();
        if (!write(change, updating).isEmpty())
            return;
        m_unsaved.remove(change.id);
    }
}

Change Journal::changeOf(const QSqlQuery& row)
{
    Change change =
        changeFromJson(QJsonDocument::fromJson(row.value(u"document"_s).toString().toUtf8()).object());
    change.number = row.value(u"number"_s).toLongLong();
    change.id = row.value(u"id"_s).toString();
    change.owner = row.value(u"owner"_s).toString();
    change.profileId = row.value(u"profile"_s).toString();
    change.verdict = verdictNamed(row.value(u"verdict"_s).toString());
    change.progress = progressNamed(row.value(u"progress"_s).toString());
    return change;
}

QList<Change> Journal::changes(const Filter& filter) const
{
    QString conditions = u"1"_s;
    if (filter.before > 0)
        conditions += u" AND number < "_s + QString::number(filter.before);
    if (!filter.profileId.isEmpty())
        conditions += u" AND profile = :profile"_s;
    if (!filter.verdicts.isEmpty())
        conditions += u" AND verdict IN ("_s + namesOf(filter.verdicts) + u')';
    if (!filter.progresses.isEmpty())
        conditions += u" AND progress IN ("_s + namesOf(filter.progresses) + u')';
    QSqlQuery reading = query();
    reading.prepare(u"SELECT * FROM changes WHERE "_s + conditions + u" ORDER BY number DESC LIMIT "_s
        + QString::number(filter.limit));
    if (!filter.profileId.isEmpty())
        reading.bindValue(u":profile"_s, filter.profileId);
    reading.exec();
    QMap<QString, Change> unsaved = m_unsaved;
    QList<Change> found;
    while (reading.next()) {
        Change change = changeOf(reading);
        const auto newer = unsaved.constFind(change.id);
        if (newer != unsaved.cend()) {
            const qint64 number = change.number;
            change = *newer;
            change.number = number;
            unsaved.erase(newer);
        }
        if (matches(filter, change))
            found.append(change);
    }
    // What was never written is the newest.
    for (const Change& change : std::as_const(unsaved)) {
        if (change.number == 0 && filter.before == 0 && matches(filter, change))
            found.prepend(change);
    }
    return found;
}

std::optional<Change> Journal::change(const QString& id) const
{
    const auto unsaved = m_unsaved.constFind(id);
    if (unsaved != m_unsaved.cend())
        return *unsaved;
    QSqlQuery reading = query();
    reading.prepare(u"SELECT * FROM changes WHERE id = :id"_s);
    reading.bindValue(u":id"_s, id);
    reading.exec();
    return reading.next() ? std::optional(changeOf(reading)) : std::nullopt;
}

bool Journal::mayAdopt(const Change& change) const
{
    return change.owner == m_owner || !OwnerLock::isHeld(ownersFolder(m_file), change.owner);
}

bool Journal::adopt(const QString& id)
{
    const std::optional<Change> found = change(id);
    if (!found || found->owner == m_owner)
        return found.has_value();
    if (!mayAdopt(*found))
        return false;
    QSqlQuery taking = query();
    taking.prepare(u"UPDATE changes SET owner = :mine WHERE id = :id AND owner = :old"_s);
    taking.bindValue(u":mine"_s, m_owner);
    taking.bindValue(u":id"_s, id);
    taking.bindValue(u":old"_s, found->owner);
    return taking.exec() && taking.numRowsAffected() == 1;
}

QList<Change> Journal::takeOverSent()
{
    Filter sent;
    sent.limit = -1; // all
    sent.verdicts = {Change::Verdict::Sent};
    QList<Change> taken;
    const QList<Change> all = changes(sent);
    for (const Change& each : all) {
        if (each.owner == m_owner || !adopt(each.id))
            continue;
        std::optional<Change> change = this->change(each.id); // its owner may have said more before it ended
        if (!change || change->verdict != Change::Verdict::Sent)
            continue;
        change->verdict = Change::Verdict::Unknown;
        change->endedAt = QDateTime::currentDateTimeUtc();
        change->sentence = verdictSentence(*change);
        update(*change);
        taken.append(*change);
    }
    return taken;
}

qint64 Journal::dataVersion() const
{
    QSqlQuery reading = query();
    return reading.exec(u"PRAGMA data_version"_s) && reading.next() ? reading.value(0).toLongLong() : 0;
}

void Journal::lookElsewhere()
{
    writeUnsaved();
    const qint64 version = dataVersion();
    if (version == std::exchange(m_dataVersion, version))
        return;
    Q_EMIT changedElsewhere();
}

} // namespace Telamon
