// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listcache.h"

#include "api/catalog/operation.h"
#include "api/http/pagedcall.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Telamon {

using namespace Qt::StringLiterals;

ListCache::ListCache(HttpClient& client, QObject* parent, std::chrono::milliseconds lifetime)
    : QObject(parent), m_client(client), m_lifetime(lifetime)
{
}

ListCache::~ListCache() = default;

QString ListCache::keyOf(const Operation& operation, const Parameters& parameters)
{
    QString key = operation.id;
    for (auto it = parameters.cbegin(); it != parameters.cend(); ++it)
        key += u'\n' + it.key() + u'=' + it.value().toString();
    return key;
}

const ListCache::List* ListCache::find(const Operation& operation, const Parameters& parameters) const
{
    const auto found = m_lists.constFind(keyOf(operation, parameters));
    if (found == m_lists.cend())
        return nullptr;
    const bool isOld = found->state == List::State::Read && found->age.hasExpired(m_lifetime.count());
    return isOld ? nullptr : &*found;
}

void ListCache::read(const Operation& operation, const Parameters& parameters)
{
    const QString key = keyOf(operation, parameters);
    if (find(operation, parameters) || m_running.contains(key))
        return;
    m_lists.insert(key, {});
    auto* call =
        new PagedCall(m_client, operation, {parameters, {}}, PagedCall::Limits {.pages = mostPages}, this);
    m_running.insert(key, call);
    connect(call, &PagedCall::pageReceived, this, [this, key](const QByteArray& page) { take(key, page); });
    connect(call, &PagedCall::finished, this, [this, key](PagedCall* ended) { finish(key, ended); });
}

void ListCache::readAgain(const Operation& operation, const Parameters& parameters)
{
    const QString key = keyOf(operation, parameters);
    if (!m_running.contains(key))
        m_lists.remove(key);
    read(operation, parameters);
}

void ListCache::forget()
{
    m_lists.removeIf([this](const auto& entry) { return !m_running.contains(entry.key()); });
}

void ListCache::take(const QString& key, const QByteArray& page)
{
    const QJsonDocument answer = QJsonDocument::fromJson(page);
    QJsonArray& records = m_lists[key].records;
    if (answer.isObject() && !answer.object().contains("results"_L1)) {
        records.append(answer.object());
        return;
    }
    const QJsonArray more = answer.isArray() ? answer.array() : answer.object().value("results"_L1).toArray();
    for (const QJsonValue& record : more)
        records.append(record);
}

void ListCache::finish(const QString& key, PagedCall* call)
{
    m_running.remove(key);
    call->deleteLater();
    List& list = m_lists[key];
    const std::optional<Problem>& problem = call->problem();
    list.hasMore = problem && problem->kind == Problem::Kind::TooLarge && !list.records.isEmpty();
    const bool isRead = !problem || list.hasMore;
    list.state = isRead ? List::State::Read : List::State::Failed;
    list.sentence = isRead ? QString() : problem->sentence();
    list.age.start();
    Q_EMIT listChanged(key);
}

} // namespace Telamon
