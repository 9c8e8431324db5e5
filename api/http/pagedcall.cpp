// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/pagedcall.h"

#include "api/catalog/operation.h"
#include "api/http/pagefacts.h"
#include "api/http/ratemeter.h"

#include <QCryptographicHash>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr int largestPage = 500;
constexpr int mostSideBySide = 6;
constexpr int mostAhead = 2 * mostSideBySide; // of a page that is slow to come

} // namespace

PagedCall::PagedCall(HttpClient& client, const Operation& operation, Arguments arguments, QObject* owner)
    : PagedCall(client, operation, std::move(arguments), Limits(), owner)
{
}

PagedCall::PagedCall(
    HttpClient& client, const Operation& operation, Arguments arguments, Limits limits, QObject* owner)
    : QObject(owner),
      m_client(client),
      m_operation(operation),
      m_arguments(std::move(arguments)),
      m_limits(limits)
{
    connect(&client, &HttpClient::closing, this, &PagedCall::abort);
    m_isPaged = operation.parameter(u"pageNum") != nullptr && operation.parameter(u"itemsPerPage") != nullptr;
    const QJsonValue asked = m_arguments.parameters.value(u"itemsPerPage"_s);
    m_pageSize = asked.isDouble() ? std::clamp(asked.toInt(), 1, largestPage) : largestPage;
    askForMore();
}

void PagedCall::abort()
{
    if (!m_isFinished)
        finish(Problem {.kind = Problem::Kind::Cancelled, .provablyNotRun = m_nextToDeliver == 1});
}

void PagedCall::askForMore()
{
    const qsizetype sideBySide = m_client.rateMeter().isLow(m_operation) ? 1 : mostSideBySide;
    while (!m_isFinished && m_problems.isEmpty() && m_running.size() < sideBySide
        && m_nextToAsk <= m_lastPromised && m_nextToAsk < m_nextToDeliver + mostAhead)
        ask(m_nextToAsk++);
}

void PagedCall::ask(int page)
{
    Arguments arguments = m_arguments;
    if (m_isPaged) {
        arguments.parameters.insert(u"pageNum"_s, page);
        arguments.parameters.insert(u"itemsPerPage"_s, m_pageSize);
    }
    ApiCall* call = m_client.call(m_operation, arguments, this);
    m_running.insert(page, call);
    connect(call, &ApiCall::waiting, this, &PagedCall::waiting);
    connect(call, &ApiCall::finished, this, [this, page](const ApiCall* done) { take(page, *done); });
}

void PagedCall::take(int page, const ApiCall& call)
{
    if (m_isFinished)
        return;
    if (call.problem())
        m_problems.insert(page, *call.problem());
    else
        m_arrived.insert(page, call.answer().body);
    if (ApiCall* done = m_running.take(page))
        done->deleteLater();
    const QPointer<PagedCall> self(this);
    while (self && !m_isFinished && m_arrived.contains(m_nextToDeliver))
        deliver(m_arrived.take(m_nextToDeliver));
    if (!self || m_isFinished)
        return;
    if (m_problems.contains(m_nextToDeliver))
        finish(m_problems.value(m_nextToDeliver));
    else
        askForMore();
}

void PagedCall::deliver(const QByteArray& body)
{
    const int page = m_nextToDeliver++;
    const PageFacts facts = pageFacts(body);
    if (const std::optional<Problem> objection = objectionTo(body, facts)) {
        finish(objection);
        return;
    }
    // A service that was told not to count says 0.
    const qint64 estimate = facts.totalCount == 0 && facts.records > 0 ? -1 : facts.totalCount;
    const bool isLast = !m_isPaged || facts.records < m_pageSize;
    if (!isLast) {
        const qint64 promised = estimate > 0 ? (estimate - 1) / m_pageSize + 1 : 0;
        if (page == 1)
            m_lastPromised = int(std::min<qint64>(promised, m_limits.pages));
        m_lastPromised = std::max(m_lastPromised, page + 1); // the estimate never ends it, a short page does
    }
    const QPointer<PagedCall> self(this);
    Q_EMIT pageReceived(body, page, estimate);
    if (self && isLast && !m_isFinished)
        finish(std::nullopt);
}

std::optional<Problem> PagedCall::objectionTo(const QByteArray& body, const PageFacts& facts)
{
    if (!m_isPaged || facts.records < 0)
        return std::nullopt;
    if (!facts.isWhole) // would look like a short page, the last one
        return Problem {.kind = Problem::Kind::Malformed, .detail = tr("A page of the list is cut off.")};
    m_bytes += body.size();
    if (m_nextToDeliver - 1 > m_limits.pages || m_bytes > m_limits.bytes)
        return Problem {.kind = Problem::Kind::TooLarge, .detail = tr("The list has too many pages.")};
    if (facts.records < m_pageSize)
        return std::nullopt; // the last, and shorter than the page before
    const QByteArray results =
        QCryptographicHash::hash(facts.results.toByteArray(), QCryptographicHash::Sha1);
    if (results == m_lastResults)
        return Problem {.kind = Problem::Kind::Malformed,
            .detail = tr("The service sends the same page again and again.")};
    m_lastResults = results;
    return std::nullopt;
}

void PagedCall::finish(const std::optional<Problem>& problem)
{
    m_isFinished = true;
    m_problem = problem;
    m_arrived.clear();
    const auto running = std::exchange(m_running, {});
    for (ApiCall* call : running) {
        call->disconnect(this);
        call->abort();
        call->deleteLater();
    }
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(this); }, Qt::QueuedConnection);
}

} // namespace Telamon
