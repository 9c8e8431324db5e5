// SPDX-License-Identifier: GPL-3.0-or-later
// Dataset: what the service may use in the company's accounts at the cloud providers, and for what.
#include "api/sandbox/rooms.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

QString uuid(Random& random)
{
    return u"%1-%2-4%3-a%4-%5"_s.arg(
        random.hex(8), random.hex(4), random.hex(3), random.hex(3), random.hex(12));
}

namespace {
QJsonObject usage(const QString& type, const QJsonObject& feature)
{
    return {{u"featureType"_s, type}, {u"featureId"_s, feature}};
}

QJsonArray usages(const QString& groupId, Random& random, int kinds)
{
    const QJsonArray all {
        usage(u"ATLAS_DATA_LAKE"_s, {{u"groupId"_s, groupId}, {u"name"_s, u"lake-reporting"_s}}),
        usage(u"EXPORT_SNAPSHOT"_s,
            {{u"groupId"_s, groupId}, {u"exportBucketId"_s, random.id(1'650'000'000'000)}}),
        usage(u"PUSH_BASED_LOG_EXPORT"_s, {{u"groupId"_s, groupId}, {u"bucketName"_s, u"audit-logs"_s}}),
        // Has no feature of its own.
        QJsonObject {{u"featureType"_s, u"ENCRYPTION_AT_REST"_s}, {u"featureId"_s, QJsonValue()}},
        usage(u"ATLAS_LOG_INTEGRATION"_s,
            {{u"groupId"_s, groupId}, {u"configId"_s, random.id(1'650'000'000'000)},
                {u"sinkName"_s, u"siem"_s}})};
    QJsonArray some;
    for (int i = 0; i < kinds; ++i)
        some.append(all.at(i));
    return some;
}

Row awsRole(const Dataset& dataset, const QString& groupId, Random& random, int features)
{
    const qint64 created = dataset.now() - random.between(2, 900) * day;
    const QString id = random.id(created);
    const bool isAuthorized = features > 0;
    const auto account = u"%1"_s.arg(random.below(1'000'000'000), 12, 10, QChar(u'3'));
    return Row::of(id,
        {{u"roleId"_s, id}, {u"providerName"_s, u"AWS"_s},
            {u"atlasAWSAccountArn"_s, u"arn:aws:iam::536727724300:root"_s},
            {u"atlasAssumedRoleExternalId"_s, uuid(random)}, {u"createdDate"_s, isoTime(created)},
            // Not yet authorised: null, against the document.
            {u"authorizedDate"_s,
                isAuthorized ? QJsonValue(isoTime(created + hour)) : QJsonValue(QJsonValue::Null)},
            {u"iamAssumedRoleArn"_s,
                isAuthorized
                    ? QJsonValue(u"arn:aws:iam::%1:role/atlas-access-%2"_s.arg(account).arg(features))
                    : QJsonValue(QJsonValue::Null)},
            {u"featureUsages"_s, usages(groupId, random, features)}});
}

Row azurePrincipal(const Dataset& dataset, const QString& groupId, Random& random)
{
    const qint64 created = dataset.now() - random.between(2, 900) * day;
    const QString id = random.id(created);
    return Row::of(id,
        {{u"_id"_s, id}, {u"providerName"_s, u"AZURE"_s}, {u"atlasAzureAppId"_s, uuid(random)},
            {u"servicePrincipalId"_s, uuid(random)}, {u"tenantId"_s, uuid(random)},
            {u"createdDate"_s, isoTime(created)}, {u"lastUpdatedDate"_s, isoTime(created + day)},
            {u"featureUsages"_s, usages(groupId, random, 2)}});
}

Row gcpAccount(const Dataset& dataset, const QString& groupId, Random& random, const QString& status)
{
    const qint64 created = dataset.now() - random.between(2, 900) * day;
    const QString id = random.id(created);
    QJsonObject value {{u"roleId"_s, id}, {u"providerName"_s, u"GCP"_s}, {u"status"_s, status},
        {u"createdDate"_s, isoTime(created)},
        {u"featureUsages"_s, usages(groupId, random, status == "COMPLETE"_L1 ? 1 : 0)}};
    if (status == "COMPLETE"_L1)
        value[u"gcpServiceAccountForAtlas"_s] =
            u"mongodb-atlas-%1@p-%2.iam.gserviceaccount.com"_s.arg(random.letters(16), random.letters(24));
    return Row::of(id, value);
}
} // namespace

// Of each provider that the project's clusters run at; at AWS one role for everything, one for two features
// and one that nothing uses.
std::vector<Row> makeCloudRoles(const Dataset& dataset, const Scope& scope)
{
    const Project& project = *scope.project;
    QStringList providers;
    for (const Cluster& cluster : project.clusters) {
        for (const Region& region : cluster.regions)
            providers.append(region.provider);
    }
    Random random = dataset.random(u"cloudRoles/"_s + project.id);
    std::vector<Row> rows;
    if (providers.contains(u"AWS"_s)) {
        for (int features : {5, 2, 0})
            rows.push_back(awsRole(dataset, project.id, random, features));
    }
    if (providers.contains(u"AZURE"_s))
        rows.push_back(azurePrincipal(dataset, project.id, random));
    if (providers.contains(u"GCP"_s)) {
        for (const QString& status : {u"COMPLETE"_s, u"IN_PROGRESS"_s})
            rows.push_back(gcpAccount(dataset, project.id, random, status));
    }
    return rows;
}

} // namespace Telamon::Sandbox
