// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/changefollower.h"

#include "api/catalog/catalog.h"
#include "api/catalog/jsonpointer.h"
#include "api/http/httpclient.h"
#include "api/http/ratemeter.h"
#include "api/journal/statereader.h"

#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace Telamon {

ChangeFollower::ChangeFollower(HttpClient& client, const Catalog& catalog, const FollowUp& followUp,
    const QJsonObject& use, bool wasThere, const FollowPace& pace, QObject* parent)
    : QObject(parent),
      m_client(client),
      m_catalog(catalog),
      m_followUp(followUp),
      m_use(use),
      m_wasThere(wasThere),
      m_pace(pace),
      m_pause(pace.first)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ChangeFollower::look);
    lookLater();
}

void ChangeFollower::look()
{
    auto* reader = new StateReader(m_client, m_catalog, m_followUp.read, m_use, this);
    connect(reader, &StateReader::finished, this,
        [this, reader](const QJsonValue& state, const std::optional<Problem>& problem) {
            reader->deleteLater();
            take(state, problem);
        });
}

void ChangeFollower::take(const QJsonValue& state, const std::optional<Problem>& problem)
{
    if (problem && problem->kind == Problem::Kind::InvalidRequest) { // will not be better the next time
        Q_EMIT progressed(Change::Progress::None, problem->sentence());
        return;
    }
    const bool isNothing = state.isUndefined() || state == QJsonValue(QJsonObject());
    if (!problem && isNothing && m_followUp.endsWhenGone) {
        Q_EMIT progressed(Change::Progress::Finished, {});
        return;
    }
    const bool isGone = !problem && state.isUndefined() && m_wasThere;
    m_wasThere = m_wasThere || (!problem && !state.isUndefined());
    const QString status = valueAt(state, m_followUp.status).toVariant().toString();
    Change::Progress progress = Change::Progress::Following;
    if (!problem && m_followUp.done.contains(status))
        progress = Change::Progress::Finished;
    else if (isGone || (!problem && m_followUp.failed.contains(status)))
        progress = Change::Progress::Failed;
    else
        lookLater();
    const QJsonValue last = problem ? state : std::exchange(m_last, state);
    const bool hasMoved = progress == Change::Progress::Following && !last.isUndefined() && last != state
        && valueAt(last, m_followUp.status).toVariant().toString() == status;
    QString text = status;
    if (problem)
        text = problem->sentence();
    else if (isGone)
        text = tr("It is not there any more.");
    else if (state.isUndefined())
        text = tr("It is not there yet.");
    else if (progress == Change::Progress::Failed && !m_followUp.reason.isEmpty()) {
        if (const QString reason = valueAt(state, m_followUp.reason).toString(); !reason.isEmpty())
            text = reason;
    }
    if (hasMoved)
        Q_EMIT moved();
    Q_EMIT progressed(progress, text);
}

std::chrono::milliseconds ChangeFollower::nextPause()
{
    const std::chrono::milliseconds pause = std::exchange(m_pause, std::min(m_pause * 3 / 2, m_pace.longest));
    const Operation* reading = m_catalog.find(m_followUp.read.operationId);
    return reading != nullptr && m_client.rateMeter().isLow(*reading) ? pause * m_pace.slowedBy : pause;
}

void ChangeFollower::lookLater()
{
    m_timer.start(nextPause());
}

} // namespace Telamon
