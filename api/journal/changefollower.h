// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/writedescription.h"
#include "api/http/problem.h"
#include "api/journal/change.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace Telamon {

class Catalog;
class HttpClient;

// How often is looked whether something that was accepted is finished.
struct FollowPace {
    std::chrono::milliseconds first {2000};
    std::chrono::milliseconds longest {30000};
    int slowedBy = 4; // where few requests are left to the rate limit
};

// Reads again and again, less and less often, what a change has set going (x-follow), until it is finished.
class ChangeFollower : public QObject {
    Q_OBJECT
public:
    ChangeFollower(HttpClient& client, const Catalog& catalog, const FollowUp& followUp,
        const QJsonObject& use, bool wasThere, const FollowPace& pace, QObject* parent);

Q_SIGNALS:
    // The text is the service's own word for the status, why it failed, or why it could not be read.
    // Following: there is more to come; anything else is the last.
    void progressed(Telamon::Change::Progress progress, const QString& text);
    void moved(); // what is read is another than before, with the same status

private:
    void look();
    void take(const QJsonValue& state, const std::optional<Problem>& problem);
    void lookLater();
    std::chrono::milliseconds nextPause();

    HttpClient& m_client;
    const Catalog& m_catalog;
    FollowUp m_followUp;
    QJsonObject m_use;
    QJsonValue m_last {QJsonValue::Undefined}; // as it was read
    bool m_wasThere; // before the change, or when it was looked for: not there again is the end
    FollowPace m_pace;
    std::chrono::milliseconds m_pause;
    QTimer m_timer;
};

} // namespace Telamon
