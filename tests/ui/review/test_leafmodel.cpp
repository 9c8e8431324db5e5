// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review.h"
#include "tests/support/testprogram.h"
#include "ui/review/confirmationview.h"
#include "ui/review/leafmodel.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestLeafModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void valuesAreSeenAsTheyAre_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("shown");
        QTest::newRow("text") << QJsonValue(u"a b"_s) << u"a b"_s;
        QTest::newRow("no text") << QJsonValue(u""_s) << u"“” (empty)"_s;
        QTest::newRow("blanks") << QJsonValue(u"   "_s) << u"“   ”"_s;
        QTest::newRow("a blank at the end") << QJsonValue(u"shop "_s) << u"“shop ”"_s;
        QTest::newRow("list") << QJsonValue(QJsonArray {u"a"_s, 1}) << u"a, 1"_s;
        QTest::newRow("no list") << QJsonValue(QJsonArray()) << u"(empty)"_s;
        QTest::newRow("nothing") << QJsonValue(QJsonValue::Undefined) << u"—"_s;
    }
    void valuesAreSeenAsTheyAre()
    {
        QFETCH(const QJsonValue, value);
        QFETCH(const QString, shown);
        Review review;
        review.leaves.append({.pointer = u"/body/name"_s, .now = u"x"_s, .proposed = value});
        LeafModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setReview(review);
        QCOMPARE(model.index(0, LeafModel::ProposedColumn).data().toString(), shown);
    }

    void aLongNameIsSeenWhole_data()
    {
        QTest::addColumn<QString>("name");
        const QString path = u"/subscriptions/0123456789abcdef/resourceGroups/lake/providers/endpoints/"_s;
        QTest::newRow("with places to break at") << path + u"reporting-"_s.repeated(12) + u"end"_s;
        QTest::newRow("without any") << u"name_of_a_thing"_s.repeated(10) + u"end"_s;
    }
    void aLongNameIsSeenWhole()
    {
        QFETCH(const QString, name);
        Review review;
        review.confirmText = name;
        ConfirmationView confirmation;
        confirmation.ask(review);
        const auto* prompt = confirmation.findChild<QLabel*>();
        QVERIFY2(QString(prompt->text()).remove(u'\n').endsWith(name), qPrintable(prompt->text()));
        confirmation.resize(confirmation.minimumSizeHint());
        confirmation.show();
        const int most = prompt->fontMetrics().averageCharWidth() * 110;
        QVERIFY(confirmation.width() < most);
    }

    void aNameOfBlanksCanBeTyped()
    {
        Review review;
        review.confirmText = u"   "_s;
        ConfirmationView confirmation;
        confirmation.ask(review);
        const auto labels = confirmation.findChildren<QLabel*>();
        const bool isMarked = std::any_of(labels.cbegin(), labels.cend(),
            [](const QLabel* label) { return label->text().endsWith(u"“   ”"_s); });
        QVERIFY(isMarked);
        QVERIFY(!confirmation.isConfirmed());
        QTest::keyClicks(confirmation.findChild<QLineEdit*>(), review.confirmText);
        QVERIFY(confirmation.isConfirmed());
    }
};

TELAMON_WIDGET_TEST(TestLeafModel)
#include "test_leafmodel.moc"
