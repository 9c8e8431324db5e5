// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/httpclient.h"
#include "api/records/column.h"
#include "models/recordmodel.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QQueue>

#include <chrono>
#include <functional>

namespace Telamon {

class Catalog;
class PagedCall;
struct Operation;
struct Problem;

// One list to be read into a table.
struct Read {
    QString operationId;
    Arguments arguments {};
    QByteArray source {}; // of the table's layout; empty: the answer is only handed to onPage
    RecordModel::KnownValues known {};
    QByteArrayList moreSources {}; // of the same answer, where it holds several lists
    bool isMissingEmpty = false; // 404: nothing of the kind has been set up
    // What the table is given instead of the answer, where its records are not objects.
    std::function<QByteArray(const QByteArray& body)> reshape {};
    // What is known of one record beside what it tells: then the records of an answer are added apart.
    std::function<RecordModel::KnownValues(const QJsonObject& record)> knownOfRecord {};
    std::function<void(const QByteArray& body)> onPage {}; // besides the table
    std::function<void(const Problem& problem)>
        onProblem {}; // takes the problem; without it the load keeps it
};

// Fills a RecordModel from any number of lists, a few at a time. Reads may be added while it runs. Owned by
// the page or inventory that asked; when it goes, its calls go.
class RecordLoad : public QObject {
    Q_OBJECT
public:
    RecordLoad(HttpClient& client, const Catalog& catalog, RecordModel* model, QObject* parent);
    ~RecordLoad() override;

    void add(const Read& read);
    void start(); // reads added later are started as they come
    // While more reads may come, an empty queue is not the end.
    void setExpectingMore(bool isExpecting);
    // Rows of the table that this load does not name stay.
    void setAdding(bool isAdding) { m_isAdding = isAdding; }
    // Or these.
    void setStaying(RecordModel::Staying staying) { m_staying = std::move(staying); }
    void abort(); // keeps what has been read; finished() follows

    // Adds the records of an answer ({"results": [...]}) apart by what is known of each.
    static void addApart(RecordModel& model, const QByteArray& source, const QByteArray& body,
        const std::function<RecordModel::KnownValues(const QJsonObject& record)>& knownOfRecord);

    RecordModel* model() const { return m_model; } // null where answers are only handed to onPage
    bool isRunning() const { return m_isRunning; }
    bool wasAborted() const { return m_wasAborted; }
    const Read& lastRead() const { return m_last; } // the one added last
    int readCount() const { return m_total; }
    int finishedCount() const { return m_done; }
    // One sentence a list that could not be read; with the project's name where there were several lists.
    const QStringList& problems() const { return m_problems; }

Q_SIGNALS:
    void progressed(int finished, int total);
    void waiting(const QString& why, std::chrono::milliseconds pause); // before a retry
    void finished();

private:
    void startNext();
    // With the fields that the service says are wrong, by their titles.
    static QString sentenceOf(const Problem& problem, const Operation& operation);
    void finishRead(PagedCall* call, const Read& read);

    HttpClient& m_client;
    const Catalog& m_catalog;
    RecordModel* m_model;
    QQueue<Read> m_queue;
    Read m_last;
    QList<PagedCall*> m_running;
    QStringList m_problems;
    int m_total = 0;
    int m_done = 0;
    bool m_isRunning = false;
    bool m_isExpectingMore = false;
    bool m_isAdding = false;
    RecordModel::Staying m_staying;
    bool m_wasAborted = false;
};

} // namespace Telamon
