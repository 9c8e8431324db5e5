// SPDX-License-Identifier: GPL-3.0-or-later
// Every operation of the catalog is answered as the catalog says, and refused as it says.
#include "api/catalog/catalog.h"
#include "api/catalog/validation.h"
#include "tests/sandbox/rawclient.h"
#include "tests/sandbox/requests.h"
#include "tests/support/testcatalog.h"
#include "tests/support/testprogram.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;
using Sandbox::Server;

namespace {
// Where the running service answers otherwise than its document says, and so does the sandbox.
const QSet<QString>& deviations()
{
    static const QSet<QString> names {
        u"authorizedDate"_s, // null: a role that is not authorised yet
        u"iamAssumedRoleArn"_s, // the same
        u"fieldType"_s, // null: a partition field of unknown type
        u"mobileNumber"_s, // null: people without one
        u"onDemandPolicyItem"_s, // null: none
        u"updatedUser"_s, // a public key instead of an address
        u"userConflicts"_s, // null: none
        u"errorMessage"_s, // null: no error
        u"date"_s, // null, in desiredTimestamp
        u"increment"_s, // the same
        u"readPreference"_s, // lower case
        u"frequencyType"_s, // "ondemand"
        u"versionReleaseSystem"_s, // "CONTINUOUS"
        u"count"_s, // 0: an entry that was never used
        u"groupId"_s, // null, in role assignments of an organisation
        u"orgId"_s, // null, in role assignments of a project
        u"interfaceEndpoints"_s, // the provider's ids
        u"failureReason"_s, // null: it succeeded
        u"units"_s, // "RAW", also of a host's metrics
        u"fields"_s, // several definitions of one field of an index, and texts in those of a vector index
        u"groupName"_s, // names with spaces
        u"orgName"_s,
        u"name"_s,
    };
    return names;
}

bool isKnownDeviation(const Violation& violation)
{
    // Kinds that nothing tells apart overlap: of hardware, of alerts about hosts.
    if (violation.rule == "oneOf"_L1 && violation.sentence.startsWith("fits more than one kind"_L1))
        return true;
    const QStringList tokens = violation.pointer.split(u'/');
    return std::any_of(
        tokens.begin(), tokens.end(), [](const QString& token) { return deviations().contains(token); });
}

QByteArray sentence(const Violation& violation)
{
    return (violation.pointer + u": "_s + violation.sentence + u" ("_s + violation.rule + u')').toUtf8();
}

QList<const SampleRequest*> samples()
{
    QList<const SampleRequest*> all;
    for (const SampleRequest& sample : sampleReads())
        all.append(&sample);
    for (const SampleRequest& sample : sampleWrites())
        all.append(&sample);
    return all;
}
} // namespace

Q_DECLARE_METATYPE(const SampleRequest*)

class TestSandboxOperations : public QObject {
    Q_OBJECT

    std::unique_ptr<Server> m_server;
    std::unique_ptr<RawClient> m_client;
    std::unique_ptr<Places> m_places;

    RawReply ask(
        const SampleRequest& sample, const char* target, const char* body, const QByteArray& version = {})
    {
        const Operation* operation = builtInCatalog().find(QString::fromLatin1(sample.operation));
        const QByteArray filled = "/api/atlas/v2/" + m_places->filled(target);
        const QByteArray text = body ? m_places->filled(body) : QByteArray();
        return m_client->write(sample.method, filled, version.isEmpty() ? operation->version : version, text);
    }
    // One row for each sample that has what is asked for.
    static void addSamples(const char* SampleRequest::*wanted)
    {
        QTest::addColumn<const SampleRequest*>("sample");
        const auto all = samples();
        for (const SampleRequest* sample : all) {
            if (sample->*wanted)
                QTest::newRow(sample->operation) << sample;
        }
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<Server>(builtInCatalog());
        QVERIFY(m_server->start());
        m_client = std::make_unique<RawClient>(*m_server);
        m_places = std::make_unique<Places>(*m_client);
    }

    void everyOperationHasASample()
    {
        // What a migration needs first is made in the test of the work.
        QSet<QString> sampled {u"cutoverGroupLiveMigration"_s, u"getGroupLiveMigration"_s,
            u"getGroupLiveMigrationValidateStatus"_s};
        const auto all = samples();
        for (const SampleRequest* sample : all)
            sampled.insert(QString::fromLatin1(sample->operation));
        for (const auto& operation : builtInCatalog().operations())
            QVERIFY2(sampled.contains(operation->id), qPrintable(operation->id));
    }

    void answersFitTheCatalog_data() { addSamples(&SampleRequest::target); }
    void answersFitTheCatalog()
    {
        QFETCH(const SampleRequest*, sample);
        const Operation* operation = builtInCatalog().find(QString::fromLatin1(sample->operation));
        QVERIFY(operation);
        QCOMPARE(operation->method, sample->method);
        const RawReply reply = ask(*sample, sample->target, sample->body);
        QVERIFY2(reply.status / 100 == 2, reply.body.left(600).constData());
        const Schema* schema = operation->answerSchema();
        if (!schema || reply.status == 204)
            return;
        const QJsonDocument document = QJsonDocument::fromJson(reply.body);
        const QJsonValue value = document.isArray() ? QJsonValue(document.array()) : document.object();
        QVERIFY(!document.isNull());
        if (document[u"results"_s].isArray())
            QVERIFY(!document[u"results"_s].toArray().isEmpty());
        const Violations violations = validate(*schema, value);
        QByteArray unknown;
        for (const Violation& violation : violations) {
            if (!isKnownDeviation(violation))
                unknown += sentence(violation) + '\n';
        }
        QVERIFY2(unknown.isEmpty(), unknown.left(2000).constData());
    }

    void whatIsNotThereIsSaid_data() { addSamples(&SampleRequest::missing); }
    void whatIsNotThereIsSaid()
    {
        QFETCH(const SampleRequest*, sample);
        const RawReply reply = ask(*sample, sample->missing, sample->body);
        QVERIFY2(reply.status == 404, reply.body.left(600).constData());
        QVERIFY(reply.errorCode().endsWith("NOT_FOUND") || reply.errorCode() == "USER_NOT_IN_GROUP");
        QCOMPARE(reply.header("X-Error-Code"), reply.errorCode());
    }

    void wrongBodiesAreRefusedAtTheirField_data() { addSamples(&SampleRequest::wrongBody); }
    void wrongBodiesAreRefusedAtTheirField()
    {
        QFETCH(const SampleRequest*, sample);
        const RawReply reply = ask(*sample, sample->target, sample->wrongBody);
        QVERIFY2(reply.status == 400, reply.body.left(600).constData());
        QStringList fields;
        const QJsonArray list = reply.json()["badRequestDetail"_L1]["fields"_L1].toArray();
        for (const QJsonValue& field : list)
            fields.append(field["field"_L1].toString());
        QVERIFY2(fields.contains(QString::fromLatin1(sample->wrongField)), reply.body.left(600).constData());
    }

    void otherVersionsAreRefused_data() { addSamples(&SampleRequest::target); }
    void otherVersionsAreRefused()
    {
        QFETCH(const SampleRequest*, sample);
        const QByteArray target = "/api/atlas/v2/" + m_places->filled(sample->target);
        QCOMPARE(m_client->write(sample->method, target, "2019-01-01").status, 406);
    }

    // Superseded versions are served until they end, and say so.
    void olderVersionsAreServed_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<const SampleRequest*>("sample");
        const QHash<QByteArray, QByteArrayList> older {
            {"createGroupLiveMigration", {"2023-01-01"}},
            {"validateGroupLiveMigrations", {"2023-01-01"}},
            {"listGroupClusters", {"2023-01-01", "2023-02-01"}},
            {"getGroupCluster", {"2023-01-01", "2023-02-01"}},
            {"acknowledgeGroupAlert", {"2023-01-01"}},
            {"getGroupBackupCompliancePolicy", {"2023-01-01"}},
            {"listGroupUsers", {"2023-01-01"}},
            {"removeGroupUser", {"2023-01-01"}},
            {"listOrgUsers", {"2023-01-01"}},
        };
        const auto all = samples();
        for (const SampleRequest* sample : all) {
            const QByteArrayList versions = older.value(sample->operation);
            for (const QByteArray& version : versions)
                QTest::addRow("%s %s", sample->operation, version.constData()) << version << sample;
        }
    }
    void olderVersionsAreServed()
    {
        QFETCH(QByteArray, version);
        QFETCH(const SampleRequest*, sample);
        const RawReply reply = ask(*sample, sample->target, sample->body, version);
        QVERIFY2(reply.status / 100 == 2, reply.body.left(600).constData());
        QVERIFY(!reply.header("Deprecation").isEmpty());
        QCOMPARE(reply.header("Sunset"), QByteArray("Thu, 1 Jul 2027 00:00:00 GMT"));
    }

    // Where the signed-in one has no right to write, and where not even to read.
    void rolesAreKept_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const char* method, const char* target, const char* version,
                             const char* body, int status) {
            QTest::newRow(name) << QByteArray(method) << QByteArray(target) << QByteArray(version)
                                << QByteArray(body) << status;
        };
        row("read where only reading is allowed", "GET", "groups/LEDGER/users", "2025-02-19", "", 200);
        row("write there", "PATCH", "groups/LEDGER/privateIpMode", "2023-01-01", "{\"enabled\":false}", 403);
        row("delete there", "DELETE", "groups/LEDGER/backupCompliancePolicy", "2024-11-13", "", 403);
        row("read where nothing is allowed", "GET", "groups/VAULT/events", "2023-01-01", "", 403);
        row("write in an organization", "DELETE", "orgs/HELIOS/liveMigrations/linkTokens", "2023-01-01", "",
            403);
        row("read there", "GET", "orgs/HELIOS/apiKeys", "2023-01-01", "", 200);
        row("policy that support has not released", "DELETE", "groups/PAYMENTS/backupCompliancePolicy",
            "2024-11-13", "", 400);
        row("history of a shared cluster", "GET", "groups/PLAYGROUND/dbAccessHistory/clusters/Cluster0",
            "2023-01-01", "", 400);
    }
    void rolesAreKept()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, version);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const RawReply reply =
            m_client->write(method, "/api/atlas/v2/" + m_places->filled(target), version, body);
        QVERIFY2(reply.status == status, reply.body.left(400).constData());
    }
};

TELAMON_TEST(TestSandboxOperations)
#include "test_sandbox_operations.moc"
