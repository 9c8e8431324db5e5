// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/barereading.h"

#include "tests/bench/measure.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSignalSpy>

namespace {
constexpr qsizetype SideBySide = 6;
constexpr int Patience = 120'000; // milliseconds
} // namespace

BareReading::BareReading(
    const QUrl& baseUrl, const QByteArray& accessToken, const QMap<QByteArray, QByteArrayList>& targets)
    : m_baseUrl(baseUrl), m_accessToken(accessToken)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    for (auto group = targets.cbegin(); group != targets.cend(); ++group) {
        for (const QByteArray& target : group.value())
            m_waiting.enqueue({group.key(), target});
    }
}

double BareReading::read()
{
    QSignalSpy spy(this, &BareReading::finished);
    const double time = timeOf([&] {
        startNext();
        spy.wait(Patience);
    });
    return spy.isEmpty() || m_failed > 0 ? 0 : time;
}

void BareReading::startNext()
{
    while (m_running < SideBySide && !m_waiting.isEmpty()) {
        const QPair<QByteArray, QByteArray> next = m_waiting.dequeue();
        QNetworkRequest request(QUrl::fromEncoded(m_baseUrl.toEncoded() + next.second));
        request.setRawHeader("Accept", next.first);
        request.setRawHeader("Authorization", "Bearer " + m_accessToken);
        QNetworkReply* reply = m_network.get(request);
        ++m_running;
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            if (reply->readAll().isEmpty()) // a refusal is an answer too
                ++m_failed;
            reply->deleteLater();
            --m_running;
            startNext();
        });
    }
    if (m_running == 0 && m_waiting.isEmpty())
        Q_EMIT finished();
}
