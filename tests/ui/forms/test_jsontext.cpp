// SPDX-License-Identifier: GPL-3.0-or-later
// Writing JSON by hand: brackets, new lines, and where a mistake is.
#include "tests/support/testprogram.h"
#include "ui/forms/jsonbrackets.h"
#include "ui/forms/jsontextedit.h"
#include "ui/widgets/theme.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestJsonText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bracketsFindEachOther_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<int>("place");
        QTest::addColumn<int>("other"); // -1: none
        QTest::newRow("object") << u"{}"_s << 0 << 1;
        QTest::newRow("back") << u"{}"_s << 1 << 0;
        QTest::newRow("nested") << u"{\"a\": [1, {}]}"_s << 6 << 12;
        QTest::newRow("inner") << u"{\"a\": [1, {}]}"_s << 10 << 11;
        QTest::newRow("in a text") << u"{\"a}\": 1}"_s << 0 << 8;
        QTest::newRow("of a text") << u"{\"a}\": 1}"_s << 3 << -1;
        QTest::newRow("escaped quote") << u"{\"\\\"}\": 1}"_s << 0 << 9;
        QTest::newRow("of another kind") << u"{]"_s << 0 << -1;
        QTest::newRow("open") << u"[[]"_s << 0 << -1;
        QTest::newRow("no bracket") << u"[1]"_s << 1 << -1;
        QTest::newRow("behind the end") << u"[1]"_s << 3 << -1;
    }
    void bracketsFindEachOther()
    {
        QFETCH(const QString, json);
        QFETCH(const int, place);
        QTEST(int(matchingBracket(json, place).value_or(-1)), "other");
    }

    void aNewLineIsIndented_data()
    {
        QTest::addColumn<QString>("before"); // | is the cursor
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QString>("after");
        QTest::newRow("nothing") << u"|"_s << u"\n"_s << u"\n|"_s;
        QTest::newRow("opened") << u"{|"_s << u"\n"_s << u"{\n  |"_s;
        QTest::newRow("between") << u"{|}"_s << u"\n"_s << u"{\n  |\n}"_s;
        QTest::newRow("deeper") << u"{\n  \"a\": [|]\n}"_s << u"\n"_s << u"{\n  \"a\": [\n    |\n  ]\n}"_s;
        QTest::newRow("goes on") << u"{\n  \"a\": 1,|\n}"_s << u"\n"_s << u"{\n  \"a\": 1,\n  |\n}"_s;
        QTest::newRow("closed") << u"{\n  |"_s << u"}"_s << u"{\n}|"_s;
        QTest::newRow("closed in a line") << u"[1|"_s << u"]"_s << u"[1]|"_s;
        QTest::newRow("closed at the margin") << u"|"_s << u"}"_s << u"}|"_s;
    }
    void aNewLineIsIndented()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, keys);
        JsonTextEdit edit;
        edit.show();
        edit.setPlainText(QString(before).remove(u'|'));
        QTextCursor cursor = edit.textCursor();
        cursor.setPosition(int(before.indexOf(u'|')));
        edit.setTextCursor(cursor);
        for (const QChar key : keys) {
            if (key == u'\n')
                QTest::keyClick(&edit, Qt::Key_Return);
            else
                QTest::keyClicks(&edit, key);
        }
        QTEST(edit.toPlainText().insert(edit.textCursor().position(), u'|'), "after");
        edit.undo(); // one step
        if (before != "|"_L1)
            QVERIFY(edit.toPlainText().size() <= QString(before).size());
    }

    void theOtherBracketIsShown()
    {
        JsonTextEdit edit;
        edit.setPlainText(u"{\"a\": []}"_s);
        QTextCursor cursor = edit.textCursor();
        cursor.setPosition(0);
        edit.setTextCursor(cursor);
        QCOMPARE(edit.extraSelections().size(), 2);
        QCOMPARE(edit.extraSelections().at(1).cursor.selectedText(), u"}"_s);
        edit.mark({{1, 3}}); // a mistake stays marked beside it
        QCOMPARE(edit.extraSelections().size(), 3);
        cursor.setPosition(3);
        edit.setTextCursor(cursor);
        QCOMPARE(edit.extraSelections().size(), 1);
    }

    void marksFollowTheTheme()
    {
        JsonTextEdit edit;
        edit.setPlainText(u"1\n2"_s);
        QPalette dark;
        dark.setColor(QPalette::Window, Qt::black);
        dark.setColor(QPalette::WindowText, Qt::white);
        QPalette light;
        light.setColor(QPalette::Window, Qt::white);
        light.setColor(QPalette::WindowText, Qt::black);
        edit.setPalette(light);
        edit.mark({{1, 1}}, {{2, 1}});
        for (const QPalette& palette : {dark, light}) {
            edit.setPalette(palette);
            const QList<QTextEdit::ExtraSelection> marks = edit.extraSelections();
            QCOMPARE(marks.size(), 2);
            QCOMPARE(
                marks.at(0).format.underlineColor(), attentionColour(Attention::Critical, edit.palette()));
            QCOMPARE(
                marks.at(1).format.underlineColor(), attentionColour(Attention::Warning, edit.palette()));
        }
    }

    void aMistakeHasItsPlace_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<int>("line");
        QTest::newRow("first line") << u"{x}"_s << 1;
        QTest::newRow("third line") << u"{\n  \"a\": 1,\n  b: 2\n}"_s << 3;
    }
    void aMistakeHasItsPlace()
    {
        QFETCH(const QString, json);
        const auto read = jsonValueOf(json);
        QVERIFY(!read.hasValue());
        QTEST(read.error().line, "line");
        QVERIFY(mistakeText(read.error()).startsWith("Line "_L1));
    }

    void whatIsWrongIsSaidInWords_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("told"); // a part of it
        const QString value = u", expected is true, false, null, a number, a text in quotes"_s;
        QTest::newRow("a word") << u"maybe"_s << 1 << 1 << u"there is maybe"_s + value;
        QTest::newRow("a word in a list") << u"[1,\n reviews]"_s << 2 << 2 << u"there is reviews"_s + value;
        QTest::newRow("other case") << u"True"_s << 1 << 1 << u"there is True"_s + value;
        QTest::newRow("no value") << u"{\"path\":}"_s << 1 << 9 << u"there is }"_s + value;
        QTest::newRow("nothing more") << u"{\"a\":"_s << 1 << 6 << u"there is nothing more"_s + value;
        QTest::newRow("a comma too much")
            << u"{\"a\": 1,}"_s << 1 << 9 << u"there is }, expected is what comes after the ,"_s;
        QTest::newRow("no comma") << u"{\"a\": 1 \"b\": 2}"_s << 1 << 9
                                  << u"there is a text in quotes, expected is , or }"_s;
        QTest::newRow("no colon") << u"{\"a\" 1}"_s << 1 << 6 << u"there is 1, expected is : after"_s;
        QTest::newRow("no quotes") << u"{a: 1}"_s << 1 << 2 << u"there is a, expected is a name in quotes"_s;
        QTest::newRow("not closed") << u"[1"_s << 1 << 3 << u"nothing more, expected is , or ]"_s;
        QTest::newRow("no end of a text") << u"[\n\"a]"_s << 2 << 1 << u"no closing quote"_s;
        QTest::newRow("escape") << u"\"C:\\q\""_s << 1 << 4 << u"is written"_s;
        QTest::newRow("two values") << u"1, 2"_s << 1 << 2 << u"there is , after the end"_s;
        QTest::newRow("leading zero") << u"012"_s << 1 << 1 << u"there is 012"_s + value;
        QTest::newRow("too large") << u"1e999"_s << 1 << 1 << u"too large"_s;
    }
    void whatIsWrongIsSaidInWords()
    {
        QFETCH(const QString, json);
        QFETCH(const QString, told);
        const auto read = jsonValueOf(json);
        QVERIFY(!read.hasValue());
        QVERIFY2(read.error().sentence.contains(told), qPrintable(read.error().sentence));
        QTEST(read.error().line, "line");
        QTEST(read.error().column, "column");
    }

    void itIsFixedPitchAndTallEnough()
    {
        JsonTextEdit edit;
        QVERIFY(QFontInfo(edit.font()).fixedPitch());
        edit.setLineCount(8);
        QVERIFY(edit.sizeHint().height() >= 8 * edit.fontMetrics().lineSpacing());
    }
};

TELAMON_WIDGET_TEST(TestJsonText)
#include "test_jsontext.moc"
