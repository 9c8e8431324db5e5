// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/answerparts.h"
#include "api/records/parsedrecords.h"

#include <QFutureWatcher>
#include <QObject>

#include <deque>
#include <memory>

namespace Telamon {

// Parses answers in the thread pool, the parts of a large one side by side, and hands them out in the order
// in which they were added. Owned by a RecordModel; what is still being parsed when it goes is dropped when
// it is done.
class ParseQueue : public QObject {
    Q_OBJECT
public:
    using Parsed = std::shared_ptr<Result<ParsedRecords, QString>>;

    explicit ParseQueue(const Columns& columns, QObject* parent);

    void add(const RecordSource& source, const QByteArray& answer, const KnownValues& known);
    void clear();
    bool isEmpty() const { return m_answers.empty(); }

    // The first answer, or what is left of its parts, if it is parsed: an error, or records of `source`. An
    // answer is handed out whole or not at all.
    bool isReady() const { return !m_answers.empty() && m_answers.front()->isParsed; }
    Parsed first() const;
    const RecordSource& firstSource() const { return m_answers.front()->source; }
    void removeFirst();

Q_SIGNALS:
    void ready(); // the first answer is parsed

private:
    struct Answer {
        RecordSource source;
        QByteArray bytes;
        KnownValues known;
        QFutureWatcher<Parsed> watcher {};
        int taken = 0; // of its parts
        bool isParsed = false;
    };

    void parse(Answer& answer, const std::vector<AnswerPart>& parts);
    void take(Answer& answer);

    std::shared_ptr<const Columns> m_columns;
    std::deque<std::unique_ptr<Answer>> m_answers;
};

} // namespace Telamon
