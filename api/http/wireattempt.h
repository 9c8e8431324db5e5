// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/transport.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

class QNetworkReply;
class QSslError;

namespace Telamon {

class SequentialBody;

// An Attempt over QNetworkAccessManager: collects the answer, keeps our own time limits and body cap, and
// says in our own words why it ended. Made by Transport.
class WireAttempt final : public Attempt {
    Q_OBJECT
public:
    WireAttempt(const Limits& limits, const Origin& origin, QObject* owner);
    ~WireAttempt() override;

    // Ends from the event loop with this problem, without sending anything.
    void refuse(const Problem& problem);
    // Takes over the reply; `body` is the device it is sent from, null where there is none.
    void follow(QNetworkReply* reply, SequentialBody* body, const WireRequest& request);
    void abort() override;

private:
    void noteSent();
    void noteTlsErrors(const QList<QSslError>& errors);
    void readHead();
    void readBody();
    void end(Problem::Kind reason);
    void conclude();
    std::optional<Problem> problemOfConnection() const;
    std::optional<Problem> problemOfAnswer() const;
    bool mayHaveBeenSent() const;
    bool wasBodyRead() const;
    void letGo();
    void finishLater();

    Limits m_limits;
    Origin m_origin;
    QPointer<QNetworkReply> m_reply;
    QPointer<SequentialBody> m_body;
    bool m_isSent = false;
    bool m_isOver = false;
    std::optional<Problem::Kind> m_ownReason;
    QString m_tlsReason;
    QElapsedTimer m_clock;
    QTimer m_connectTimer;
    QTimer m_silenceTimer;
    QTimer m_attemptTimer;
};

} // namespace Telamon
