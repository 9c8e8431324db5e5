// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/requestlog.h"

#include "api/catalog/operation.h"
#include "api/http/secretmask.h"

#include <algorithm>

namespace Telamon {

namespace {

qint64 sizeOf(const HeaderList& headers)
{
    qint64 size = 0;
    for (const auto& [name, value] : headers)
        size += name.size() + value.size();
    return size;
}

const Schema* answerSchema(const Operation* operation, int status)
{
    if (operation == nullptr)
        return nullptr;
    const auto& all = operation->responses;
    const auto found = std::find_if(
        all.begin(), all.end(), [status](const ResponseDescription& one) { return one.status == status; });
    return found != all.end() && found->schema != nullptr ? found->schema : operation->answerSchema();
}

// Answers of the sign-in may say a secret that nobody knows yet: a new token, in any header.
HeaderList withoutUnknownSecrets(const HeaderList& headers)
{
    static const QByteArrayList harmless {"cache-control", "connection", "content-encoding", "content-length",
        "content-type", "date", "retry-after", "server", "transfer-encoding"};
    HeaderList result;
    for (const auto& [name, value] : headers)
        result.append({name, harmless.contains(name.toLower()) ? value : SecretMask::replacement()});
    return result;
}

// Query values that the catalog calls secret.
QByteArray maskedTarget(const Operation* operation, const QByteArray& target)
{
    const qsizetype queryAt = target.indexOf('?');
    if (operation == nullptr || queryAt < 0)
        return target;
    QByteArrayList items = target.mid(queryAt + 1).split('&');
    for (QByteArray& item : items) {
        const QByteArray name = item.left(item.indexOf('='));
        const Parameter* parameter =
            operation->parameter(QString::fromUtf8(QByteArray::fromPercentEncoding(name)));
        if (parameter != nullptr && parameter->schema != nullptr && parameter->schema->isSecret)
            item = name + '=' + SecretMask::replacement();
    }
    return target.left(queryAt + 1) + items.join('&');
}

} // namespace

qint64 LogEntry::size() const
{
    constexpr qint64 itself = sizeof(LogEntry);
    return itself + target.size() + problem.size() * 2 + sizeOf(requestHeaders) + sizeOf(responseHeaders)
        + requestBody.size() + responseBody.size();
}

RequestLog::RequestLog(Masker masker, QObject* parent) : RequestLog(std::move(masker), Limits(), parent)
{
}

RequestLog::RequestLog(Masker masker, Limits limits, QObject* parent)
    : QObject(parent), m_masker(std::move(masker)), m_limits(limits)
{
}

quint64 RequestLog::begin(const Operation* operation, int attempt, const WireRequest& request,
    const HeaderList& headers, const QList<QByteArray>& secrets)
{
    const SecretMask mask(secrets);
    const LogEntry entry {.id = m_nextId++,
        .startedAt = QDateTime::currentDateTimeUtc(),
        .operationId = operation != nullptr ? operation->id : QString(),
        .method = request.method,
        .target = mask.masked(maskedTarget(operation, request.target)),
        .attempt = attempt,
        .requestHeaders = mask.masked(headers),
        .requestBody =
            operation != nullptr ? kept(operation->requestSchema, request.body, mask) : QByteArray()};
    m_size += entry.size();
    m_entries.push_back(entry);
    Q_EMIT entryAdded(entry.id);
    dropOldest();
    return entry.id;
}

void RequestLog::end(quint64 id, const Operation* operation, const WireAnswer& answer,
    const std::optional<Problem>& problem, const QList<QByteArray>& secrets)
{
    LogEntry* entry = find(id);
    if (entry == nullptr)
        return;
    const SecretMask mask(secrets);
    m_size -= entry->size();
    entry->isFinished = true;
    entry->status = answer.status;
    if (problem && operation != nullptr)
        entry->problem = mask.masked(problem->sentence());
    else if (problem) // without what the service wrote
        entry->problem = Problem {.kind = problem->kind, .status = problem->status}.sentence();
    entry->duration = answer.duration;
    entry->received = answer.body.size();
    entry->responseHeaders =
        mask.masked(operation != nullptr ? answer.headers : withoutUnknownSecrets(answer.headers));
    if (operation != nullptr)
        entry->responseBody = kept(answerSchema(operation, answer.status), answer.body, mask);
    m_size += entry->size();
    Q_EMIT entryChanged(id);
    dropOldest();
}

void RequestLog::abandon(quint64 id)
{
    LogEntry* entry = find(id);
    if (entry == nullptr || entry->isFinished)
        return;
    entry->isFinished = true;
    entry->problem = Problem {.kind = Problem::Kind::Cancelled}.sentence();
    entry->duration = std::chrono::milliseconds(entry->startedAt.msecsTo(QDateTime::currentDateTimeUtc()));
    Q_EMIT entryChanged(id);
}

const LogEntry* RequestLog::entry(quint64 id) const
{
    if (m_entries.empty() || id < m_entries.front().id || id > m_entries.back().id)
        return nullptr;
    return &m_entries[size_t(id - m_entries.front().id)];
}

void RequestLog::clear()
{
    const int count = int(m_entries.size());
    m_entries.clear();
    m_size = 0;
    Q_EMIT entriesDropped(count);
}

LogEntry* RequestLog::find(quint64 id)
{
    return const_cast<LogEntry*>(std::as_const(*this).entry(id));
}

QByteArray RequestLog::kept(const Schema* schema, const QByteArray& body, const SecretMask& mask) const
{
    if (body.isEmpty() || body.size() > m_limits.readable || !m_masker)
        return {};
    // Masked whole and cut after, so that no half of a secret stays.
    return mask.masked(m_masker(schema, body)).left(m_limits.body);
}

void RequestLog::dropOldest()
{
    int count = 0;
    while (
        !m_entries.empty() && (m_size > m_limits.total || qsizetype(m_entries.size()) > m_limits.entries)) {
        m_size -= m_entries.front().size();
        m_entries.pop_front();
        ++count;
    }
    if (count > 0)
        Q_EMIT entriesDropped(count);
}

} // namespace Telamon
