// SPDX-License-Identifier: GPL-3.0-or-later
// Alt and a letter reach the fields of a form.
#include "tests/support/testprogram.h"
#include "tests/ui/forms/editordocument.h"
#include "tests/ui/forms/formwindow.h"
#include "ui/forms/mnemonics.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestMnemonics : public QObject {
    Q_OBJECT

    static QStringList letters(const QStringList& captions, const QList<int>& places)
    {
        QStringList found;
        for (qsizetype i = 0; i < captions.size(); ++i)
            found.append(places.at(i) < 0 ? u"-"_s : QString(captions.at(i).at(places.at(i))));
        return found;
    }

private Q_SLOTS:
    void everyCaptionGetsAFreeLetter_data()
    {
        QTest::addColumn<QStringList>("captions");
        QTest::addColumn<QString>("taken");
        QTest::addColumn<QStringList>("letters");
        QTest::newRow("first") << QStringList {u"Name"_s, u"Size"_s} << QString()
                               << QStringList {u"N"_s, u"S"_s};
        QTest::newRow("next word") << QStringList {u"Start hour"_s, u"Start minute"_s} << QString()
                                   << QStringList {u"S"_s, u"m"_s};
        QTest::newRow("inside") << QStringList {u"Hour"_s, u"Hour"_s} << QString()
                                << QStringList {u"H"_s, u"o"_s};
        QTest::newRow("taken") << QStringList {u"Role"_s} << u"r"_s << QStringList {u"o"_s};
        QTest::newRow("none left") << QStringList {u"a"_s, u"A"_s} << QString()
                                   << QStringList {u"a"_s, u"-"_s};
        QTest::newRow("no letter") << QStringList {u"&"_s, u"漢字"_s} << QString()
                                   << QStringList {u"-"_s, u"-"_s};
        QTest::newRow("ampersand") << QStringList {u"R&D"_s} << u"r"_s << QStringList {u"D"_s};
    }
    void everyCaptionGetsAFreeLetter()
    {
        QFETCH(const QStringList, captions);
        QFETCH(const QString, taken);
        QTEST(letters(captions, mnemonicPlaces(captions, QSet<QChar>(taken.cbegin(), taken.cend()))),
            "letters");
    }

    void theLetterIsReadFromTheText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QChar>("letter");
        QTest::newRow("first") << u"&Send"_s << QChar(u's');
        QTest::newRow("inside") << u"3 &missing"_s << QChar(u'm');
        QTest::newRow("none") << u"Send"_s << QChar();
        QTest::newRow("escaped") << u"R&&D"_s << QChar();
        QTest::newRow("after an escaped one") << u"R&&D &Plan"_s << QChar(u'p');
        QTest::newRow("at the end") << u"R&"_s << QChar();
    }
    void theLetterIsReadFromTheText()
    {
        QFETCH(const QString, text);
        QTEST(mnemonicOf(text), "letter");
    }

    void altAndALetterReachTheField()
    {
        FormWindow form(editorOperation());
        QVERIFY(form.show());
        FieldRow* row = form.row(u"/body/name"_s);
        QVERIFY(row);
        QTRY_VERIFY(!row->mnemonic().isNull());
        form.view->setFocus();
        QTest::keyClick(form.view.get(), Qt::Key(row->mnemonic().toUpper().unicode()), Qt::AltModifier);
        QTRY_COMPARE(QApplication::focusWidget(), form.control(u"/body/name"_s));
    }

    void noLetterIsThereTwice()
    {
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        FormModel model(builtInCatalog().operation(u"updateGroupClusterSnapshotSchedule"));
        auto* view = new FormView(model, {}, &window);
        layout->addWidget(view);
        layout->addWidget(new QPushButton(u"&Back"_s, &window));
        layout->addWidget(new QPushButton(u"&Review…"_s, &window));
        window.resize(900, 900);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QList<FieldRow*> rows = view->findChildren<FieldRow*>();
        QVERIFY(rows.size() > 8);
        QTRY_VERIFY(!rows.first()->mnemonic().isNull());
        QSet<QChar> letters {u'b', u'r', u'f', u'j'}; // the buttons' and the tabs'
        for (const FieldRow* row : rows) {
            if (row->isVisible()) {
                QVERIFY2(!row->mnemonic().isNull(), qPrintable(row->caption()));
                QVERIFY2(!letters.contains(row->mnemonic()), qPrintable(row->caption()));
                letters.insert(row->mnemonic());
            }
        }
    }

    void anAmpersandInATitleIsShown()
    {
        auto catalog = Catalog::fromJson(
            "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"operationId\":\"a\",\"parameters\":["
            "{\"name\":\"b\",\"in\":\"query\",\"schema\":{\"type\":\"string\",\"title\":\"R&D & more\"}}],"
            "\"responses\":{\"200\":{}}}}}}");
        QVERIFY(catalog.hasValue());
        FormWindow form(catalog.value().operation(u"a"));
        QVERIFY(form.show());
        FieldRow* row = form.row(u"/parameters/b"_s);
        QTRY_VERIFY(!row->mnemonic().isNull());
        const auto* label = row->findChild<QLabel*>();
        QCOMPARE(label->text(), u"&R&&D && more"_s);
    }
};

TELAMON_WIDGET_TEST(TestMnemonics)
#include "test_mnemonics.moc"
