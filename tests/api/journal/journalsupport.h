// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/catalog.h"
#include "api/journal/changerunner.h"
#include "api/journal/journal.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace Telamon {

// A small service of things, each with every way in which a write is described.
inline Catalog thingCatalog()
{
    const QByteArray id =
        R"("parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],)";
    const QByteArray body =
        R"("requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}},)";
    const QByteArray answer =
        R"("responses":{"200":{"description":"a thing","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}}}})";
    const QByteArray list =
        R"("responses":{"200":{"description":"things","content":{"application/json":{"schema":{"type":"object",)"
        R"("properties":{"results":{"type":"array","items":{"$ref":"#/components/schemas/Thing"}}}}}}}}})";
    auto result = Catalog::fromJson(
        R"({"openapi":"3.1.0","components":{"schemas":{"Thing":{"type":"object","properties":{)"
        R"("id":{"type":"string","readOnly":true},"name":{"type":"string"},"size":{"type":"integer"},)"
        R"("note":{"type":["string","null"]},"password":{"type":"string","x-secret":true},)"
        R"("rules":{"type":"array","items":{"type":"string"}},"state":{"type":"string","readOnly":true}}}}},"paths":{)"
        R"("/things/{id}":{"get":{"operationId":"getThing","summary":"Return one thing",)"
        + id + answer
        + R"(,"patch":{"operationId":"updateThing","summary":"Update one thing","x-class":"disruptive",)"
          R"("x-state":{"operation":"getThing","effect":"set"},"x-undo":{"operation":"updateThing","body":"before"},)"
        + id + body + answer
        + R"(,"delete":{"operationId":"deleteThing","summary":"Remove one thing","x-class":"destructive",)"
          R"("x-warnings":["It cannot be brought back."],"x-lockout":{"parameter":"id","sentence":"It is your own."},)"
          R"("x-state":{"operation":"getThing","effect":"absent"},)"
        + id + answer
        + R"(},"/things/{id}/start":{"post":{"operationId":"startThing","summary":"Start one thing","x-class":"harmless",)"
          R"("x-follow":{"operation":"getThing","status":"/state","done":["IDLE"],"failed":["BROKEN"],"reason":"/note"},)"
          R"("x-state":{"effect":"none","where":"Look at the thing itself."},)"
        + id + answer + R"(},"/things":{"get":{"operationId":"listThings","summary":"Return all things",)"
        + list
        + R"(,"post":{"operationId":"createThing","summary":"Create one thing","x-class":"harmless",)"
          R"("x-state":{"operation":"listThings","list":"/results","match":{"/name":"/body/name"},"effect":"present"},)"
          R"("x-undo":{"operation":"deleteThing","parameters":{"id":"/answer/id"}},)"
        + body + answer + "}}}");
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().pointer), qPrintable(result.error().sentence));
    return std::move(result.value());
}

inline QJsonObject jsonObject(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

inline Arguments thing(const QString& id, const QJsonObject& body)
{
    return {{{QStringLiteral("id"), id}}, QJsonValue(body)};
}

// A client of the service, its runner and its journal.
struct JournalledClient {
    JournalledClient(const QUrl& url, const QString& file)
        : http(url),
          journal(opened(file)),
          runner(std::make_unique<ChangeRunner>(http.client, catalog, *journal, identity))
    {
    }
    static std::unique_ptr<Journal> opened(const QString& file)
    {
        auto result = Journal::open(file, std::chrono::milliseconds(500));
        if (!result)
            qFatal("%s", qPrintable(result.error()));
        return std::move(result.value());
    }
    // The change as the journal has it once its verdict, and what is read at once, is known.
    Change ran(const QString& operationId, const Arguments& arguments,
        const QJsonValue& before = QJsonValue::Undefined)
    {
        QSignalSpy ended(runner.get(), &ChangeRunner::ended);
        const QString id = runner->run(catalog.operation(operationId), arguments, before);
        return ended.wait(10000) ? journal->change(id).value_or(Change()) : Change();
    }

    Catalog catalog = thingCatalog();
    ProfileIdentity identity {
        QStringLiteral("p1"), QStringLiteral("Test"), QStringLiteral("http://127.0.0.1")};
    TestClient http;
    std::unique_ptr<Journal> journal;
    std::unique_ptr<ChangeRunner> runner;
};

} // namespace Telamon
