// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/httpclient.h"

#include <QMap>
#include <QObject>

#include <optional>

namespace Telamon {

struct PageFacts;

// Reads all pages of a list: pageNum 1, 2, ... with itemsPerPage 500, until a page is short. totalCount is an
// estimate (0 with includeCount=false) and is never used to stop; after a first full page whose totalCount
// promises more, the promised pages are fetched side by side. A list that does not end ends with a problem:
// the same page again, or more than the limits.
class PagedCall : public QObject {
    Q_OBJECT
public:
    struct Limits {
        int pages = 4000; // of 500 records
        qint64 bytes = 1024LL * 1024 * 1024;
    };

    PagedCall(HttpClient& client, const Operation& operation, Arguments arguments, QObject* owner);
    PagedCall(
        HttpClient& client, const Operation& operation, Arguments arguments, Limits limits, QObject* owner);
    void abort();
    bool isFinished() const { return m_isFinished; }
    const std::optional<Problem>& problem() const
    {
        return m_problem;
    } // after finished(); pages before it stand
    const Operation& operation() const { return m_operation; }

Q_SIGNALS:
    // Pages come in order. `estimate` is totalCount, or -1 where the service did not count.
    void pageReceived(const QByteArray& body, int page, qint64 estimate);
    void waiting(const Telamon::Problem& why, std::chrono::milliseconds pause);
    void finished(Telamon::PagedCall* call);

private:
    void askForMore();
    void ask(int page);
    void take(int page, const ApiCall& call);
    void deliver(const QByteArray& body);
    std::optional<Problem> objectionTo(const QByteArray& body, const PageFacts& facts);
    void finish(const std::optional<Problem>& problem);

    HttpClient& m_client;
    const Operation& m_operation;
    Arguments m_arguments;
    Limits m_limits;
    std::optional<Problem> m_problem;
    QMap<int, ApiCall*> m_running; // by page
    QMap<int, QByteArray> m_arrived; // ahead of their turn
    QMap<int, Problem> m_problems;
    bool m_isPaged = false; // else the whole answer is the one page
    int m_pageSize = 0;
    int m_nextToAsk = 1;
    int m_nextToDeliver = 1;
    int m_lastPromised = 1;
    QByteArray m_lastResults; // digest of the page before
    qint64 m_bytes = 0;
    bool m_isFinished = false;
};

} // namespace Telamon
