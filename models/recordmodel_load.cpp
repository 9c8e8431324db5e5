// SPDX-License-Identifier: GPL-3.0-or-later
// RecordModel: answers on their way into the table.
#include "models/recordmodel_p.h"

#include <QElapsedTimer>

#include <algorithm>

namespace Telamon {

namespace {
// What one turn of the event loop may spend on taking records in, so that the window stays alive.
constexpr qint64 TakeBudget = 5; // milliseconds
constexpr std::size_t Portion = 2000; // records between two looks at the clock
constexpr int LongestPause = 100; // milliseconds between two changes of what is shown
} // namespace

void RecordModel::Private::scheduleTaking()
{
    if (takeTimer.isActive() || (!queue.isReady() && (isOpen || !queue.isEmpty())))
        return;
    // A large table costs more to show: then less often, so that the loading itself gets on.
    takeTimer.start(static_cast<int>(std::min<qint64>(lastTakeCost / 2, LongestPause)));
}

void RecordModel::Private::takeParsed()
{
    QElapsedTimer clock;
    clock.start();
    const std::size_t firstNew = table.size();
    std::vector<quint32> changed;
    QStringList rejections;
    while (queue.isReady() && clock.elapsed() < TakeBudget) {
        const ParseQueue::Parsed parsed = queue.first();
        if (!parsed->hasValue()) {
            rejections += parsed->error();
            keepsUnseen = true; // nobody knows what it would have named
            queue.removeFirst();
            continue;
        }
        const std::shared_ptr<ParsedRecords> records(parsed, &parsed->value());
        const std::size_t end = std::min(takenOfFirst + Portion, records->size());
        RecordTable::Appended appended = table.append(records, queue.firstSource(), takenOfFirst, end);
        changed.insert(changed.end(), appended.changed.cbegin(), appended.changed.cend());
        takenOfFirst = end;
        if (end == records->size()) {
            takenOfFirst = 0;
            queue.removeFirst();
        }
    }
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    changed.erase(
        std::lower_bound(changed.begin(), changed.end(), static_cast<quint32>(firstNew)), changed.end());
    if (table.size() > firstNew || !changed.empty()) {
        const bool isGrowing = table.size() > firstNew;
        const std::size_t shownBefore = shown.size();
        presentAppended(firstNew, std::move(changed));
        if (isGrowing && shown.size() == shownBefore)
            Q_EMIT q->countsChanged(); // more in all, none shown
    }
    lastTakeCost = clock.elapsed();
    for (const QString& why : std::as_const(rejections))
        Q_EMIT q->answerRejected(why);
    if (queue.isEmpty() && !isOpen && isLoading)
        finish();
    else if (queue.isReady())
        scheduleTaking();
}

void RecordModel::Private::finish()
{
    const std::size_t before = table.size();
    std::vector<quint32> changed;
    if (!keepsUnseen) {
        // Hidden first, so that a view never asks for what is gone.
        const std::vector<quint32> seen = table.seenRows();
        if (seen.size() < table.size()) {
            std::vector<quint8> isSeen(table.size(), 0);
            for (const quint32 row : seen)
                isSeen[row] = 1;
            std::vector<quint32> rows = shown;
            std::erase_if(rows, [&isSeen](quint32 row) { return !isSeen[row]; });
            show(std::move(rows));
        }
        const std::vector<quint32> kept = table.removeUnseen(changed);
        std::vector<quint32> numbers(before, RecordTable::NoRow);
        for (std::size_t i = 0; i < kept.size(); ++i)
            numbers[kept[i]] = static_cast<quint32>(i);
        for (quint32& row : shown)
            row = numbers[row];
        positions.clear();
    }
    isLoading = false;
    if (table.size() < before || !changed.empty() || needsOrder) {
        filter.match(table, 0, false, matches);
        showAll();
        emitChanged(changed);
    }
    if (table.size() != before)
        Q_EMIT q->countsChanged();
    Q_EMIT q->loadFinished();
}

void RecordModel::beginLoad()
{
    d->queue.clear();
    d->takeTimer.stop();
    d->takenOfFirst = 0;
    d->lastTakeCost = 0;
    d->isOpen = true;
    d->isLoading = true;
    d->keepsUnseen = false;
    d->table.beginSeeing();
}

void RecordModel::addAnswer(const RecordSource& source, const QByteArray& answer, const KnownValues& known)
{
    Q_ASSERT(d->isOpen);
    d->queue.add(source, answer, known);
}

void RecordModel::addAnswer(const QByteArray& sourceId, const QByteArray& answer, const KnownValues& known)
{
    const RecordSource* source = d->table.layout().source(sourceId);
    Q_ASSERT(source);
    if (source)
        addAnswer(*source, answer, known);
}

void RecordModel::finishLoad(bool keepUnseen)
{
    if (!d->isOpen)
        return;
    d->isOpen = false;
    d->keepsUnseen = d->keepsUnseen || keepUnseen;
    if (d->queue.isEmpty())
        d->takeTimer.start(0); // loadFinished() never comes before this returns
    else
        d->scheduleTaking();
}

void RecordModel::clear()
{
    d->queue.clear();
    d->takeTimer.stop();
    d->isOpen = false;
    d->isLoading = false;
    d->show({});
    d->table.clear();
    d->matches.clear();
    d->order.rebuild(d->table);
    Q_EMIT countsChanged();
}

bool RecordModel::isLoading() const
{
    return d->isLoading;
}

} // namespace Telamon
