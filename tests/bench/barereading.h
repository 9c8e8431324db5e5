// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QMap>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPair>
#include <QQueue>
#include <QUrl>

// Reads pages with QNetworkAccessManager and nothing else, as many at a time as the program does: what Qt
// costs before any line of ours.
class BareReading : public QObject {
    Q_OBJECT
public:
    // The targets of the requests by what they accept.
    BareReading(
        const QUrl& baseUrl, const QByteArray& accessToken, const QMap<QByteArray, QByteArrayList>& targets);

    double read(); // milliseconds; 0: not all were read

Q_SIGNALS:
    void finished();

private:
    void startNext();

    QUrl m_baseUrl;
    QByteArray m_accessToken;
    QQueue<QPair<QByteArray, QByteArray>> m_waiting; // what is accepted, target
    qsizetype m_running = 0;
    qsizetype m_failed = 0;
    QNetworkAccessManager m_network;
};
