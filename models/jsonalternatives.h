// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

namespace Telamon {

// Where in a record there may be other editions of one of its parts.
struct JsonAlternativePattern {
    QString pointer; // "*" in it stands for each element: "/statusDetail/*/mainIndex/definition"
    QString name; // a pointer in the element: what it is called
    QString label; // "%1": that name
};

struct JsonAlternative {
    QString label; // as it may be shown
    QJsonValue value;
};

// Those that are there, element by element. One without a name is called by its number.
QList<JsonAlternative> alternativesIn(
    const QJsonValue& record, const QList<JsonAlternativePattern>& patterns);

} // namespace Telamon
