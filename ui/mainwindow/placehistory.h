// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/place.h"

#include <QByteArray>
#include <QList>

namespace Telamon {

// Where a person has been, for back and forward.
class PlaceHistory {
public:
    struct Entry {
        Place place;
        QByteArray pageId;
        bool operator==(const Entry&) const = default;
    };

    void visit(const Entry& entry); // drops what was forward
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_entries.size(); }
    Entry back();
    Entry forward();
    void clear();

private:
    QList<Entry> m_entries;
    qsizetype m_at = -1;
};

} // namespace Telamon
