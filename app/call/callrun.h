// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/wirerequest.h"
#include "app/call/calloptions.h"

#include <QJsonValue>
#include <QObject>

#include <memory>
#include <optional>

class QTextStream;

namespace Telamon {

class ApiCall;
class CallConnection;
class Catalog;
class ChangeRunner;
class Journal;
class ProfileStore;
class RequestLog;
class SecretStore;
struct Change;
struct Operation;
struct Problem;
struct Review;

// One `telamon call`: the arguments checked, the state read, the review confirmed, the write journalled and
// sent; or a read. What the service answers goes to `out`, everything else to `err`.
class CallRun : public QObject {
    Q_OBJECT
public:
    enum ExitCode { Done = 0, Invalid = 2, Refused = 3, Unknown = 4, NotSent = 5 };
    struct Services {
        const Catalog& catalog;
        ProfileStore& profiles;
        SecretStore& secrets;
        RequestLog& log;
        QString journalFile;
    };

    CallRun(CallOptions options, Services services, QTextStream& out, QTextStream& err,
        QObject* parent = nullptr);
    ~CallRun() override;

    // finished() follows, from the event loop.
    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void prepare();
    std::optional<QByteArray> readBody(QString& mistake) const;
    void check();
    void begin(); // connected
    void read();
    void takeAnswer(const ApiCall& call);
    void review(const QJsonValue& state, bool wasRead, const QString& whyNot);
    void printReview(const Review& review);
    void send(const QJsonValue& state);
    void takeVerdict(const QString& id);
    void conclude(const Change& change);
    void say(const QString& sentence);
    void printFields(const Problem& problem);
    void printAnswer(const QByteArray& body);
    void end(ExitCode code);
    void end(ExitCode code, const QString& sentence);

    CallOptions m_options;
    Services m_services;
    QTextStream& m_out;
    QTextStream& m_err;
    const Operation* m_operation = nullptr;
    Arguments m_arguments;
    CallConnection* m_connection = nullptr;
    bool m_isConcluded = false;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<ChangeRunner> m_runner; // ends before the journal
};

} // namespace Telamon
