// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/operation.h"
#include "api/http/httpclient.h"
#include "api/http/requestlog.h"
#include "tests/support/fixedauthenticator.h"

#include <QSignalSpy>

namespace Telamon {

// A client with short pauses and a fixed signature, and operations without a catalog.
struct TestClient {
    explicit TestClient(const QUrl& url, int refusalsToForgive = 0)
        : TestClient(settings(url), refusalsToForgive)
    {
    }
    explicit TestClient(const HttpClient::Settings& settings, int refusalsToForgive = 0)
        : log([](const Schema*, const QByteArray& json) { return json; }),
          client(
              settings,
              [&](Transport&) {
                  auto made = std::make_unique<FixedAuthenticator>(
                      "Bearer canary-secret", QList<QByteArray> {"canary-secret"}, refusalsToForgive);
                  authenticator = made.get();
                  return made;
              },
              log)
    {
    }

    static HttpClient::Settings settings(const QUrl& url)
    {
        using std::chrono::milliseconds;
        return {.transport = {.baseUrl = url,
                    .limits = {.connect = milliseconds(1000),
                        .silence = milliseconds(1000),
                        .readAttempt = milliseconds(3000),
                        .writeAttempt = milliseconds(3000)}},
            .isReadOnly = false,
            .retry = {.base = milliseconds(5), .cap = milliseconds(20), .retryAfterCap = milliseconds(3000)}};
    }

    static Operation operation(const QByteArray& method, const QString& path = QStringLiteral("/api/things"))
    {
        Operation made;
        made.id = QStringLiteral("testOperation");
        made.method = method;
        made.path = path;
        made.accept = "application/vnd.atlas.2024-08-05+json";
        made.contentType = made.accept;
        return made;
    }
    static Parameter parameter(const QString& name, Parameter::In in = Parameter::In::Query)
    {
        Parameter made;
        made.name = name;
        made.in = in;
        made.isRequired = in == Parameter::In::Path;
        return made;
    }
    static Operation pagedOperation()
    {
        Operation made = operation("GET");
        for (const char* name : {"pageNum", "itemsPerPage", "includeCount", "envelope"})
            made.parameters.push_back(parameter(QString::fromLatin1(name)));
        return made;
    }

    // Runs one call to its end.
    const ApiCall* run(const Operation& operation, const Arguments& arguments = {})
    {
        ApiCall* call = client.call(operation, arguments, &owner);
        QSignalSpy finished(call, &ApiCall::finished);
        return finished.wait(10000) ? call : nullptr;
    }

    FixedAuthenticator* authenticator = nullptr; // the client's
    RequestLog log;
    HttpClient client;
    QObject owner;
};

} // namespace Telamon
