// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journalmodel.h"

#include "api/journal/changejson.h"
#include "api/journal/journal.h"
#include "api/records/plaintext.h"
#include "models/changeplace.h"
#include "models/enumwords.h"
#include "models/tables/tables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

bool isActive(const Change& change)
{
    return !change.isEnded() || change.progress == Change::Progress::Following;
}

bool wasFollowed(const Change& change)
{
    return change.progress == Change::Progress::Finished || change.progress == Change::Progress::Failed;
}

QString inProgress()
{
    return u"inProgress"_s;
}

// Of the answer and of what is followed after it, one word.
QString outcomeOf(const Change& change)
{
    const bool isDone =
        change.verdict == Change::Verdict::Done || change.verdict == Change::Verdict::AsProposed;
    if (isDone && change.progress == Change::Progress::Following)
        return inProgress();
    return isDone && change.progress == Change::Progress::Failed ? nameOf(change.progress)
                                                                 : nameOf(change.verdict);
}

// The status in which it was finished is not what was done.
bool wasSoBefore(const Change& change)
{
    const QJsonObject before = change.before.toObject();
    return std::any_of(before.constBegin(), before.constEnd(),
        [&change](const QJsonValue& each) { return each.toString() == change.progressText; });
}

// The change with what the journal keeps in columns beside its JSON.
QJsonObject recordOf(const Change& change)
{
    QJsonObject record = toJson(change);
    record[u"id"_s] = change.id;
    record[u"number"_s] = change.number;
    record[u"verdict"_s] = nameOf(change.verdict);
    record[u"progress"_s] = nameOf(change.progress);
    record[u"outcome"_s] = outcomeOf(change);
    record[u"on"_s] = changePlace(change);
    if (change.progress == Change::Progress::Finished)
        record[u"statusKept"_s] = wasSoBefore(change);
    return record;
}

QByteArray recordsOf(const QList<Change>& changes)
{
    QJsonArray records;
    for (const Change& change : changes)
        records.append(recordOf(change));
    return QJsonDocument(records).toJson(QJsonDocument::Compact);
}

} // namespace

JournalModel::JournalModel(Journal& journal, Which which, const Clock& clock, QObject* parent)
    : RecordModel(changeTable(), parent), m_journal(&journal), m_which(which)
{
    setClock(clock);
    connect(&journal, &Journal::changeAdded, this, &JournalModel::note);
    connect(&journal, &Journal::changeUpdated, this, &JournalModel::note);
    connect(&journal, &Journal::changedElsewhere, this, &JournalModel::reload);
    connect(this, &RecordModel::loadFinished, this, [this] {
        if (m_wantsAll || !m_noted.isEmpty())
            readSoon();
    });
    reload();
}

void JournalModel::reload()
{
    m_wantsAll = true;
    readSoon();
}

void JournalModel::note(const QString& id)
{
    m_noted.insert(id);
    readSoon();
}

int JournalModel::activeCount() const
{
    int count = 0;
    for (int record = 0; record < totalCount(); ++record) {
        count += recordValue(record, "verdict").toString() == nameOf(Change::Verdict::Sent)
            || recordValue(record, "progress").toString() == nameOf(Change::Progress::Following);
    }
    return count;
}

void JournalModel::forgetEnded()
{
    m_followed.clear();
    reload();
}

// A load that begins cuts the one before short: one at a time, with all that was noted meanwhile.
void JournalModel::readSoon()
{
    if (std::exchange(m_isReadingSoon, true))
        return;
    QMetaObject::invokeMethod(this, &JournalModel::read, Qt::QueuedConnection);
}

QList<Change> JournalModel::all() const
{
    Journal::Filter filter;
    filter.limit = mostRead;
    if (m_which == Which::All)
        return m_journal->changes(filter);
    filter.verdicts = {Change::Verdict::Sent};
    QList<Change> changes = m_journal->changes(filter);
    filter.verdicts.clear();
    filter.progresses = {Change::Progress::Following};
    changes += m_journal->changes(filter);
    for (const QString& id : m_followed) {
        if (const auto change = m_journal->change(id); change && !isActive(*change))
            changes.append(*change);
    }
    return changes;
}

void JournalModel::read()
{
    m_isReadingSoon = false;
    if (!m_journal || isLoading())
        return;
    QList<Change> changes;
    const QSet<QString> noted = std::exchange(m_noted, {});
    bool isWhole = std::exchange(m_wantsAll, false);
    for (const QString& id : noted) {
        const std::optional<Change> change = m_journal->change(id);
        if (m_which == Which::Active && change && wasFollowed(*change))
            m_followed.insert(id);
        // What is not active any more goes when all that is has been read.
        if (change && (m_which == Which::All || isActive(*change) || m_followed.contains(id)))
            changes.append(*change);
        else
            isWhole = true;
    }
    askClock();
    beginLoad();
    addAnswer("changes", recordsOf(isWhole ? all() : changes));
    finishLoad(!isWhole);
}

RecordModel::Attention JournalModel::recordAttention(int record) const
{
    const QString verdict = recordValue(record, "verdict").toString();
    const QString progress = recordValue(record, "progress").toString();
    if (verdict == nameOf(Change::Verdict::Unknown))
        return Critical;
    if (verdict == nameOf(Change::Verdict::Refused) || verdict == nameOf(Change::Verdict::NotSent)
        || progress == nameOf(Change::Progress::Failed))
        return Warning;
    const bool isUnderWay =
        verdict == nameOf(Change::Verdict::Sent) || progress == nameOf(Change::Progress::Following);
    return isUnderWay ? Notice : NoAttention;
}

QVariant JournalModel::decoration(int row, int column, int role) const
{
    if (columns()[size_t(column)].key != "outcome")
        return {};
    if (role == Qt::ToolTipRole) // what came of it
        return visibleText(value(row, "sentence").toString());
    const QString text = value(row, "progressText").toString();
    if (role != Qt::DisplayRole || text.isEmpty())
        return {};
    const QString outcome = value(row, "outcome").toString();
    const QString words = enumWords(text);
    if (words == enumWords(outcome)) // says no more
        return {};
    if (outcome == inProgress())
        return tr("In progress: %1").arg(visibleText(words));
    if (outcome == nameOf(Change::Progress::Failed))
        return tr("Failed: %1").arg(visibleText(words));
    const bool isFinished = value(row, "progress").toString() == nameOf(Change::Progress::Finished);
    if (isFinished && outcome == nameOf(Change::Verdict::Done) && !value(row, "statusKept").toBool())
        return tr("Done: %1").arg(visibleText(words));
    return {};
}

} // namespace Telamon
