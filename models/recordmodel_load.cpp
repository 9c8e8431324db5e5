// SPDX-License-Identifier: GPL-3.0-or-later
// RecordModel: answers on their way into the table.
#include "models/recordmodel_p.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace Telamon {

namespace {
// What one turn of the event loop may spend on taking records in, so that the window stays alive.
constexpr qint64 TakeBudget = 5; // milliseconds
constexpr std::size_t Portion = 2000; // records between two looks at the clock
// To sort and show costs the more the larger the table is, so it is not done for each answer.
constexpr int ShowAfter = 100; // milliseconds
constexpr std::size_t MostUnshown = 20'000; // records: to sort more at once would be felt
} // namespace

void RecordModel::Private::scheduleTaking()
{
    if (!takeTimer.isActive() && (queue.isReady() || (!isOpen && queue.isEmpty())))
        takeTimer.start(0);
}

void RecordModel::Private::takeParsed()
{
    QElapsedTimer clock;
    clock.start();
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
        told += end - takenOfFirst;
        takenOfFirst = end;
        if (end == records->size()) {
            takenOfFirst = 0;
            queue.removeFirst();
        }
    }
    const bool isLast = queue.isEmpty() && !isOpen && isLoading;
    const std::size_t unshown = table.size() - order.rows().size();
    // The first are shown at once, but not if more of them can be had at once: a view would be painted twice.
    const bool isFirst = order.rows().empty() && !queue.isReady();
    if (isLast || isFirst || unshown >= MostUnshown)
        showTaken();
    else if (!showTimer.isActive() && (unshown > 0 || !changed.empty()))
        showTimer.start(ShowAfter);
    for (const QString& why : std::as_const(rejections))
        Q_EMIT q->answerRejected(why);
    if (isLast)
        finish();
    else if (queue.isReady())
        scheduleTaking();
}

void RecordModel::Private::showTaken()
{
    showTimer.stop();
    const std::size_t firstNew = order.rows().size();
    if (table.size() == firstNew && changed.empty())
        return;
    std::vector<quint32> rows = std::exchange(changed, {});
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    rows.erase(std::lower_bound(rows.begin(), rows.end(), static_cast<quint32>(firstNew)), rows.end());
    const std::size_t shownBefore = shown.size();
    presentAppended(firstNew, rows);
    if (table.size() > firstNew && shown.size() == shownBefore)
        Q_EMIT q->countsChanged(); // more in all, none shown
}

void RecordModel::Private::finish()
{
    const std::size_t before = table.size();
    std::vector<quint32> filledLess; // rows that lost what another source had told
    if (!keepsUnseen) {
        std::vector<quint8> stays(table.size(), 0);
        for (const quint32 row : table.seenRows())
            stays[row] = 1;
        std::vector<quint8> unseen; // that stay all the same
        if (const RecordModel::Staying rule = std::exchange(staying, {}))
            unseen = rule(stays, sizeBefore);
        for (std::size_t row = 0; row < std::min(stays.size(), unseen.size()); ++row) {
            if (unseen[row])
                stays[row] = 1;
        }
        // Hidden first, so that a view never asks for what is gone.
        if (std::find(stays.cbegin(), stays.cend(), 0) != stays.cend()) {
            std::vector<quint32> rows = shown;
            std::erase_if(rows, [&stays](quint32 row) { return !stays[row]; });
            show(std::move(rows));
        }
        const std::vector<quint32> kept = table.removeUnseen(filledLess, unseen);
        std::vector<quint32> numbers(before, RecordTable::NoRow);
        for (std::size_t i = 0; i < kept.size(); ++i)
            numbers[kept[i]] = static_cast<quint32>(i);
        for (quint32& row : shown)
            row = numbers[row];
        positions.clear();
    }
    isLoading = false;
    if (table.size() < before || !filledLess.empty() || needsOrder) {
        match(0, false);
        showAll();
        emitChanged(filledLess);
    }
    if (table.size() != before)
        Q_EMIT q->countsChanged();
    Q_EMIT q->loadFinished();
}

void RecordModel::beginLoad(Staying staying)
{
    d->queue.clear();
    d->takeTimer.stop();
    d->takenOfFirst = 0;
    d->told = 0;
    d->showTaken(); // of a load that this one cuts short
    if (!d->isLoading)
        d->sizeBefore = d->table.size();
    d->isOpen = true;
    d->isLoading = true;
    d->keepsUnseen = false;
    d->staying = std::move(staying);
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
    d->scheduleTaking(); // loadFinished() never comes before this returns
}

void RecordModel::clear()
{
    d->queue.clear();
    d->takeTimer.stop();
    d->showTimer.stop();
    d->changed.clear();
    d->told = 0;
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
