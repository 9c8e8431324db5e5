// SPDX-License-Identifier: GPL-3.0-or-later
// A review speaks as the form does: titles for places, words for values, one row for each element of a list.
#include "tests/support/testcatalog.h"
#include "tests/support/testprogram.h"
#include "ui/review/leafmodel.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestLeafWords : public QObject {
    Q_OBJECT
private:
    static Review reviewOf(const QString& operation, const QList<ReviewLeaf>& leaves)
    {
        Review review;
        review.operation = &builtInCatalog().operation(operation);
        if (review.operation->state && review.operation->requestSchema == nullptr)
            review.state = {
                builtInCatalog().operation(review.operation->state->read.operationId).answerSchema()};
        review.leaves = leaves;
        return review;
    }
    static QStringList rowsOf(const LeafModel& model)
    {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (const int column : {LeafModel::FieldColumn, LeafModel::NowColumn, LeafModel::ProposedColumn})
                cells.append(model.index(row, column).data().toString());
            rows.append(cells.join(u'|'));
        }
        return rows;
    }

private Q_SLOTS:
    void placesAndValuesReadAsInTheForm_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("shown");
        const QString time = u"2090-01-01T00:00:00Z"_s;
        const QDateTime then = QDateTime::fromString(time, Qt::ISODate).toLocalTime();
        const QString moment = then.toString(u"yyyy-MM-dd HH:mm:ss t"_s);
        const auto row = [](const char* name, const QString& operation, const QString& pointer,
                             const QJsonValue& value, const QString& path, const QString& shown) {
            QTest::newRow(name) << operation << pointer << value << path << shown;
        };
        row("a variant", u"updateGroupClusterOnlineArchive"_s, u"/body/schedule/type"_s, u"DAILY"_s,
            u"Schedule › Type"_s, u"Every day"_s);
        row("a word", u"createGroupLiveMigration"_s, u"/body/destination/hostnameSchemaType"_s, u"PUBLIC"_s,
            u"Destination › Network"_s, u"Public"_s);
        row("yes", u"toggleGroupPrivateEndpointRegionalMode"_s, u"/body/enabled"_s, true, u"Regional mode"_s,
            u"yes"_s);
        row("no", u"toggleGroupPrivateEndpointRegionalMode"_s, u"/body/enabled"_s, false, u"Regional mode"_s,
            u"no"_s);
        row("a value that is a variant", u"updateGroupClusterSearchIndexByName"_s,
            u"/body/definition/mappings/dynamic"_s, true, u"Definition › Mappings › Dynamic mapping"_s,
            u"All fields"_s);
        row("as its action", u"disableGroupPrivateIpModePeering"_s, u"/body/enabled"_s, false,
            u"Peering-only mode"_s, u"no"_s);
        row("a time", u"acknowledgeGroupAlert"_s, u"/body/acknowledgedUntil"_s, time, u"Acknowledged until"_s,
            moment);
        row("roles", u"addGroupUsers"_s, u"/body/roles"_s, QJsonArray {u"GROUP_READ_ONLY"_s}, u"Roles"_s,
            u"Project Read Only"_s);
        row("a region", u"updateGroupClusterOnlineArchive"_s, u"/body/dataProcessRegion/region"_s,
            u"EU_WEST_1"_s, u"Archive location › Region"_s, u"EU_WEST_1"_s);
        row("a person's own word", u"updateGroupServiceAccount"_s, u"/body/name"_s, u"GROUP_OWNER"_s,
            u"Name"_s, u"GROUP_OWNER"_s);
        row("what goes", u"deleteFederationSettingConnectedOrgConfigRoleMapping"_s,
            u"/before/roleAssignments/0/role"_s, u"ORG_OWNER"_s, u"Roles › 1 › Role"_s,
            u"Organization Owner"_s);
        row("roles that go", u"removeGroupUser"_s, u"/before/roles"_s,
            QJsonArray {u"GROUP_OWNER"_s, u"GROUP_READ_ONLY"_s}, u"Roles"_s,
            u"Project Owner, Project Read Only"_s);
        row("what nobody describes", u"removeGroupUser"_s, u"/before/newer"_s, u"A_B"_s, u"newer"_s,
            u"A_B"_s);
    }
    void placesAndValuesReadAsInTheForm()
    {
        QFETCH(QString, operation);
        QFETCH(QString, pointer);
        QFETCH(QJsonValue, value);
        QFETCH(QString, path);
        QFETCH(QString, shown);
        const LeafWords words(reviewOf(operation, {}));
        QCOMPARE(words.path(pointer), path);
        QCOMPARE(words.value(pointer, value, {}), shown);
    }

    void idsHaveNamesWhereTheyArePicked()
    {
        const QString id = u"0123456789abcdef01234567"_s;
        LeafModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setReview(reviewOf(u"createGroupFlexClusterBackupRestoreJob"_s,
            {{.pointer = u"/body/targetProjectId"_s, .proposed = id}}));
        const QModelIndex cell = model.index(0, LeafModel::ProposedColumn);
        QCOMPARE(cell.data().toString(), id);
        model.setNames({{id, u"storefront-prod"_s}});
        QCOMPARE(cell.data().toString(), u"storefront-prod"_s);
        QCOMPARE(cell.data(Qt::ToolTipRole).toString(), id);
    }

    // The form's titles, the names of a free map as a person gave them, and the path as JSON has it.
    void theServicesNamesAreInTheToolTip()
    {
        LeafModel model;
        model.setReview(reviewOf(u"createGroupClusterSearchIndex"_s,
            {{.pointer = u"/body/definition/fields/1/numDimensions"_s, .proposed = 3},
                {.pointer = u"/body/definition/numPartitions"_s, .proposed = 2}}));
        const auto cell = [&model](int row) { return model.index(row, LeafModel::FieldColumn); };
        QCOMPARE(cell(0).data().toString(), u"Definition › Fields › 2 › numDimensions"_s);
        QCOMPARE(cell(0).data(Qt::ToolTipRole).toString(),
            u"Definition › Fields › 2 › numDimensions\ndefinition.fields[1].numDimensions"_s);
        QCOMPARE(cell(1).data().toString(), u"Definition › Partitions"_s);
        QVERIFY(cell(1).data(Qt::ToolTipRole).toString().endsWith("\ndefinition.numPartitions"_L1));
    }

    void aListShowsWhatComesAndGoes_data()
    {
        QTest::addColumn<QJsonArray>("now");
        QTest::addColumn<QJsonArray>("proposed");
        QTest::addColumn<QStringList>("rows");
        const auto row = [](const char* name, const QJsonArray& now, const QJsonArray& proposed,
                             const QStringList& rows) { QTest::newRow(name) << now << proposed << rows; };
        row("one more", {u"a.b"_s, u"a.c"_s}, {u"a.b"_s, u"a.c"_s, u"a.d"_s},
            {u"Namespaces|—|a.d"_s, u"Namespaces||2 others stay"_s});
        row("one less", {u"a.b"_s, u"a.c"_s}, {u"a.c"_s},
            {u"Namespaces|a.b|—"_s, u"Namespaces||1 other stays"_s});
        row("another", {u"a.b"_s, u"a.c"_s}, {u"a.c"_s, u"a.d"_s},
            {u"Namespaces|a.b|—"_s, u"Namespaces|—|a.d"_s, u"Namespaces||1 other stays"_s});
        row("all others", {u"a.b"_s}, {u"a.c"_s}, {u"Namespaces|a.b|a.c"_s});
        row("another order", {u"a.b"_s, u"a.c"_s}, {u"a.c"_s, u"a.b"_s}, {u"Namespaces|a.b, a.c|a.c, a.b"_s});
        row("emptied", {u"a.b"_s}, {}, {u"Namespaces|a.b|(empty)"_s});
        row("twice the same", {u"a.b"_s}, {u"a.b"_s, u"a.b"_s}, {u"Namespaces|a.b|a.b, a.b"_s});
    }
    void aListShowsWhatComesAndGoes()
    {
        QFETCH(QJsonArray, now);
        QFETCH(QJsonArray, proposed);
        QFETCH(QStringList, rows);
        LeafModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setReview(reviewOf(u"pinGroupClusterCollStatPinnedNamespaces"_s,
            {{.pointer = u"/body/namespaces"_s, .opened = now, .now = now, .proposed = proposed}}));
        QCOMPARE(rowsOf(model), rows);
    }
};

TELAMON_WIDGET_TEST(TestLeafWords)
#include "test_leafwords.moc"
