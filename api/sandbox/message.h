// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace Telamon::Sandbox {

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

// One request as it arrived: nothing in the target is decoded.
struct Request {
    QByteArray method;
    QByteArray target; // "/api/atlas/v2/groups?pageNum=1"
    HeaderList headers;
    QByteArray body;

    QByteArray header(QByteArrayView name) const; // empty where missing
    qsizetype headerCount(QByteArrayView name) const;
    QByteArray path() const; // without the query
    // Names and values, decoded; '+' is a space.
    QList<std::pair<QString, QString>> query() const;
    bool keepsAlive() const;
};

struct Response {
    int status = 200;
    HeaderList headers;
    QByteArray body;

    // The bytes on the wire. A 204 and an answer to HEAD have no body.
    QByteArray toBytes(const QByteArray& method, bool keepAlive) const;
};

QByteArray reasonPhrase(int status);
// Names and values of a form or query.
QList<std::pair<QString, QString>> formValues(const QByteArray& encoded);

} // namespace Telamon::Sandbox
