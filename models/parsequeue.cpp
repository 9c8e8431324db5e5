// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parsequeue.h"

#include <QtConcurrentRun>

namespace Telamon {

ParseQueue::ParseQueue(const Columns& columns, QObject* parent)
    : QObject(parent), m_columns(std::make_shared<Columns>(columns))
{
}

void ParseQueue::add(const RecordSource& source, const QByteArray& answer, const KnownValues& known)
{
    auto* watcher = new QFutureWatcher<Parsed>(this);
    m_answers.push_back({source, watcher});
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        if (!m_answers.empty() && m_answers.front().watcher == watcher)
            Q_EMIT ready();
    });
    watcher->setFuture(QtConcurrent::run([columns = m_columns, source, answer, known] {
        return std::make_shared<Result<ParsedRecords, QString>>(
            parseRecords(answer, source, *columns, known));
    }));
}

void ParseQueue::clear()
{
    for (const Answer& answer : m_answers)
        delete answer.watcher;
    m_answers.clear();
}

bool ParseQueue::isReady() const
{
    return !m_answers.empty() && m_answers.front().watcher->isFinished();
}

ParseQueue::Parsed ParseQueue::first() const
{
    return m_answers.front().watcher->result();
}

void ParseQueue::removeFirst()
{
    m_answers.front().watcher->deleteLater();
    m_answers.pop_front();
}

} // namespace Telamon
