// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/csvcell.h"
#include "models/export/markdowncell.h"
#include "tests/support/csvreader.h"
#include "tests/support/testprogram.h"
#include "tests/ui/hostiletexts.h"

#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

// No text of the service becomes a formula in a spreadsheet, or more than text in Markdown.
class TestRecordExportCells : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCsvCellIsInertAndComesBack_data() { addTexts(); }
    void aCsvCellIsInertAndComesBack()
    {
        QFETCH(QString, text);
        const auto records = readCsv("before," + csvCell(text) + ",after\r\n");
        QCOMPARE(records.size(), 1);
        QCOMPARE(records.first().size(), 3);
        QByteArray cell = records.first().at(1);
        QVERIFY2(cell.isEmpty() || !QByteArray("=+-@\t\r").contains(cell.at(0)), cell.constData());
        QVERIFY(!cell.contains('\0'));
        // What a spreadsheet that trims or takes wide forms would begin with.
        const QString trimmed = QString::fromUtf8(cell).trimmed();
        QVERIFY(trimmed.isEmpty() || !u"=+-@\uff1d\uff0b\uff0d\uff20"_s.contains(trimmed.at(0)));
        if (cell.startsWith('\'') && !text.startsWith(u'\''))
            cell.remove(0, 1);
        QCOMPARE(cell, QString(text).replace(QChar(QChar::Null), QChar(0xfffd)).toUtf8());
    }

    void aMarkdownCellIsOnlyText_data() { addTexts(); }
    void aMarkdownCellIsOnlyText()
    {
        QFETCH(QString, text);
        const QString cell = markdownCell(text);
        const bool isOneLine = std::none_of(cell.cbegin(), cell.cend(),
            [](QChar c) { return c.unicode() < 0x20 || c == QChar(0x2028) || c == QChar(0x2029); });
        QVERIFY(isOneLine);
        QVERIFY(!cell.contains(u'<') && !cell.contains(u'|'));
        if (text.size() > 1000)
            return; // the reader below takes too long for those
        QTextDocument document;
        document.setMarkdown(
            u"| a | b | c |\n| --- | --- | --- |\n| x | %1 | z |\n| 1 | 2 | 3 |\n"_s.arg(cell),
            QTextDocument::MarkdownDialectGitHub);
        const auto frames = document.rootFrame()->childFrames();
        QCOMPARE(frames.size(), 1);
        auto* table = qobject_cast<QTextTable*>(frames.first());
        QVERIFY(table);
        QCOMPARE(table->rows(), 3);
        QCOMPARE(table->columns(), 3);
        QCOMPARE(table->cellAt(1, 2).firstCursorPosition().block().text(), u"z"_s);
        QCOMPARE(table->cellAt(2, 0).firstCursorPosition().block().text(), u"1"_s);
        const QTextTableCell shown = table->cellAt(1, 1);
        for (auto frame = shown.begin(); !frame.atEnd(); ++frame) {
            for (auto part = frame.currentBlock().begin(); !part.atEnd(); ++part) {
                const QTextCharFormat format = part.fragment().charFormat();
                QVERIFY2(!format.isAnchor() && !format.isImageFormat(), qPrintable(cell));
                QVERIFY2(!format.fontFixedPitch() && !format.fontItalic() && !format.fontStrikeOut()
                        && !format.fontUnderline() && format.fontWeight() <= QFont::Normal,
                    qPrintable(cell));
            }
        }
    }

    void markdownKeepsWhatWasSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("plain") << u"cluster-1.2 / 10.0.0.1"_s << u"cluster-1.2 / 10.0.0.1"_s;
        QTest::newRow("pipe") << u"a|b\\|c"_s << u"a&#124;b\\\\&#124;c"_s;
        QTest::newRow("new lines") << u"a\r\nb"_s << u"a␍␊b"_s;
        QTest::newRow("tag") << u"<b>&amp;"_s << u"&lt;b&gt;&amp;amp;"_s;
        QTest::newRow("link") << u"[a](b)"_s << u"\\[a\\]\\(b\\)"_s;
        QTest::newRow("address") << u"https://a.b"_s << u"https\\:\u2060//a.b"_s;
        QTest::newRow("host") << u"www.a.b"_s << u"www\u2060.a.b"_s;
        QTest::newRow("mail") << u"a@b.c"_s << u"a\\@\u2060b.c"_s;
        QTest::newRow("time") << u"12:30"_s << u"12\\:30"_s;
    }
    void markdownKeepsWhatWasSaid()
    {
        QFETCH(QString, text);
        QTEST(markdownCell(text), "cell");
    }

private:
    static void addTexts()
    {
        QTest::addColumn<QString>("text");
        QList<QString> texts = hostileTexts(u"/tmp/picture.png"_s);
        texts += {QString(), u"="_s, u"=1+1"_s, u"+1"_s, u"-1"_s, u"@a"_s, u"\t=1"_s, u"\r=1"_s, u"\n=1"_s,
            u" =1"_s, u"\u200b=1"_s, u"\ufeff=1"_s, u"\uff1d1"_s, u"\uff20a"_s, u"\"=1"_s, u"'=1"_s, u"a,b"_s,
            u"a;=b"_s, u"\""_s, u"\"\""_s, u"a\"b\r\nc"_s, u"\r"_s, u"\n"_s, u"\0=1"_s,
            u"https://evil.example/a"_s, u"http://evil.example"_s, u"HTTPS://EVIL.EXAMPLE"_s,
            u"ftp://evil.example"_s, u"see www.evil.example now"_s, u"WWW.EVIL.EXAMPLE"_s,
            u"somebody@evil.example"_s, u"mailto:somebody@evil.example"_s, u"xmpp:a@evil.example/b"_s,
            u"<https://evil.example>"_s, u"<somebody@evil.example>"_s, u"[a](https://evil.example)"_s,
            u"[a]: https://evil.example"_s, u"[a][b]"_s, u"![a](b.png)"_s, u"![a][b]"_s, u"`code`"_s,
            u"``co`de``"_s, u"\\`code`"_s, u"*a* **b** _c_ __d__ ~~e~~"_s, u"\\*a*"_s, u"a|b"_s, u"a\\|b"_s,
            u"a\\\\|b"_s, u"\\"_s, u"|"_s, u"| --- |"_s, u"a\n| b |"_s, u"a<br>b"_s, u"<!-- a"_s,
            u"&lt;b&gt;"_s, u"&#60;b>"_s, u"$a$ $$b$$"_s, u":smile: ^a^"_s, u"# a"_s, u"> a"_s, u"- [ ] a"_s};
        for (qsizetype i = 0; i < texts.size(); ++i)
            QTest::addRow("%d: %s", int(i), qPrintable(texts.at(i).left(30))) << texts.at(i);
    }
};

TELAMON_GUI_TEST(TestRecordExportCells)
#include "test_recordexport_cells.moc"
