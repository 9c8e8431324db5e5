// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/detailreader.h"

#include "api/catalog/catalog.h"
#include "api/catalog/masking.h"
#include "api/http/apicall.h"
#include "models/session.h"

#include <chrono>

namespace Telamon {

namespace {
constexpr std::chrono::milliseconds pause {150};
}

DetailReader::DetailReader(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &DetailReader::start);
}

void DetailReader::readSoon(const Read& read)
{
    stop();
    m_read = read;
    m_soon.start();
}

void DetailReader::stop()
{
    m_soon.stop();
    delete m_call;
}

void DetailReader::start()
{
    const Operation* operation = m_session.catalog().find(m_read.operationId);
    if (!operation)
        return;
    m_call = m_session.client().call(*operation, m_read.arguments, this);
    const Schema* answer = operation->answerSchema();
    const FieldTitles titles = answer ? FieldTitles(*answer) : FieldTitles();
    connect(m_call, &ApiCall::finished, this, [this, titles](ApiCall* call) {
        call->deleteLater();
        if (!call->problem())
            Q_EMIT received(maskedJson(call->operation().answerSchema(), call->answer().body), titles);
    });
}

} // namespace Telamon
