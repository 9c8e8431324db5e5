// SPDX-License-Identifier: GPL-3.0-or-later
// What a form says of what is wrong: at the field that a person mends, and once.
#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"
#include "tests/models/forms/formfixture.h"
#include "tests/support/testcatalog.h"
#include "tests/support/testprogram.h"

#include <QTest>

namespace Telamon {

using namespace Qt::StringLiterals;

class TestFormTold : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChosenVariantIsJudged()
    {
        FormModel form(builtInCatalog().operation(u"updateGroupClusterSearchIndex"));
        const QString place = u"/body/definition"_s;
        form.setVariant(place, 0);
        form.setValue(u"/body/definition/mappings/dynamic"_s, true);
        QVERIFY2(!told(form, place).contains("oneOf"_L1), qPrintable(told(form, place)));
        QVERIFY(told(form, place).isEmpty());
        form.setValue(u"/body/definition/numPartitions"_s, 3);
        QCOMPARE(told(form, place), u"/body/definition/numPartitions enum"_s);
        form.setVariant(place, 1);
        QVERIFY2(
            told(form, place).contains("/body/definition/fields required"_L1), qPrintable(told(form, place)));
        // Where none is chosen, nobody knows which is meant.
        form.setVariant(place, -1);
        form.setValue(place, QJsonObject {{u"numPartitions"_s, 3}});
        QCOMPARE(told(form, place), u"/body/definition oneOf"_s);
    }

    void aMissingObjectIsAskedForByItsFields()
    {
        FormModel form(builtInCatalog().operation(u"createGroupLiveMigration"));
        form.setValue(u"/body/dropDestinationData"_s, false);
        const QString place = u"/body/destination"_s;
        QCOMPARE(told(form, place),
            u"/body/destination/clusterName required, /body/destination/groupId required, "
            "/body/destination/hostnameSchemaType required"_s);
        const int all = form.missingCount();
        form.setValue(u"/body/destination/clusterName"_s, u"shop"_s);
        QCOMPARE(told(form, place),
            u"/body/destination/groupId required, /body/destination/hostnameSchemaType required"_s);
        QCOMPARE(form.missingCount(), all - 1);
        QCOMPARE(form.violationAfter(u"/body/destination/clusterName"_s), u"/body/destination/groupId"_s);
    }

    void whatIsSaidBetterIsLeftOut_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("none of the choices")
            << u"updateGroupClusterSnapshotSchedule"_s << u"/body/snapshotIntervalHours"_s
            << QJsonValue(2147483648.0) << u"/body/snapshotIntervalHours enum"_s;
        const QString pinned = u"/body/namespaces"_s;
        QTest::newRow("twice") << u"pinGroupClusterCollStatPinnedNamespaces"_s << pinned
                               << QJsonValue(QJsonArray {u"a.b"_s, u"a.b"_s})
                               << u"/body/namespaces/1 uniqueItems"_s;
        QTest::newRow("twice and wrong") << u"pinGroupClusterCollStatPinnedNamespaces"_s << pinned
                                         << QJsonValue(QJsonArray {u"a"_s, u"a"_s})
                                         << u"/body/namespaces/0 namespace, /body/namespaces/1 namespace"_s;
    }
    void whatIsSaidBetterIsLeftOut()
    {
        QFETCH(const QString, operation);
        QFETCH(const QString, pointer);
        QFETCH(const QJsonValue, value);
        FormModel form(builtInCatalog().operation(operation));
        form.setValue(pointer, value);
        QTEST(told(form, pointer), "wanted");
    }

private:
    static QString told(const FormModel& form, const QString& around)
    {
        QStringList all;
        const Violations& violations = form.violations();
        for (const Violation& each : violations) {
            if (!each.isUnchecked && isInside(each.pointer, around))
                all.append(each.pointer + u' ' + each.rule);
        }
        all.sort();
        return all.join(u", "_s);
    }
};

TELAMON_TEST(TestFormTold)

} // namespace Telamon

#include "test_formtold.moc"
