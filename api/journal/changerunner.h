// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/apicall.h"
#include "api/journal/change.h"
#include "api/journal/changefollower.h"

#include <QDateTime>
#include <QJsonValue>
#include <QMap>
#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>
#include <utility>

namespace Telamon {

class Catalog;
class HttpClient;
class Journal;
struct Operation;

// Who changes something, as the journal names it.
struct ProfileIdentity {
    QString id {};
    QString name {};
    QString origin {}; // "https://cloud.mongodb.com"
};

// What whoever asks for a change knows of it beyond the request.
struct ChangeContext {
    QStringList where {}; // what the path leads to, by name where that is known
    QString title {}; // what it does; empty: the operation's
    QString undoOf {}; // the change that this one takes back
};

// Carries out the changes of one session: journals each before it leaves, sends it, records every attempt and
// the verdict, never resends what may have run, and reads where no answer came. Owns the calls of its writes,
// which outlive forms and pages. Destroyed before client and catalog; what runs then is left as unknown.
class ChangeRunner : public QObject {
    Q_OBJECT
public:
    ChangeRunner(HttpClient& client, const Catalog& catalog, Journal& journal, ProfileIdentity profile,
        QObject* parent = nullptr);
    ~ChangeRunner() override;

    // The write is in the journal when this returns, or is not sent at all. Returns the change's id;
    // everything after comes from the event loop. `before` is the state as a StateReader has read it,
    // undefined where it was not read or is not there.
    QString run(const Operation& operation, const Arguments& arguments, const QJsonValue& before,
        const ChangeContext& context = {});
    void cancel(const QString& id); // unknown where it was sent
    bool isRunning(const QString& id) const { return m_calls.contains(id); }
    bool hasRunning() const { return !m_calls.isEmpty(); }
    QStringList running() const { return m_calls.keys(); }

    // At the start: what ended processes left as sent becomes unknown, what is unknown is read, and what is
    // not finished is followed. Also for one that a person asks for: reconcile(id).
    void reconcile();
    void reconcile(const QString& id);
    void stopFollowing(const QString& id);
    void setFollowPace(const FollowPace& pace) { m_pace = pace; }
    // When a change was made and ended: milliseconds since the epoch. Otherwise the system's time.
    void setClock(std::function<qint64()> clock) { m_clock = std::move(clock); }

    // How a change is taken back: an operation and its arguments, for a review of its own. Nothing: it cannot
    // be.
    std::optional<std::pair<const Operation*, Arguments>> undoOf(const Change& change) const;

Q_SIGNALS:
    // A pause before the same write is sent again, since it provably did not run.
    void waiting(const QString& id, const Telamon::Problem& why, std::chrono::milliseconds pause);
    // What the service answered to a write that was done, not masked: a token is shown only this once.
    void answered(const QString& id, const QByteArray& body);
    void ended(const QString& id); // the verdict is known, once a run
    void changed(const QString& id); // anything about it: attempts, a reading, progress
    void moved(const QString& id); // what it set going is another than before; nothing about the change is
    void allEnded(); // hasRunning() is false again

private:
    struct Running {
        Change change;
        ApiCall* call = nullptr;
        QList<QByteArray> secrets; // that its body holds
    };

    Change made(const Operation& operation, const Arguments& masked, const QJsonValue& before) const;
    void noteAttempt(const QString& id, const WireAnswer& answer, const std::optional<Problem>& problem);
    void conclude(const QString& id);
    void judge(Running& running) const;
    void save(const Change& change);
    void readAgain(const Change& change);
    void readNext();
    void takeReading(const QString& id, const QJsonValue& state, const std::optional<Problem>& problem);
    void follow(const Change& change);
    void noteProgress(const QString& id, Change::Progress progress, const QString& text);
    bool isOurs(const Change& change) const;
    QDateTime now() const;

    HttpClient& m_client;
    const Catalog& m_catalog;
    Journal& m_journal;
    ProfileIdentity m_profile;
    FollowPace m_pace;
    std::function<qint64()> m_clock;
    QMap<QString, Running> m_calls;
    QMap<QString, ChangeFollower*> m_followers;
    QStringList m_toRead; // ids that wait for their reading
    int m_readerCount = 0;
};

} // namespace Telamon
