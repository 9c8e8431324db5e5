// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/catalog.h"
#include "tests/support/testprogram.h"

#include <QMap>
#include <QSet>
#include <QTest>

namespace Telamon {

using namespace Qt::StringLiterals;

// What the document that ships with the program says of every operation that changes something.
class TestCatalogWrites : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyWriteIsClassified_data();
    void everyWriteIsClassified();
    void whatTravelsWhole_data();
    void whatTravelsWhole();
    void everyBodyIsInTheTable();
    void secretsAreMarked_data();
    void secretsAreMarked();

private:
    const Catalog& catalog() const { return m_catalog.value(); }

    Result<Catalog, CatalogError> m_catalog = Catalog::builtIn();
};

namespace {

// The outermost parts of a body that travel whole, and those that would have to but are not marked.
class WholeParts {
public:
    explicit WholeParts(const Schema& body) { visit(body, QString()); }

    QStringList marked() const { return sorted(m_marked); }
    QStringList unmarked() const { return sorted(m_unmarked); }

private:
    static QStringList sorted(const QSet<QString>& pointers)
    {
        QStringList list = pointers.values();
        list.sort();
        return list;
    }

    void visit(const Schema& schema, const QString& pointer)
    {
        if (schema.isReadOnly)
            return;
        if (schema.isReplacedWhole) {
            m_marked.insert(pointer);
            return;
        }
        if (schema.types.testFlag(Schema::Type::Array) || schema.unionKind != Schema::Union::None)
            m_unmarked.insert(pointer);
        for (const Property& property : schema.properties)
            visit(*property.schema, pointer + u'/' + property.name);
    }

    QSet<QString> m_marked;
    QSet<QString> m_unmarked;
};

// Operation -> what of its body travels whole. The empty pointer is the body itself.
const QMap<QString, QStringList>& wholeParts()
{
    static const QMap<QString, QStringList> table = {
        {u"acknowledgeGroupAlert"_s, {}},
        {u"addGroupUsers"_s, {u"/roles"_s}},
        {u"createGroupClusterSearchIndex"_s, {QString()}},
        {u"createGroupFlexClusterBackupRestoreJob"_s, {}},
        {u"createGroupLiveMigration"_s, {u"/migrationHosts"_s, u"/sharding/shardingEntries"_s}},
        {u"createGroupPrivateNetworkSettingEndpointId"_s, {}},
        {u"createOrgLiveMigrationLinkToken"_s, {u"/accessListIps"_s}},
        {u"disableGroupPrivateIpModePeering"_s, {}},
        {u"pinGroupClusterCollStatPinnedNamespaces"_s, {u"/namespaces"_s}},
        {u"pinGroupClusterFeatureCompatibilityVersion"_s, {}},
        {u"toggleGroupPrivateEndpointRegionalMode"_s, {}},
        {u"unpinGroupClusterCollStatUnpinNamespaces"_s, {u"/namespaces"_s}},
        {u"updateGroupClusterCollStatPinnedNamespaces"_s, {u"/namespaces"_s}},
        {u"updateGroupClusterOnlineArchive"_s, {u"/criteria"_s, u"/dataProcessRegion"_s, u"/schedule"_s}},
        {u"updateGroupClusterSearchIndex"_s, {u"/definition"_s}},
        {u"updateGroupClusterSearchIndexByName"_s, {u"/definition"_s}},
        {u"updateGroupClusterSnapshotSchedule"_s, {}},
        {u"updateGroupServiceAccount"_s, {u"/roles"_s}},
        {u"validateGroupLiveMigrations"_s, {u"/migrationHosts"_s, u"/sharding/shardingEntries"_s}},
    };
    return table;
}

void rowOfSecret(const char* operation, bool isInBody, const char* pointer)
{
    QTest::addRow("%s %s", operation, pointer)
        << QString::fromLatin1(operation) << isInBody << QString::fromLatin1(pointer);
}

const Schema* partOf(const Schema& schema, const QString& pointer)
{
    const Schema* part = &schema;
    const QStringList names = pointer.split(u'/', Qt::SkipEmptyParts);
    for (const QString& name : names) {
        part = name == "[]"_L1 ? part->items : part->property(name);
        if (part == nullptr)
            return nullptr;
    }
    return part;
}

} // namespace

void TestCatalogWrites::initTestCase()
{
    QVERIFY2(m_catalog.hasValue(), m_catalog ? "" : qPrintable(m_catalog.error().sentence));
}

void TestCatalogWrites::everyWriteIsClassified_data()
{
    QTest::addColumn<QString>("id");
    for (const std::unique_ptr<Operation>& operation : catalog().operations()) {
        if (!operation->isRead())
            QTest::addRow("%s", qPrintable(operation->id)) << operation->id;
    }
}

void TestCatalogWrites::everyWriteIsClassified()
{
    QFETCH(QString, id);
    const Operation& operation = catalog().operation(id);
    QVERIFY(operation.isClassified);
    QVERIFY(!operation.description.isEmpty());
    if (operation.method == "DELETE")
        QCOMPARE(int(operation.writeClass), int(Operation::WriteClass::Destructive));
}

void TestCatalogWrites::whatTravelsWhole_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("expected");
    for (auto it = wholeParts().cbegin(); it != wholeParts().cend(); ++it)
        QTest::addRow("%s", qPrintable(it.key())) << it.key() << it.value();
}

void TestCatalogWrites::whatTravelsWhole()
{
    QFETCH(QString, id);
    QFETCH(QStringList, expected);
    const Operation* operation = catalog().find(id);
    QVERIFY(operation != nullptr && operation->requestSchema != nullptr);
    const WholeParts parts(*operation->requestSchema);
    QCOMPARE(parts.marked(), expected);
    QCOMPARE(parts.unmarked(), QStringList());
}

void TestCatalogWrites::everyBodyIsInTheTable()
{
    QStringList withBody;
    for (const std::unique_ptr<Operation>& operation : catalog().operations()) {
        if (operation->requestSchema != nullptr)
            withBody.append(operation->id);
    }
    withBody.sort();
    QCOMPARE(withBody, wholeParts().keys());
}

void TestCatalogWrites::secretsAreMarked_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isInBody");
    QTest::addColumn<QString>("pointer");
    rowOfSecret("createGroupLiveMigration", true, "/source/password");
    rowOfSecret("validateGroupLiveMigrations", true, "/source/password");
    rowOfSecret("createOrgLiveMigrationLinkToken", false, "/linkToken");
    rowOfSecret("updateGroupServiceAccount", false, "/secrets/[]/secret");
    rowOfSecret("createGroupFlexClusterBackupRestoreJob", false, "/snapshotUrl");
}

void TestCatalogWrites::secretsAreMarked()
{
    QFETCH(QString, id);
    QFETCH(bool, isInBody);
    QFETCH(QString, pointer);
    const Operation& operation = catalog().operation(id);
    const Schema* whole = isInBody ? operation.requestSchema : operation.answerSchema();
    QVERIFY(whole != nullptr);
    const Schema* part = partOf(*whole, pointer);
    QVERIFY(part != nullptr && part->isSecret);
}

TELAMON_TEST(TestCatalogWrites)

} // namespace Telamon

#include "test_catalog_writes.moc"
