// SPDX-License-Identifier: GPL-3.0-or-later
// What is read after a change: where no answer came, and until what was accepted is finished.
#include "api/catalog/catalog.h"
#include "api/journal/changerunner.h"
#include "api/journal/changesentences.h"
#include "api/journal/journal.h"
#include "api/journal/stateeffect.h"
#include "api/journal/statereader.h"

namespace Telamon {

using namespace Qt::StringLiterals;

bool ChangeRunner::isOurs(const Change& change) const
{
    // Another origin, under the same profile, is another service.
    return change.profileId == m_profile.id && change.origin == m_profile.origin;
}

void ChangeRunner::reconcile()
{
    const QList<Change> taken = m_journal.takeOverSent();
    for (const Change& change : taken)
        Q_EMIT changed(change.id);
    const QList<Change> unknown =
        m_journal.changes({.limit = -1, .profileId = m_profile.id, .verdicts = {Change::Verdict::Unknown}});
    for (const Change& change : unknown)
        reconcile(change.id);
    const QList<Change> unfinished = m_journal.changes(
        {.limit = -1, .profileId = m_profile.id, .progresses = {Change::Progress::Following}});
    for (const Change& change : unfinished) {
        if (isOurs(change) && !m_followers.contains(change.id) && m_journal.adopt(change.id))
            follow(*m_journal.change(change.id));
    }
}

void ChangeRunner::reconcile(const QString& id)
{
    const std::optional<Change> change = m_journal.change(id);
    if (change && change->verdict == Change::Verdict::Unknown && isOurs(*change)
        && m_journal.mayAdopt(*change))
        readAgain(*change);
}

void ChangeRunner::readAgain(const Change& change)
{
    const Operation* write = m_catalog.find(change.operationId);
    const QString why = write == nullptr
        ? QString()
        : whyUndecidable(write->state, change.arguments.value("body"_L1), change.before);
    if (write == nullptr || !why.isEmpty()) {
        Change undecided = change;
        const Operation* reading =
            write != nullptr && write->state ? m_catalog.find(write->state->read.operationId) : nullptr;
        undecided.sentence = unknownSentence(change, why, write, reading);
        if (undecided != change && m_journal.adopt(change.id)) {
            undecided.owner = m_journal.owner();
            save(undecided);
        }
        return;
    }
    if (!m_toRead.contains(change.id))
        m_toRead.append(change.id);
    readNext();
}

void ChangeRunner::readNext()
{
    constexpr int atATime = 4; // many may have been left; nobody waits for all of them
    while (m_readerCount < atATime && !m_toRead.isEmpty()) {
        const std::optional<Change> change = m_journal.change(m_toRead.takeFirst());
        const Operation* write = change ? m_catalog.find(change->operationId) : nullptr;
        if (write == nullptr)
            continue;
        ++m_readerCount;
        auto* reader = new StateReader(m_client, m_catalog, *write, useOf(*change), this);
        connect(reader, &StateReader::finished, this,
            [this, reader, id = change->id](const QJsonValue& state, const std::optional<Problem>& problem) {
                reader->deleteLater();
                --m_readerCount;
                readNext();
                takeReading(id, state, problem);
            });
    }
}

void ChangeRunner::takeReading(
    const QString& id, const QJsonValue& state, const std::optional<Problem>& problem)
{
    const std::optional<Change> read = m_journal.change(id);
    const Operation* write = read ? m_catalog.find(read->operationId) : nullptr;
    if (write == nullptr || read->verdict != Change::Verdict::Unknown)
        return;
    Change change = *read;
    const Reading reading =
        judgeState(*write->state, change.arguments.value("body"_L1), change.before, state);
    if (!problem && reading.says == Reading::Says::IsAsProposed) {
        change.verdict = Change::Verdict::AsProposed;
        change.sentence = verdictSentence(change);
        change.progress = write->followUp ? Change::Progress::Following : Change::Progress::None;
    } else {
        const QString found =
            problem ? tr("What it changes could not be read. %1").arg(problem->sentence()) : reading.sentence;
        change.sentence =
            unknownSentence(change, found, write, m_catalog.find(write->state->read.operationId));
    }
    // Taken over only where there is news: to say the same again is not worth a write.
    if (change == *read || !m_journal.adopt(id))
        return;
    change.owner = m_journal.owner();
    const QPointer<ChangeRunner> self(this);
    save(change);
    if (self && change.progress == Change::Progress::Following)
        follow(change);
}

void ChangeRunner::follow(const Change& change)
{
    const Operation* write = m_catalog.find(change.operationId);
    if (write == nullptr || !write->followUp) {
        noteProgress(change.id, Change::Progress::None, tr("This program does not know how it is followed."));
        return;
    }
    const bool wasThere = !change.before.isUndefined() && write->method != "POST";
    auto* follower =
        new ChangeFollower(m_client, m_catalog, *write->followUp, useOf(change), wasThere, m_pace, this);
    m_followers.insert(change.id, follower);
    connect(follower, &ChangeFollower::progressed, this,
        [this, id = change.id](
            Change::Progress progress, const QString& text) { noteProgress(id, progress, text); });
    connect(follower, &ChangeFollower::moved, this, [this, id = change.id] { Q_EMIT moved(id); });
}

void ChangeRunner::noteProgress(const QString& id, Change::Progress progress, const QString& text)
{
    if (progress != Change::Progress::Following) {
        if (ChangeFollower* follower = m_followers.take(id))
            follower->deleteLater();
    }
    std::optional<Change> change = m_journal.change(id);
    if (!change || (change->progress == progress && change->progressText == text))
        return;
    change->progress = progress;
    change->progressText = text;
    save(*change);
}

void ChangeRunner::stopFollowing(const QString& id)
{
    if (m_followers.contains(id))
        noteProgress(id, Change::Progress::None, tr("No longer followed."));
}

} // namespace Telamon
