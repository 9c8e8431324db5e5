// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/hostileservice.h"

#include "api/sandbox/faults.h"
#include "tests/ui/hostiletexts.h"

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QByteArray idOf(qsizetype number)
{
    return QByteArray::number(number).rightJustified(24, 'a');
}

// One record a text: `shape` with @ for the text as JSON and # for an id.
QByteArray records(const QList<QString>& texts, const QByteArray& shape, bool isRaw)
{
    QByteArrayList made;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QByteArray text = isRaw ? toRawJsonString(texts.at(i)) : toJsonString(texts.at(i));
        QByteArray record = shape;
        record.replace('#', idOf(i));
        made.append(record.replace('@', text));
    }
    return made.join(',');
}

QByteArray results(const QByteArray& joined)
{
    return R"({"totalCount":0,"links":[],"results":[)" + joined + "]}";
}

void serve(Sandbox::Faults& faults, const QString& path, int status, const QByteArray& body, int times = -1)
{
    Sandbox::Fault fault;
    fault.kind = Sandbox::Fault::Kind::Status;
    fault.status = status;
    fault.path = path;
    fault.times = times;
    fault.body = body;
    faults.add(fault);
}

// clang-format off
constexpr auto projectShape = R"({"id":"#","orgId":"#","name":@,"created":@,"unknown":@})";
constexpr auto fleetShape =
    R"({"name":@,"clusterId":"#","type":@,"availability":@,"versions":[@,@],"nodeCount":3})";
constexpr auto clusterShape =
    R"({"name":@,"id":"#","groupId":"#","clusterType":@,"stateName":@,"mongoDBVersion":@,)"
    R"("tags":[{"key":@,"value":@}],"replicationSpecs":[{"regionConfigs":[)"
    R"({"regionName":@,"providerName":@,"electableSpecs":{"instanceSize":@}}]}]})";
constexpr auto alertShape =
    R"({"id":"#","groupId":"#","status":@,"eventTypeName":@,"clusterName":@,"hostnameAndPort":@,)"
    R"("userAlias":@,"replicaSetName":@,"metricName":@,"currentValue":{"number":1,"units":@},)"
    R"("acknowledgingUsername":@,"acknowledgementComment":@,"processorName":@,"processorErrorMsg":@,)"
    R"("created":@,"unknown":{"more":[@]}})";
constexpr auto indexShape =
    R"({"indexID":"#","name":@,"database":@,"collectionName":@,"type":@,"status":@,"queryable":true,)"
    R"("statusDetail":[{"hostname":@,"status":@}],)"
    R"("latestDefinition":{"mappings":{"dynamic":true,"fields":{@:@}}}})";
constexpr auto snapshotShape =
    R"({"id":"#","description":@,"status":@,"type":@,"snapshotType":@,)"
    R"("members":[{"replicaSetName":@,"cloudProvider":@}]})";
constexpr auto refusalShape =
    R"({"error":400,"errorCode":@,"detail":@,"reason":@,"parameters":[@],)"
    R"("badRequestDetail":{"fields":[{"field":@,"description":@}]}})";
// clang-format on

} // namespace

QString hostileId(qsizetype number)
{
    return QString::fromLatin1(idOf(number));
}

void serveHostileNames(Sandbox::Faults& faults, const QList<QString>& texts, bool isRaw)
{
    const auto list = [&](const QString& path, const QByteArray& shape) {
        serve(faults, path, 200, results(records(texts, shape, isRaw)));
    };
    const QString v2 = u"^/api/atlas/v2"_s;
    list(v2 + u"/orgs(\\?|$)"_s, R"({"id":"#","name":@})");
    list(v2 + u"/(orgs/\\w+/)?groups(\\?|$)"_s, projectShape);
    serve(faults, v2 + u"/clusters\\?"_s, 200,
        results(R"({"groupId":")" + idOf(0) + R"(","orgId":")" + idOf(0)
            + R"(","groupName":"p","orgName":"o","tags":[],"clusters":[)" + records(texts, fleetShape, isRaw)
            + "]}"));
    list(v2 + u"/groups/%1/clusters(\\?|$)"_s.arg(hostileId(0)), clusterShape);
    serve(faults, v2 + u"/groups/\\w+/(clusters|flexClusters)(\\?|$)"_s, 200, results({}));
    list(v2 + u"/groups/%1/alerts(\\?|$)"_s.arg(hostileId(0)), alertShape);
    serve(faults, v2 + u"/groups/\\w+/alerts(\\?|$)"_s, 200, results({}));
    serve(faults, u"/alerts/\\w+"_s, 200,
        R"({"id":"a","status":"OPEN","eventTypeName":)" + toJsonString(texts.at(0)) + '}');
    serve(faults, u"/search/indexes"_s, 200, '[' + records(texts, indexShape, isRaw) + ']');
    list(u"/backup/snapshots"_s, snapshotShape);
}

void refuseWithHostileText(Sandbox::Faults& faults, const QString& text)
{
    serve(faults, u"/alerts"_s, 400, QByteArray(refusalShape).replace('@', toJsonString(text)), 1);
}

} // namespace Telamon
