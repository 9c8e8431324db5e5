// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QSet>
#include <QString>

class QJsonObject;

namespace Telamon {

struct Arguments;
struct Operation;

// Of a list of events those of some types: as far as the service cannot be asked for them. For those of some
// clusters it is always asked: an event need not tell its cluster.
class EventFilter {
public:
    // The longest request target that is sent, in bytes: much that stands before a service takes 8 KB.
    static constexpr qsizetype MostTarget = 8000;

    // Takes out of the arguments the lists that the operation does not know, and of those that make the
    // target too long the longest first.
    static EventFilter takenOut(const Operation& operation, Arguments& arguments);

    bool isEmpty() const { return m_lists.isEmpty(); } // the service does it all
    bool isTooLong() const { return m_isTooLong; } // a list was taken out for its length
    // {"results": [...]} with the events that are wanted.
    QByteArray filtered(const QByteArray& page) const;

private:
    void take(const QString& parameter, Arguments& arguments);
    bool isListed(const QString& parameter, const QString& value, bool withoutList) const;
    bool isWanted(const QJsonObject& event) const;

    QMap<QString, QSet<QString>> m_lists; // by parameter
    bool m_isTooLong = false;
};

} // namespace Telamon
