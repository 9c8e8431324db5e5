// SPDX-License-Identifier: GPL-3.0-or-later
// Each schema has its editor, and what a person does in it becomes the value that was meant.
#include "tests/support/testprogram.h"
#include "tests/ui/forms/editortest.h"
#include "ui/forms/editortable.h"
#include "ui/forms/numberbox.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGroupBox>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestEditors : public EditorTest {
    Q_OBJECT

private Q_SLOTS:
    void everySchemaHasItsEditor_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const QString& pointer, EditorKind kind) {
            QTest::newRow(name) << pointer << int(kind);
        };
        row("from the place", u"/parameters/groupId"_s, EditorKind::Fixed);
        row("boolean", u"/body/flag"_s, EditorKind::Boolean);
        row("enum", u"/body/mode"_s, EditorKind::Choice);
        row("integer enum", u"/body/hours"_s, EditorKind::Choice);
        row("array of enum", u"/body/roles"_s, EditorKind::CheckList);
        row("integer with limits", u"/body/days"_s, EditorKind::Number);
        row("number", u"/body/ratio"_s, EditorKind::Number);
        row("string", u"/body/name"_s, EditorKind::Text);
        row("date-time", u"/body/until"_s, EditorKind::Time);
        row("epoch milliseconds", u"/body/since"_s, EditorKind::EpochTime);
        row("array of strings", u"/body/tags"_s, EditorKind::Lines);
        row("array of objects", u"/body/people"_s, EditorKind::Rows);
        row("object", u"/body/limits"_s, EditorKind::Group);
        row("union", u"/body/schedule"_s, EditorKind::Group);
        row("union with values of their own", u"/body/kept"_s, EditorKind::Variant);
        row("map by name", u"/body/labels"_s, EditorKind::Map);
        row("free-form object", u"/body/free"_s, EditorKind::Json);
        row("secret", u"/body/password"_s, EditorKind::Secret);
        row("picked", u"/body/cluster"_s, EditorKind::Picked);
        row("described by nothing", u"/body/unheard"_s, EditorKind::Json);
    }
    void everySchemaHasItsEditor()
    {
        QFETCH(QString, pointer);
        QFETCH(int, kind);
        QCOMPARE(int(editorKindAt(m_window->model, pointer)), kind);
    }

    void aBooleanHasThreeStates()
    {
        auto* box = control<QCheckBox>(u"flag"_s);
        QVERIFY(box);
        QCOMPARE(box->checkState(), Qt::PartiallyChecked);
        QCOMPARE(box->text(), u"not set"_s);
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(value(u"flag"_s), QJsonValue(true));
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(value(u"flag"_s), QJsonValue(false));
        QCOMPARE(box->text(), u"no"_s);
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(value(u"flag"_s).isUndefined());
    }

    void anEnumerationIsChosenAndLeftOut()
    {
        auto* box = control<QComboBox>(u"hours"_s);
        QVERIFY(box && !box->isEditable());
        QTest::keyClicks(box, u"12"_s);
        QCOMPARE(value(u"hours"_s), QJsonValue(12)); // a number, not its text
        QTest::keyClick(box, Qt::Key_Home);
        QVERIFY(value(u"hours"_s).isUndefined());
        QVERIFY(control<QComboBox>(u"region"_s)->isEditable()); // more than twelve: searchable
        const auto* mode = control<QComboBox>(u"mode"_s);
        QCOMPARE(mode->itemText(mode->count() - 1), u"Hard"_s); // in words
    }

    void aValueThatNobodyKnowsYetStays()
    {
        m_window->model.setValue(u"/body/mode"_s, u"NEWER"_s);
        auto* mode = control<QComboBox>(u"mode"_s);
        QCOMPARE(mode->currentText(), u"NEWER"_s);
        const int last = mode->count() - 1;
        QVERIFY(!mode->model()->index(last, 0).flags().testFlag(Qt::ItemIsEnabled)); // is not offered
        QTest::keyClick(mode, Qt::Key_End);
        QCOMPARE(value(u"mode"_s), QJsonValue(u"HARD"_s));
        QCOMPARE(mode->findText(u"NEWER"_s), -1); // and gone with its value
        m_window->model.setValue(u"/body/roles"_s, QJsonArray {u"NEWER"_s, u"READER"_s});
        auto* list = inside<QListWidget>(u"roles"_s);
        QCOMPARE(list->count(), 4);
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(value(u"roles"_s), QJsonValue(QJsonArray {u"NEWER"_s, u"READER"_s, u"OWNER"_s}));
    }

    void whatIsTypedIsSearched()
    {
        // While the list of matches is open, it has the keys.
        const auto tabOn = [] {
            QWidget* list = QApplication::activePopupWidget();
            QTest::keyClick(list ? list : QApplication::focusWidget(), Qt::Key_Tab);
        };
        auto* box = control<QComboBox>(u"region"_s);
        box->setFocus();
        QTest::keyClicks(box, u"r13"_s);
        tabOn();
        QCOMPARE(value(u"region"_s), QJsonValue(u"R13"_s));
        box->setFocus();
        box->lineEdit()->selectAll();
        QTest::keyClicks(box, u"nowhere"_s);
        tabOn();
        QVERIFY(value(u"region"_s).isUndefined());
        QTRY_VERIFY(!m_window->mistake(u"/body/region"_s).isEmpty());
    }

    void aListsButtonsStandInOneColumn()
    {
        FieldRow* row = m_window->row(u"/body/tags"_s);
        QVERIFY(row);
        const QList<QPushButton*> buttons = row->findChildren<QPushButton*>();
        QCOMPARE(buttons.size(), 3);
        for (const QPushButton* each : buttons)
            QTRY_COMPARE(each->mapTo(row, QPoint()).x(), buttons.first()->mapTo(row, QPoint()).x());
        const auto* line = control<QLineEdit>(u"tags"_s);
        const auto* list = inside<QListView>(u"tags"_s);
        QTRY_COMPARE(line->width(), list->width());
    }

    void wholeNumbersAreExact()
    {
        auto* box = control<NumberBox>(u"big"_s);
        QVERIFY(box);
        QTest::keyClicks(box, u"9007199254740993"_s); // not a double
        QCOMPARE(value(u"big"_s).toInteger(), Q_INT64_C(9007199254740993));
        QTest::keyClick(box, Qt::Key_Up);
        QCOMPARE(value(u"big"_s).toInteger(), Q_INT64_C(9007199254740994));
        box->selectAll();
        QTest::keyClick(box, Qt::Key_Delete);
        QVERIFY(value(u"big"_s).isUndefined());
        auto* days = control<NumberBox>(u"days"_s);
        QTest::keyClick(days, Qt::Key_Up);
        QCOMPARE(value(u"days"_s).toInteger(), 7); // where the range begins
        QTest::keyClick(days, Qt::Key_Down);
        QCOMPARE(value(u"days"_s).toInteger(), 7); // and does not go below
    }

    void whatIsNoNumberIsNotSent()
    {
        auto* box = control<NumberBox>(u"days"_s);
        box->setFocus();
        const int before = m_window->view->missingCount();
        QTest::keyClicks(box, u"12x"_s);
        QCOMPARE(box->text(), u"12x"_s);
        QVERIFY(value(u"days"_s).isUndefined());
        QCOMPARE(m_window->view->missingCount(), before + 1);
        QVERIFY(m_window->mistake(u"/body/days"_s).isEmpty()); // not while it is typed
        control<QLineEdit>(u"name"_s)->setFocus();
        QVERIFY(!m_window->mistake(u"/body/days"_s).isEmpty());
    }

    void aRuleIsSaidBeforeAndAViolationAfterLeaving()
    {
        auto* line = control<QLineEdit>(u"name"_s);
        PlaceNote* note = m_window->row(u"/body/name"_s)->note();
        QVERIFY2(note->text().contains(u'3') && note->text().contains("10"_L1), qPrintable(note->text()));
        line->setFocus();
        QTest::keyClicks(line, u"a"_s);
        QVERIFY(m_window->mistake(u"/body/name"_s).isEmpty());
        QTest::keyClick(line, Qt::Key_Tab);
        QVERIFY(!m_window->mistake(u"/body/name"_s).isEmpty());
        line->setFocus();
        QTest::keyClicks(line, u"bcd"_s);
        QTRY_VERIFY(m_window->mistake(u"/body/name"_s).isEmpty()); // mended while typing
    }

    void unsetNullAndEmptyAreDifferent()
    {
        auto* line = control<QLineEdit>(u"note"_s);
        QVERIFY(value(u"note"_s).isUndefined());
        QCOMPARE(line->placeholderText(), u"not set"_s);
        chooseInMenu(u"note"_s, u"Null"_s);
        QVERIFY(value(u"note"_s).isNull());
        QCOMPARE(line->placeholderText(), u"null"_s);
        chooseInMenu(u"note"_s, u"Empty text"_s);
        QCOMPARE(value(u"note"_s), QJsonValue(u""_s));
        QCOMPARE(line->placeholderText(), u"empty"_s);
        chooseInMenu(u"note"_s, u"Not set"_s);
        QVERIFY(value(u"note"_s).isUndefined());
        QTest::keyClicks(line, u"x"_s);
        QTest::keyClick(line, Qt::Key_Backspace);
        QVERIFY(value(u"note"_s).isUndefined());
    }

    void manyLinesArePastedAtOnce()
    {
        auto* line = control<QLineEdit>(u"tags"_s);
        QVERIFY(line);
        line->setFocus();
        QTest::keyClicks(line, u"one"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QGuiApplication::clipboard()->setText(u"two\r\n three \n\nfour\n"_s);
        QTest::keySequence(line, QKeySequence::Paste);
        QCOMPARE(value(u"tags"_s), QJsonValue(QJsonArray {u"one"_s, u"two"_s, u"three"_s, u"four"_s}));
        auto* list = inside<QListView>(u"tags"_s);
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(value(u"tags"_s), QJsonValue(QJsonArray {u"one"_s, u"three"_s, u"four"_s}));
    }
};

TELAMON_WIDGET_TEST(TestEditors)
#include "test_editors.moc"
