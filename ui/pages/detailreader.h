// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fieldtitles.h"
#include "models/recordload.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace Telamon {

class ApiCall;
class Session;

// Reads again the one record that a person looks at: the list may be minutes old. A little later than asked,
// so that holding an arrow key down is not a request a row.
class DetailReader : public QObject {
    Q_OBJECT
public:
    DetailReader(Session& session, QObject* parent);

    void readSoon(const Read& read); // instead of what was asked before
    void stop();

Q_SIGNALS:
    // Without what is secret in it. Not where it failed: the request log tells why.
    void received(const QByteArray& record, const Telamon::FieldTitles& titles);

private:
    void start();

    Session& m_session;
    Read m_read;
    QTimer m_soon;
    QPointer<ApiCall> m_call;
};

} // namespace Telamon
