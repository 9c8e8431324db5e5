// SPDX-License-Identifier: GPL-3.0-or-later
// Dataset: private endpoints of federated data, endpoint services and network containers.
#include "api/sandbox/rooms.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
// Each region that the project's clusters use, once, as "AWS/EU_WEST_1".
QStringList regionsOf(const Project& project)
{
    QStringList regions;
    for (const Cluster& cluster : project.clusters) {
        for (const Region& region : cluster.regions)
            regions.append(QString(region.provider + u'/' + region.name));
    }
    regions.removeDuplicates();
    return regions;
}

QString awsName(const QString& region) // "EU_WEST_1" is eu-west-1
{
    return region.toLower().replace(u'_', u'-');
}
} // namespace

std::vector<Row> makeEndpointIds(const Dataset& dataset, const Scope& scope)
{
    std::vector<Row> rows;
    Random random = dataset.random(u"endpointIds/"_s + scope.project->id);
    static constexpr const char* comments[] = {"reporting VPC", "data science notebooks", "old VPN"};
    int i = 0;
    const QStringList regions = regionsOf(*scope.project);
    for (const QString& region : regions) {
        const QString provider = region.section(u'/', 0, 0);
        if (provider == "GCP"_L1)
            continue;
        const QString id = provider == "AWS"_L1
            ? u"vpce-"_s + random.hex(17)
            : u"/subscriptions/%1/resourceGroups/data/providers/Microsoft.Network/privateEndpoints/lake"_s
                  .arg(uuid(random));
        QJsonObject value {{u"endpointId"_s, id}, {u"provider"_s, provider}, {u"type"_s, u"DATA_LAKE"_s},
            {u"comment"_s, QString::fromLatin1(comments[i % 3])},
            {u"status"_s, i == 2 ? u"FAILED"_s : u"OK"_s}, {u"region"_s, region.section(u'/', 1)},
            // Nothing went wrong: null, against the document.
            {u"errorMessage"_s,
                i == 2 ? QJsonValue(u"The endpoint was rejected by its owner."_s) : QJsonValue()}};
        if (provider == "AZURE"_L1) {
            value[u"azureLinkId"_s] = QString::number(random.between(100'000'000, 900'000'000));
            value[u"customerEndpointIPAddress"_s] = u"10.20.%1.4"_s.arg(random.below(200));
        } else {
            value[u"customerEndpointDNSName"_s] = u"%1-%2.vpce-svc-%3.%4.vpce.amazonaws.com"_s.arg(
                id, random.letters(8), random.hex(17), awsName(region.section(u'/', 1)));
        }
        rows.push_back(Row::of(id, value));
        ++i;
    }
    return rows;
}

std::vector<Row> makeEndpointServices(const Dataset& dataset, const Scope& scope)
{
    std::vector<Row> rows;
    Random random = dataset.random(u"endpointServices/"_s + scope.project->id);
    static constexpr const char* states[] = {"AVAILABLE", "WAITING_FOR_USER", "INITIATING", "FAILED"};
    int i = 0;
    const QStringList regions = regionsOf(*scope.project);
    for (const QString& region : regions) {
        const QString provider = region.section(u'/', 0, 0);
        const QString name = region.section(u'/', 1);
        const QString id = random.id(dataset.now() - random.between(3, 600) * day);
        const QString status = QString::fromLatin1(states[i++ % 4]);
        QJsonObject value {
            {u"id"_s, id}, {u"cloudProvider"_s, provider}, {u"regionName"_s, name}, {u"status"_s, status}};
        if (status == "FAILED"_L1)
            value[u"errorMessage"_s] = u"The provider's quota is used up."_s;
        if (provider == "AWS"_L1) {
            value[u"endpointServiceName"_s] =
                u"com.amazonaws.vpce.%1.vpce-svc-%2"_s.arg(awsName(name), random.hex(17));
            value[u"interfaceEndpoints"_s] = status == "AVAILABLE"_L1
                ? QJsonArray {QString(u"vpce-"_s + random.hex(17))} // not the ids of the document
                : QJsonArray();
        } else if (provider == "AZURE"_L1) {
            value[u"privateLinkServiceName"_s] = QString(u"pls_"_s + id);
            value[u"privateLinkServiceResourceId"_s] =
                u"/subscriptions/%1/resourceGroups/rg_%2/providers/Microsoft.Network/privateLinkServices/pls_%3"_s
                    .arg(uuid(random), id.left(8), id);
            value[u"privateEndpoints"_s] = QJsonArray();
        } else {
            value[u"endpointGroupNames"_s] = QJsonArray {u"atlas-group-1"_s};
            value[u"portMappingEnabled"_s] = true;
            value[u"serviceAttachmentNames"_s] = QJsonArray();
        }
        rows.push_back(Row::of(id, value));
    }
    return rows;
}

// One for each region at AWS and Azure, one for all regions at Google; the last is not provisioned yet.
std::vector<Row> makeContainers(const Dataset& dataset, const Scope& scope)
{
    std::vector<Row> rows;
    Random random = dataset.random(u"containers/"_s + scope.project->id);
    QJsonArray gcpRegions;
    int net = 248;
    const QStringList regions = regionsOf(*scope.project);
    for (const QString& region : regions) {
        const QString provider = region.section(u'/', 0, 0);
        const QString name = region.section(u'/', 1);
        if (provider == "GCP"_L1) {
            gcpRegions.append(name);
            continue;
        }
        const QString id = random.id(dataset.now() - random.between(3, 900) * day);
        QJsonObject value {{u"id"_s, id}, {u"providerName"_s, provider}, {u"provisioned"_s, true},
            {u"atlasCidrBlock"_s, u"192.168.%1.0/21"_s.arg(net)}};
        net -= 8;
        if (provider == "AWS"_L1) {
            value[u"regionName"_s] = name;
            value[u"vpcId"_s] = QString(u"vpc-"_s + random.hex(17));
        } else {
            value[u"region"_s] = name;
            value[u"azureSubscriptionId"_s] = random.hex(24);
            value[u"vnetName"_s] = u"vnet_%1_%2"_s.arg(id, random.letters(8));
        }
        rows.push_back(Row::of(id, value));
    }
    if (!gcpRegions.isEmpty()) {
        const QString id = random.id(dataset.now() - random.between(3, 900) * day);
        rows.push_back(Row::of(id,
            {{u"id"_s, id}, {u"providerName"_s, u"GCP"_s}, {u"provisioned"_s, true},
                {u"atlasCidrBlock"_s, u"10.8.0.0/14"_s}, {u"regions"_s, gcpRegions},
                {u"gcpProjectId"_s, QString(u"p-"_s + random.letters(24))},
                {u"networkName"_s, u"nt-%1-%2"_s.arg(id, random.letters(8))}}));
    }
    const QString id = random.id(dataset.now() - 2 * day);
    rows.push_back(Row::of(id,
        {{u"id"_s, id}, {u"providerName"_s, u"AWS"_s}, {u"provisioned"_s, false},
            {u"atlasCidrBlock"_s, u"172.31.0.0/21"_s}, {u"regionName"_s, u"AP_NORTHEAST_1"_s}}));
    return rows;
}

} // namespace Telamon::Sandbox
