// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/rooms.h"
#include "api/sandbox/routes/routes.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
std::vector<Row>& keysOf(Store& store, const Place& place)
{
    Scope scope = place;
    scope.projects = store.projects();
    return store.room(u"apiKeys"_s, scope, makeApiKeys);
}

Answer listAccess(const Call& call)
{
    const Found found = find(call);
    if (!found.row)
        return found.refusal;
    return call.page(texts(makeAccessList(call.store().dataset(), *found.row)));
}

// By an address or a network, as the entry was made.
Answer oneAccess(const Call& call)
{
    const Found found = find(call);
    if (!found.row)
        return found.refusal;
    std::vector<Row> entries = makeAccessList(call.store().dataset(), *found.row);
    QString address = call.path(u"ipAddress"_s);
    address.replace(u"%2F"_s, u"/"_s, Qt::CaseInsensitive);
    const Row* entry = findRow(entries, address);
    return entry ? rowAnswer(*entry) : resourceNotFound(u"Access list entry "_s + address);
}

constexpr Resource keys {organizationOf, keysOf, "apiUserId", "API key with ID", "API_KEY_NOT_FOUND"};
} // namespace

std::span<const Entry> apiKeyRoutes()
{
    static constexpr Entry entries[] = {
        {"GET", "/orgs/{orgId}/apiKeys", "listOrgApiKeys", "2023-01-01", listRows, &keys},
        {"GET", "/orgs/{orgId}/apiKeys/{apiUserId}", "getOrgApiKey", "2023-01-01", oneRow, &keys},
        {"GET", "/orgs/{orgId}/apiKeys/{apiUserId}/accessList", "listOrgApiKeyAccessListEntries",
            "2023-01-01", listAccess, &keys},
        {"GET", "/orgs/{orgId}/apiKeys/{apiUserId}/accessList/{ipAddress}", "getOrgApiKeyAccessListEntry",
            "2023-01-01", oneAccess, &keys},
    };
    return entries;
}

} // namespace Telamon::Sandbox
