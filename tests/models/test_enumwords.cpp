// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/enumwords.h"
#include "models/rolewords.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

class TestEnumWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWordsAsAPersonDoes_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("shown");
        const QList<QPair<const char*, const char*>> cases {{"REPLICASET", "Replica set"}, {"IDLE", "Idle"},
            {"inProgress", "In progress"}, {"available", "Available"}, {"vectorSearch", "Vector"},
            {"DOES_NOT_EXIST", "Missing"}, {"SOME_WORD", "Some word"},
            {"CPS_SNAPSHOT_BEHIND", "Backup snapshot behind"},
            {"GROUP_TAGS_MODIFIED", "Project tags modified"}, {"AWS", "AWS"}, {"AZURE", "Azure"},
            {"TLS1_2", "TLS 1.2"}, {"", ""}, {"FTS_INDEX_CREATED", "Search index created"},
            {"ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED", "Encryption at rest KMS network access denied"},
            {"OAUTH_CLIENT_SECRET_CREATED", "OAuth client secret created"}, {"OK", "OK"},
            {"HOST_MONGOT_CRASHING_OOM", "Search process out of memory"}, {"MONGOD", "mongod"},
            {"MLAB_MIGRATION_COMPLETED", "mLab migration completed"}, {"TIMESERIES", "Time series"},
            {"S3_LOG_STREAMING_DISABLED", "S3 log streaming disabled"}, {"ISODATE", "ISO date"},
            {"AI_MODELS_APIS_RATE_LIMIT_RESET", "AI models APIs rate limit reset"},
            {"ORG_IDP_CERTIFICATE_CURRENT", "Organization IdP certificate current"}, {"uuid", "UUID"},
            {"objectId", "Object ID"}, {"CPS_SNAPSHOT_FAILED", "Backup snapshot failed"},
            {"CPS_SNAPSHOT_SCHEDULE_UPDATED_AUDIT", "Backup snapshot schedule updated"},
            {"ALERT_UNACKNOWLEDGED_AUDIT", "Alert unacknowledged"}, {"AUDIT", "Audit"},
            {"COMPUTE_AUTO_SCALE_INITIATED_BASE", "Compute auto scale initiated"}, {"DATA_BASE", "Data base"},
            {"MAINTENANCE_IN_ADVANCED", "Maintenance brought forward"},
            {"OPLOG_SLAVE_LAG_MASTER_TIME", "Replication lag"},
            {"DISK_PARTITION_SPACE_USED_DATA", "Disk space used (data)"},
            {"DISK_PARTITION_READ_IOPS_INDEX", "Disk read IOPS (index)"},
            {"HOST_MONGOT_STOP_REPLICATION", "Host mongot stop replication"}, {"CANCELLED", "Canceled"},
            {"regexCaptureGroup", "Regex capture group"}};
        for (const auto& [word, shown] : cases)
            QTest::newRow(word) << QString::fromLatin1(word) << QString::fromLatin1(shown);
        for (const char* name :
            {"M10", "R40_NVME", "M140_GEN_2", "Role mapping", "API key", "x", "8.0", "UserNotFound", "_"})
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(name);
    }
    void saysWordsAsAPersonDoes()
    {
        QFETCH(const QString, word);
        QFETCH(const QString, shown);
        QCOMPARE(enumWords(word), shown);
    }

    void namesRolesAsTheServiceDoes_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("name");
        QTest::newRow("project") << u"GROUP_OWNER"_s << u"Project Owner"_s;
        QTest::newRow("long") << u"GROUP_DATA_ACCESS_READ_ONLY"_s << u"Project Data Access Read Only"_s;
        QTest::newRow("read and write")
            << u"GROUP_DATA_ACCESS_READ_WRITE"_s << u"Project Data Access Read/Write"_s;
        QTest::newRow("organization") << u"ORG_GROUP_CREATOR"_s << u"Organization Project Creator"_s;
        QTest::newRow("none") << u"owner of all"_s << u"owner of all"_s;
        QTest::newRow("only a beginning") << u"GROUP_"_s << u"GROUP_"_s;
    }
    void namesRolesAsTheServiceDoes()
    {
        QFETCH(const QString, role);
        QFETCH(const QString, name);
        QCOMPARE(roleWords(role), name);
    }

    void looksAtTheColumn_data()
    {
        QTest::addColumn<int>("presentation");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << int(Presentation::Plain) << u"GROUP_OWNER, IDLE"_s;
        QTest::newRow("list") << int(Presentation::List) << u"Project owner, Idle"_s;
        QTest::newRow("roles") << int(Presentation::Roles) << u"Project Owner, IDLE"_s;
        QTest::newRow("verbatim") << int(Presentation::Verbatim) << u"GROUP_OWNER, IDLE"_s;
    }
    void looksAtTheColumn()
    {
        QFETCH(const int, presentation);
        QFETCH(const QString, shown);
        const Column column {"key", "Key", ColumnType::Enum, Presentation(presentation)};
        QCOMPARE(enumWords(column, u"GROUP_OWNER, IDLE"_s), shown);
    }
};

TELAMON_TEST(TestEnumWords)
#include "test_enumwords.moc"
