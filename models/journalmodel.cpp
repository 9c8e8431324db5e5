// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journalmodel.h"

#include "api/journal/changejson.h"
#include "api/journal/journal.h"
#include "api/records/plaintext.h"
#include "models/tables/tables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

bool isActive(const Change& change)
{
    return !change.isEnded() || change.progress == Change::Progress::Following;
}

// The change with what the journal keeps in columns beside its JSON.
QJsonObject recordOf(const Change& change)
{
    QJsonObject record = toJson(change);
    record[u"id"_s] = change.id;
    record[u"number"_s] = change.number;
    record[u"verdict"_s] = nameOf(change.verdict);
    record[u"progress"_s] = nameOf(change.progress);
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

JournalModel::JournalModel(Journal& journal, Which which, Clock clock, QObject* parent)
    : RecordModel(changeTable(), parent), m_journal(&journal), m_which(which), m_clock(std::move(clock))
{
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
    return changes + m_journal->changes(filter);
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
        // What is not active any more goes when all that is has been read.
        if (change && (m_which == Which::All || isActive(*change)))
            changes.append(*change);
        else
            isWhole = true;
    }
    setNow(m_clock());
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

// In a person's words; the filter finds the journal's own.
QVariant JournalModel::decoration(int row, int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    const QByteArray& key = columns()[size_t(column)].key;
    if (key == "verdict") {
        switch (verdictNamed(value(row, key).toString())) {
        case Change::Verdict::Sent:
            return tr("sent");
        case Change::Verdict::Done:
            return tr("done");
        case Change::Verdict::AsProposed:
            return tr("is as proposed");
        case Change::Verdict::Refused:
            return tr("refused");
        case Change::Verdict::NotSent:
            return tr("not sent");
        case Change::Verdict::Unknown:
            return tr("unknown");
        }
    }
    if (key == "progress") {
        const QString text = visibleText(value(row, "progressText").toString());
        switch (progressNamed(value(row, key).toString())) {
        case Change::Progress::None:
            return QString();
        case Change::Progress::Following:
            return text.isEmpty() ? tr("under way") : tr("under way: %1").arg(text);
        case Change::Progress::Finished:
            return tr("finished");
        case Change::Progress::Failed:
            return text.isEmpty() ? tr("failed") : tr("failed: %1").arg(text);
        }
    }
    return {};
}

} // namespace Telamon
