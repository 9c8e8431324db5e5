// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordmodel.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "tests/ui/hostiletexts.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/jsonpart.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/recordview.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

// A search index's definitions: the latest, and what each host has of it.
class TestDefinitions : public ConsoleTest {
    Q_OBJECT
private Q_SLOTS:
    void theDifferenceIsSignedAndColoured()
    {
        QVERIFY(openWith({index(host(u"h1"_s, definition(1, u"a"_s)), definition(2, u"a"_s))}));
        QCOMPARE(labels(), QStringList({u"Latest"_s, u"h1, main"_s}));
        QVERIFY(text().toPlainText().startsWith(u'{'));
        QVERIFY(sentence().isEmpty());
        QVERIFY(text().extraSelections().isEmpty());
        choice().setCurrentIndex(1);
        const QStringList lines = text().toPlainText().split(u'\n');
        QVERIFY2(lines.contains("+   \"numPartitions\": 1"_L1), qPrintable(text().toPlainText()));
        QVERIFY2(lines.contains("-   \"numPartitions\": 2"_L1), qPrintable(text().toPlainText()));
        QVERIFY2(lines.contains("    \"analyzer\": \"a\","_L1), qPrintable(text().toPlainText()));
        QCOMPARE(text().extraSelections().size(), 2);
        const auto coloured = text().extraSelections();
        QCOMPARE(coloured.first().cursor.selectedText().first(1), u"-"_s);
        QVERIFY(coloured.first().format.background() != coloured.last().format.background());
        QVERIFY2(sentence().contains("only here (+): 1"_L1), qPrintable(sentence()));
    }

    void theOrderOfFieldsIsNoDifference()
    {
        const QByteArray record =
            QByteArray("{'indexID':'6641d3c2f1b2a94c7e5d8f01','name':'i','latestDefinition':"
                       "{'b':{'y':1,'x':2},'a':1.0},'statusDetail':[{'hostname':'h1',"
                       "'mainIndex':{'definition':{'a':1,'b':{'x':2,'y':1}}}}]}")
                .replace('\'', '"');
        QVERIFY(openWith({record}));
        choice().setCurrentIndex(1);
        QCOMPARE(sentence(), u"Same as the latest."_s);
        QVERIFY(text().extraSelections().isEmpty());
    }

    void theChoiceStaysFromIndexToIndex()
    {
        QVERIFY(openWith({index(host(u"h1"_s, definition(1, u"a"_s)), definition(2, u"a"_s), 1),
            index(QJsonArray(), definition(2, u"b"_s), 2),
            index(host(u"h1"_s, definition(1, u"c"_s)), definition(1, u"c"_s), 3)}));
        RecordPage& page = m_console->page();
        choice().setCurrentIndex(1);
        page.view().selectRow(1);
        QVERIFY(!choice().isVisibleTo(part())); // nothing runs on any host
        QCOMPARE(sentence(), QString());
        QVERIFY2(text().toPlainText().contains("\"b\""_L1), qPrintable(text().toPlainText()));
        page.view().selectRow(2);
        QCOMPARE(choice().currentText(), u"h1, main"_s);
        QCOMPARE(sentence(), u"Same as the latest."_s);
    }

    void aHostileHostIsReadAsLetters()
    {
        const QString name = u"<b>h</b>\u202E&\n%1"_s;
        const QString value = u"<img src='x'>\u202E\u2029"_s;
        QVERIFY(openWith({index(host(name, definition(1, value)), definition(2, u"a"_s))}));
        QCOMPARE(labels().last(), u"<b>h</b>⟨U+202E⟩&␊%1, main"_s);
        choice().setCurrentIndex(1);
        QVERIFY(text().toPlainText().contains("<img src='x'>\\u202e\\u2029"_L1));
        QCOMPARE(deceptionsIn(m_console->page().detail()).join(u'\n'), QString());
    }

    void theSandboxHasBoth()
    {
        bool differs = false;
        const QList<Place> clusters = m_console->places(Place::Kind::Cluster);
        for (const Place& cluster : clusters) {
            if (differs)
                break;
            QVERIFY(m_console->open(cluster, "searchIndexes"));
            RecordPage& page = m_console->page();
            for (int row = 0; row < page.model().rowCount() && !differs; ++row) {
                page.view().selectRow(row);
                if (choice().count() < 2)
                    continue;
                choice().setCurrentIndex(1);
                differs = !text().extraSelections().isEmpty();
                QCOMPARE(sentence() == "Same as the latest."_L1, !differs);
            }
        }
        QVERIFY(differs);
    }

private:
    static QJsonObject definition(int partitions, const QString& analyzer)
    {
        return {{u"analyzer"_s, analyzer}, {u"numPartitions"_s, partitions}};
    }

    static QJsonArray host(const QString& name, const QJsonObject& main)
    {
        return {QJsonObject {{u"hostname"_s, name}, {u"mainIndex"_s, QJsonObject {{u"definition"_s, main}}}}};
    }

    static QByteArray index(const QJsonArray& hosts, const QJsonObject& latest, int number = 1)
    {
        return QJsonDocument(QJsonObject {{u"indexID"_s, u"6641d3c2f1b2a94c7e5d8f0%1"_s.arg(number)},
                                 {u"name"_s, u"index%1"_s.arg(number)}, {u"latestDefinition"_s, latest},
                                 {u"statusDetail"_s, hosts}})
            .toJson(QJsonDocument::Compact);
    }

    // The page with just these, the first of them shown.
    bool openWith(const QByteArrayList& indexes)
    {
        m_console->serve(u"/search/indexes"_s, '[' + indexes.join(',') + ']');
        if (!m_console->open(m_console->place(Place::Kind::Cluster), "searchIndexes")
            || m_console->page().model().rowCount() != indexes.size())
            return false;
        m_console->page().view().selectRow(0);
        return part() != nullptr;
    }

    JsonPart* part() { return m_console->page().detail().findChild<JsonPart*>(); }
    QComboBox& choice() { return *part()->findChild<QComboBox*>(); }
    JsonView& text() { return *part()->findChild<JsonView*>(); }
    QString sentence() { return part()->findChild<QLabel*>()->text(); }
    QStringList labels()
    {
        QStringList texts;
        for (int i = 0; i < choice().count(); ++i)
            texts.append(choice().itemText(i));
        return texts;
    }
};

TELAMON_WIDGET_TEST(TestDefinitions)
#include "test_definitions.moc"
