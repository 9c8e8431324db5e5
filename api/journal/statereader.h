// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/writedescription.h"
#include "api/http/apicall.h"

#include <QJsonObject>
#include <QObject>

namespace Telamon {

class Catalog;
struct Change;

// What the pointers of x-state, x-follow and x-undo lead into, of a change.
QJsonObject useOf(const Change& change);

// Reads once what a write is about (x-state, x-follow): one resource, or the element of a list that is meant,
// page by page. Starts by itself; ends with its parent.
class StateReader : public QObject {
    Q_OBJECT
public:
    // `use` is what the pointers lead into: {"parameters": {...}, "body": ..., "answer": ..., "before": ...}.
    StateReader(HttpClient& client, const Catalog& catalog, const RelatedRead& read, const QJsonObject& use,
        QObject* parent);
    // The state of a write. Without an x-state that reads, it ends with a Problem of InvalidRequest.
    StateReader(HttpClient& client, const Catalog& catalog, const Operation& write, const QJsonObject& use,
        QObject* parent);

    static bool canRead(const Operation& write); // x-state names a read
    const Operation* operation() const { return m_operation; } // the read; null where there is none

Q_SIGNALS:
    // Once. Undefined without a problem: it is not there. The state is as the service sent it, not masked.
    void finished(const QJsonValue& state, const std::optional<Telamon::Problem>& problem);

private:
    void start();
    void readOne(const Arguments& arguments);
    void readList(const Arguments& arguments);
    void endWith(const Problem& problem);
    void end(const QJsonValue& state, const std::optional<Problem>& problem = std::nullopt);
    void refuse(const QString& why);

    HttpClient& m_client;
    const Operation* m_operation;
    RelatedRead m_read;
    QJsonObject m_use;
};

} // namespace Telamon
