// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/httpclient.h"
#include "api/profiles/profile.h"
#include "models/inventory.h"

#include <QObject>

#include <memory>

namespace Telamon {

class Catalog;
class ChangeRunner;
class Journal;
class ListCache;
class RequestLog;

// One connection of the window: a profile, its client and what it may see.
class Session : public QObject {
    Q_OBJECT
public:
    Session(Profile profile, std::unique_ptr<HttpClient> client, const Catalog& catalog,
        QObject* parent = nullptr);
    ~Session() override;

    const Profile& profile() const { return m_profile; }
    HttpClient& client() { return *m_client; }
    const Catalog& catalog() const { return m_catalog; }
    Inventory& inventory() { return *m_inventory; }
    ListCache& lists() { return *m_lists; } // to pick from; forgotten with every write

    // Carries out the writes; null where there is no journal, and then nothing is written.
    ChangeRunner* changes() const { return m_changes.get(); }
    Journal* journal() const { return m_journal; }
    void setChanges(std::unique_ptr<ChangeRunner> changes, Journal& journal);

    // "Now" for relative times and for the changes made from here, in milliseconds since the epoch; fixed in
    // screenshots and tests.
    qint64 now() const;
    void setFixedNow(qint64 msecsSinceEpoch) { m_fixedNow = msecsSinceEpoch; }

private:
    Profile m_profile;
    std::unique_ptr<HttpClient> m_client;
    const Catalog& m_catalog;
    Inventory* m_inventory;
    ListCache* m_lists;
    Journal* m_journal = nullptr;
    qint64 m_fixedNow = 0;
    std::unique_ptr<ChangeRunner> m_changes; // ends before the client
};

} // namespace Telamon
