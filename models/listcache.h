// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/wirerequest.h"

#include <QElapsedTimer>
#include <QHash>
#include <QJsonArray>
#include <QObject>

#include <chrono>

namespace Telamon {

class HttpClient;
class PagedCall;
struct Operation;

// Lists that values are picked from, shared by the forms of one session: each is read through all its pages,
// as far as a person would still pick from it, and kept for a while. Owned by its Session; its calls end with
// it.
class ListCache : public QObject {
    Q_OBJECT
public:
    struct List {
        enum class State { Reading, Read, Failed };
        State state = State::Reading;
        QJsonArray records {}; // results, or the answer itself
        bool hasMore = false; // than were read
        QString sentence {}; // why it could not be read
        QElapsedTimer age {};
    };
    using Parameters = QMap<QString, QJsonValue>;

    static constexpr int mostPages = 4; // of 500 records
    static constexpr std::chrono::minutes freshFor {5};

    explicit ListCache(HttpClient& client, QObject* parent, std::chrono::milliseconds lifetime = freshFor);
    ~ListCache() override;

    // Null where it was not read, or too long ago.
    const List* find(const Operation& operation, const Parameters& parameters) const;
    // listChanged() follows. A list that is there, is being read or has failed stays as it is.
    void read(const Operation& operation, const Parameters& parameters);
    void readAgain(const Operation& operation, const Parameters& parameters);
    void forget(); // after a write anything may be another; what is being read is read on
    static QString keyOf(const Operation& operation, const Parameters& parameters);

Q_SIGNALS:
    void listChanged(const QString& key);

private:
    void take(const QString& key, const QByteArray& page);
    void finish(const QString& key, PagedCall* call);

    HttpClient& m_client;
    std::chrono::milliseconds m_lifetime;
    QHash<QString, List> m_lists;
    QHash<QString, PagedCall*> m_running;
};

} // namespace Telamon
