// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parsequeue.h"

#include <QtConcurrentMap>

#include <algorithm>
#include <utility>

namespace Telamon {

ParseQueue::ParseQueue(const Columns& columns, QObject* parent)
    : QObject(parent), m_columns(std::make_shared<Columns>(columns))
{
}

void ParseQueue::add(const RecordSource& source, const QByteArray& answer, const KnownValues& known)
{
    Answer& added = *m_answers.emplace_back(new Answer {source, answer, known});
    connect(&added.watcher, &QFutureWatcherBase::finished, this, [this, &added] { take(added); });
    parse(added, cutAnswer(answer, source));
}

void ParseQueue::parse(Answer& answer, const std::vector<AnswerPart>& parts)
{
    answer.watcher.setFuture(QtConcurrent::mapped(parts,
        [columns = m_columns, source = answer.source, bytes = answer.bytes, known = answer.known](
            const AnswerPart& part) {
            return std::make_shared<Result<ParsedRecords, QString>>(
                parseRecords(bytes, source, *columns, known, part));
        }));
}

void ParseQueue::take(Answer& answer)
{
    const QFuture<Parsed> parsed = answer.watcher.future();
    const bool isFaulty =
        std::any_of(parsed.begin(), parsed.end(), [](const Parsed& part) { return !part->hasValue(); });
    if (isFaulty && parsed.resultCount() > 1) {
        parse(answer, {AnswerPart {}}); // cut where it should not have been, or broken: all of it tells
        return;
    }
    answer.bytes.clear();
    answer.isParsed = true;
    if (m_answers.front().get() == &answer)
        Q_EMIT ready();
}

void ParseQueue::clear()
{
    m_answers.clear();
}

ParseQueue::Parsed ParseQueue::first() const
{
    const Answer& answer = *m_answers.front();
    return answer.watcher.future().resultAt(answer.taken);
}

void ParseQueue::removeFirst()
{
    Answer& answer = *m_answers.front();
    if (++answer.taken == answer.watcher.future().resultCount())
        m_answers.pop_front();
}

} // namespace Telamon
