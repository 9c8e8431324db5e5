// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/tableentry.h"
#include "models/tables/tables.h"

namespace Telamon {

TableLayout networkTable()
{
    using enum ColumnType;
    using enum Presentation;
    // clang-format off
    return tableLayout({ "kind", "id" }, {
        { "endpoints", "/results", "", {}, 0 },
        { "containers", "/results", "", {}, 0 },
        { "privateIpMode", "", "", {}, 0 },
        { "regionalMode", "", "", {}, 0 },
    }, {
        { { "kind", QT_TRANSLATE_NOOP("Column", "What"), Enum, Plain, true, 20 },
          { "=Private endpoint", "=Network container", "=Setting", "=Setting" } },
        { { "id", QT_TRANSLATE_NOOP("Column", "Name"), Text, Plain, true, 34 },
          { "/endpointId", "/id", "=Peering-only mode", "=Regional mode of private endpoints" } },
        { { "provider", QT_TRANSLATE_NOOP("Column", "Provider"), Enum, Plain, true, 9 },
          { "/provider", "/providerName", "", "" } },
        { { "region", QT_TRANSLATE_NOOP("Column", "Region"), Text, List, true, 18 },
          { "/region", "/regionName|/region|/regions/*", "", "" } },
        { { "status", QT_TRANSLATE_NOOP("Column", "Status"), Enum, Plain, true, 16 },
          { "/status", "/provisioned?PROVISIONED:NOT_PROVISIONED", "/enabled?ON:OFF", "/enabled?ON:OFF" } },
        { { "isOn", QT_TRANSLATE_NOOP("Column", "On"), Flag, Plain, false, 7 },
          { "", "/provisioned", "/enabled", "/enabled" } },
        { { "cidr", QT_TRANSLATE_NOOP("Column", "Addresses"), Text, Plain, true, 24 },
          { "", "/atlasCidrBlock", "", "" } },
        { { "dnsName", QT_TRANSLATE_NOOP("Column", "DNS name"), Text, Plain, true, 36 },
          { "/customerEndpointDNSName", "", "", "" } },
        { { "comment", QT_TRANSLATE_NOOP("Column", "Comment"), Text, Plain, true, 28 },
          { "/comment", "", "", "" } },
        { { "error", QT_TRANSLATE_NOOP("Column", "Error"), Text, Plain, true, 40 },
          { "/errorMessage", "", "", "" } },
        { { "network", QT_TRANSLATE_NOOP("Column", "Network"), Text, Plain, false, 26 },
          { "", "/vpcId|/vnetName|/networkName", "", "" } },
        { { "account", QT_TRANSLATE_NOOP("Column", "Account"), Text, Plain, false, 30 },
          { "", "/azureSubscriptionId|/gcpProjectId", "", "" } },
        { { "use", QT_TRANSLATE_NOOP("Column", "Used by"), Enum, Plain, false, 12 },
          { "/type", "", "", "" } },
        { { "endpointAddress", QT_TRANSLATE_NOOP("Column", "Endpoint address"), Text, Plain, false, 18 },
          { "/customerEndpointIPAddress", "", "", "" } },
        { { "groupId", QT_TRANSLATE_NOOP("Column", "Project ID"), Text, Plain, false, 26 },
          { "", "", "", "" } },
        { { "order", QT_TRANSLATE_NOOP("Column", "Order"), Integer, Plain, false, 6 },
          { "=1", "=2", "=3", "=4" } },
    });
    // clang-format on
}

} // namespace Telamon
