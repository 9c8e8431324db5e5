// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session.h"

#include "api/journal/changerunner.h"
#include "models/listcache.h"

#include <QDateTime>

#include <utility>

namespace Telamon {

Session::Session(Profile profile, std::unique_ptr<HttpClient> client, const Catalog& catalog, QObject* parent)
    : QObject(parent),
      m_profile(std::move(profile)),
      m_client(std::move(client)),
      m_catalog(catalog),
      m_inventory(new Inventory(*m_client, catalog, this)),
      m_lists(new ListCache(*m_client, this))
{
}

Session::~Session()
{
    // Their calls belong to the client, which goes before the children of a QObject would.
    delete m_lists;
    delete m_inventory;
}

void Session::setChanges(std::unique_ptr<ChangeRunner> changes, Journal& journal)
{
    m_changes = std::move(changes);
    m_journal = &journal;
    m_changes->setClock([this] { return now(); });
    connect(m_changes.get(), &ChangeRunner::ended, m_lists, &ListCache::forget);
}

qint64 Session::now() const
{
    return m_fixedNow > 0 ? m_fixedNow : QDateTime::currentMSecsSinceEpoch();
}

} // namespace Telamon
