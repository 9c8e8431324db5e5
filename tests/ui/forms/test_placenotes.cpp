// SPDX-License-Identifier: GPL-3.0-or-later
// The sentence below a field.
#include "api/catalog/jsonpointer.h"
#include "tests/support/testprogram.h"
#include "tests/ui/forms/formwindow.h"
#include "ui/forms/fieldcontext.h"
#include "ui/forms/placenote.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestPlaceNotes : public QObject {
    Q_OBJECT

    std::unique_ptr<FormWindow> m_window;

    void open(const QString& operation, const QString& pointer, const QJsonValue& value)
    {
        m_window = FormWindow::opened(operation, pointer, value);
        QVERIFY(m_window);
    }

    static bool says(const QWidget& around, const QString& text)
    {
        const QList<QLabel*> labels = around.findChildren<QLabel*>();
        return std::any_of(labels.cbegin(), labels.cend(),
            [&text](const QLabel* each) { return each->isVisible() && each->text() == text; });
    }

private Q_SLOTS:
    void cleanup() { m_window.reset(); }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const QString& operation, const QString& pointer,
                             const QJsonValue& value, const QString& sentence) {
            QTest::newRow(name) << operation << pointer << value << sentence;
        };
        const QString pin = u"pinGroupClusterCollStatPinnedNamespaces"_s;
        const QString lines = u"/body/namespaces"_s;
        const QString rule = u"ust be a database and a collection: database.collection"_s;
        row("the only line", pin, lines, QJsonArray {u"a"_s}, u"M"_s + rule);
        row("one of the lines", pin, lines, QJsonArray {u"a.b"_s, u"c"_s}, u"“c”: m"_s + rule);
        row("some", pin, lines, QJsonArray {u"a"_s, u"b"_s, u"c"_s}, u"“a”, “b”, “c”: m"_s + rule);
        row("many", pin, lines, QJsonArray {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s},
            u"“a”, “b”, “c” and 2 more: m"_s + rule);
        row("the same several times", pin, lines, QJsonArray {u"a"_s, u"b"_s, u"a"_s, u"a"_s},
            u"“a” (3 times), “b”: m"_s + rule);
        row("twice", pin, lines, QJsonArray {u"a.b"_s, u"a.b"_s}, u"“a.b” is there twice"_s);
        row("of a list to choose from", u"addGroupUsers"_s, u"/body/roles"_s,
            QJsonArray {u"GROUP_OWNER"_s, u"NOBODY"_s},
            u"“NOBODY”: must be one of 11 values, such as Project Owner, Project Cluster Manager, "
            "Project Stream Processing Owner"_s);
        row("an empty line", u"createGroupLiveMigration"_s, u"/body/migrationHosts"_s, QJsonArray {u""_s},
            u"Line 1: must not be empty"_s);
        const QString endpoint = u"createGroupPrivateNetworkSettingEndpointId"_s;
        row("of few", endpoint, u"/body/provider"_s, u"NOBODY"_s, u"Must be one of: AWS, Azure"_s);
        row("of one", endpoint, u"/body/type"_s, u"NOBODY"_s, u"Must be Data lake"_s);
        row("of many", u"updateGroupClusterSnapshotSchedule"_s, u"/body/dailySnapshotRetentionDays"_s, 1,
            u"Must be one of: 0, 3, 4, 5, 6, 7, 15, 30, 60, 90, 120, 180, 360"_s);
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(const QString, operation);
        QFETCH(const QString, pointer);
        QFETCH(const QJsonValue, value);
        open(operation, pointer, value);
        QTRY_VERIFY(m_window->row(pointer));
        QTEST(m_window->mistake(pointer), "sentence");
    }

    void whatHelpsStaysBesideWhatIsWrong()
    {
        const QString place = u"/body/schedule/dayOfWeek"_s;
        open(u"updateGroupClusterOnlineArchive"_s, u"/body/schedule"_s,
            QJsonObject {{u"type"_s, u"WEEKLY"_s}, {u"dayOfWeek"_s, 8}});
        QTRY_VERIFY(m_window->row(place));
        PlaceNote* note = m_window->row(place)->note();
        QTRY_COMPARE(note->mistake(), u"Must be at most 7"_s);
        QVERIFY(says(*note, u"Must be at most 7"_s) && says(*note, u"1 is Monday, 7 is Sunday."_s));
        m_window->model.setValue(place, 7);
        QTRY_VERIFY(note->mistake().isEmpty());
        QVERIFY(!says(*note, u"1 is Monday, 7 is Sunday."_s)); // but with the rule
        QVERIFY(says(*note, u"1 is Monday, 7 is Sunday. 1 to 7."_s));
    }

    void anExampleStandsWhereJsonIsMissing()
    {
        const QString place = u"/body/definition/sort"_s;
        m_window = std::make_unique<FormWindow>(u"updateGroupClusterSearchIndex"_s);
        m_window->model.setVariant(u"/body/definition"_s, 0);
        QVERIFY(m_window->show());
        m_window->unfold();
        QTRY_VERIFY(m_window->row(place));
        const auto* text = qobject_cast<QPlainTextEdit*>(m_window->control(place));
        QVERIFY(text);
        QVERIFY2(text->placeholderText().endsWith("for example {\"date\":-1}"_L1),
            qPrintable(text->placeholderText()));
    }

    void whatEveryKindNeedsIsAskedForBeforeOneIsChosen()
    {
        open(
            u"createGroupClusterSearchIndex"_s, u"/body/definition"_s, QJsonObject {{u"numPartitions"_s, 3}});
        const QString place = u"/body/definition"_s;
        QTRY_VERIFY(m_window->row(place));
        QVERIFY(isAskedFor(m_window->model, place));
        const QString help = fieldDescription(m_window->model, place);
        QVERIFY2(help.contains("depends"_L1), qPrintable(help));
        QCOMPARE(m_window->row(place)->note()->text(), help);
        m_window->model.setVariant(u"/body"_s, 0); // now it is known what is wrong with it
        QTRY_VERIFY(m_window->mistake(u"/body/definition/numPartitions"_s).contains("1, 2, 4"_L1));
    }

    // A heading over a field that is called like it.
    void noTitleIsSaidTwice()
    {
        m_window = std::make_unique<FormWindow>(u"createGroupLiveMigration"_s);
        QVERIFY(m_window->show());
        QVERIFY(says(*m_window->view, u"Migration"_s));
        QVERIFY(!says(*m_window->view, u"Source"_s));
        QVERIFY(!says(*m_window->view, u"Destination"_s));
    }

    void theWrongLineAloneIsSelected()
    {
        const QString place = u"/body/namespaces"_s;
        open(u"pinGroupClusterCollStatPinnedNamespaces"_s, place, QJsonArray {u"a"_s, u"b.c"_s, u"d"_s});
        auto* list = m_window->row(place)->findChild<QListView*>();
        QVERIFY(list);
        // With the key down with which one goes on.
        QTest::keyPress(list, Qt::Key_Control, Qt::ControlModifier);
        for (const int row : {0, 2}) {
            m_window->view->focusField(childPointer(place, row));
            const QModelIndexList selected = list->selectionModel()->selectedIndexes();
            QCOMPARE(selected.size(), 1);
            QCOMPARE(selected.first().row(), row);
        }
        QTest::keyRelease(list, Qt::Key_Control);
    }

    void anEmptyLineIsSeen()
    {
        const QString place = u"/body/namespaces"_s;
        open(u"pinGroupClusterCollStatPinnedNamespaces"_s, place, QJsonArray {u""_s, u"b.c"_s});
        const QAbstractItemModel* lines = m_window->row(place)->findChild<QListView*>()->model();
        QCOMPARE(lines->index(0, 0).data().toString(), u"(empty)"_s);
        QCOMPARE(lines->index(0, 0).data(Qt::EditRole).toString(), QString());
        QCOMPARE(lines->index(1, 0).data().toString(), u"b.c"_s);
    }

    void aWrongLineIsToldOfWhenItIsAdded_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<bool>("isPasted");
        QTest::newRow("typed") << QStringList {u"nodot"_s} << false;
        QTest::newRow("pasted") << QStringList {u"nodot"_s, u"a.b"_s, u"a.c"_s, u"a.d"_s, u"a.e"_s, u"a.f"_s,
            u"a.g"_s, u"a.h"_s} << true;
    }
    void aWrongLineIsToldOfWhenItIsAdded()
    {
        QFETCH(const QStringList, lines);
        QFETCH(const bool, isPasted);
        const QString place = u"/body/namespaces"_s;
        m_window = std::make_unique<FormWindow>(u"pinGroupClusterCollStatPinnedNamespaces"_s);
        QVERIFY(m_window->show());
        auto* line = m_window->row(place)->findChild<QLineEdit*>();
        auto* list = m_window->row(place)->findChild<QListView*>();
        QVERIFY(line && list);
        line->setFocus();
        if (isPasted) {
            QGuiApplication::clipboard()->setText(lines.join(u'\n'));
            QTest::keySequence(m_window->control(place), QKeySequence::Paste);
        } else {
            QTest::keyClicks(line, lines.first());
            QCOMPARE(m_window->mistake(place), QString()); // it is being typed
            QTest::keyClick(line, Qt::Key_Return);
        }
        QTRY_VERIFY(m_window->mistake(place).contains("database.collection"_L1));
        QCOMPARE(m_window->model.value(place), QJsonValue(QJsonArray::fromStringList(lines)));
        QVERIFY(line->hasFocus());
        const QModelIndex last = list->model()->index(int(lines.size()) - 1, 0);
        QTRY_VERIFY(list->viewport()->rect().intersects(list->visualRect(last)));
    }

    void theWrongChoiceIsSeen()
    {
        const QString place = u"/body/roles"_s;
        open(u"addGroupUsers"_s, place, QJsonArray {u"NOBODY"_s});
        auto* list = m_window->row(place)->findChild<QListWidget*>();
        QVERIFY(list);
        m_window->view->focusField(u"/body/roles/0"_s);
        QVERIFY(list->currentItem());
        QCOMPARE(list->currentItem()->text(), u"NOBODY"_s);
        QVERIFY(list->viewport()->rect().intersects(list->visualItemRect(list->currentItem())));
    }

    // In the column of the fields, not in that of their names, and before what the kind has.
    void whatIsSaidOfAKindStandsBelowIt()
    {
        open(u"createGroupClusterSearchIndex"_s, u"/body/name"_s, u""_s);
        const QList<PlaceNote*> notes = m_window->view->findChildren<PlaceNote*>();
        const auto note = std::find_if(notes.cbegin(), notes.cend(), [](const PlaceNote* each) {
            return each->pointer() == "/body"_L1 && each->mistake().contains("one of"_L1);
        });
        QVERIFY(note != notes.cend());
        const QList<QComboBox*> boxes = m_window->view->findChildren<QComboBox*>();
        const auto kind = std::find_if(boxes.cbegin(), boxes.cend(),
            [](const QComboBox* each) { return each->accessibleName().startsWith("Type of"_L1); });
        QVERIFY(kind != boxes.cend());
        QTRY_VERIFY((*note)->isVisible());
        const auto place = [view = m_window->view.get()](const QWidget& of, const QRect& inside) {
            return QRect(of.mapTo(view, inside.topLeft()), inside.size());
        };
        const QWidget* field = m_window->control(u"/body/name"_s);
        QVERIFY(field);
        const auto said = [&] { return place(**note, (*note)->contentsRect()); };
        const auto box = [&] { return place(**kind, (*kind)->rect()); };
        const auto first = [&] { return place(*field, field->rect()); };
        QTRY_COMPARE(said().left(), box().left());
        QTRY_VERIFY(said().top() > box().bottom() && said().bottom() < first().top());
        // But for what the spacing beside a name may differ by.
        QTRY_VERIFY(std::abs(box().left() - first().left()) < 2 * field->fontMetrics().averageCharWidth());
    }
};

TELAMON_WIDGET_TEST(TestPlaceNotes)
#include "test_placenotes.moc"
