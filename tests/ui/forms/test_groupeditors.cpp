// SPDX-License-Identifier: GPL-3.0-or-later
// What holds other fields, what is written as text, and what has to be kept from eyes: variants, rows,
// members, JSON, secrets, hostile texts.
#include "tests/support/testprogram.h"
#include "tests/ui/controlwalk.h"
#include "tests/ui/forms/editortest.h"
#include "tests/ui/hostiletexts.h"
#include "ui/forms/numberbox.h"
#include "ui/profiles/secretfield.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QGroupBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestGroupEditors : public EditorTest {
    Q_OBJECT

private Q_SLOTS:
    void aVariantKeepsWhatBothKnow()
    {
        auto* group = control<QGroupBox>(u"schedule"_s);
        QVERIFY(group && group->isCheckable() && !group->isChecked());
        QTest::keyClick(group, Qt::Key_Space);
        auto* kinds = inside<QComboBox>(u"schedule"_s);
        QVERIFY(kinds);
        QCOMPARE(kinds->currentIndex(), -1); // never guessed
        QTest::keyClick(kinds, Qt::Key_Down);
        QCOMPARE(kinds->currentText(), u"Every day"_s);
        QTest::keyClicks(control<NumberBox>(u"schedule/hour"_s), u"5"_s);
        QVERIFY(!m_window->row(u"/body/schedule/day"_s));
        QTest::keyClick(kinds, Qt::Key_Down);
        QVERIFY(m_window->row(u"/body/schedule/day"_s));
        QCOMPARE(value(u"schedule/hour"_s), QJsonValue(5));
        QCOMPARE(value(u"schedule/kind"_s), QJsonValue(u"WEEKLY"_s));
        QCOMPARE(control<NumberBox>(u"schedule/hour"_s)->text(), u"5"_s);
        QTest::keyClick(kinds, Qt::Key_Down); // one that has nothing to fill in
        QCOMPARE(value(u"schedule"_s), QJsonValue(QJsonObject {{u"kind"_s, u"NEVER"_s}}));
        QVERIFY(!m_window->row(u"/body/schedule/hour"_s));
        QTest::keyClick(group, Qt::Key_Space);
        QVERIFY(value(u"schedule"_s).isUndefined());
    }

    void aVariantThatIsAValueIsChosenLikeOne()
    {
        auto* box = control<QComboBox>(u"kept"_s);
        QVERIFY(box);
        QCOMPARE(box->currentText(), u"not set"_s);
        QTest::keyClicks(box, u"Noth"_s);
        QCOMPARE(value(u"kept"_s), QJsonValue(false));
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentText(), u"Some"_s);
        auto* line = control<QLineEdit>(u"kept/include"_s); // in the row itself, below
        QVERIFY(line && m_window->row(u"/body/kept"_s)->isAncestorOf(line));
        QVERIFY(value(u"kept"_s).isObject());
        QTest::keyClicks(line, u"title"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(value(u"kept"_s), QJsonValue(QJsonObject {{u"include"_s, QJsonArray {u"title"_s}}}));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        QVERIFY(value(u"kept"_s).isUndefined());
        QVERIFY(!m_window->row(u"/body/kept/include"_s));
        QVERIFY(box->hasFocus());
    }

    void aValueOfNoVariantIsShownAsNoneAndCanBeTakenAway()
    {
        auto* box = control<QComboBox>(u"kept"_s);
        m_window->model.setValue(u"/body/kept"_s, u"half"_s);
        QCOMPARE(box->currentIndex(), -1);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        QVERIFY(value(u"kept"_s).isUndefined());
        m_window->model.setValue(u"/body/kept"_s, true);
        QCOMPARE(box->currentText(), u"All"_s);
    }

    void rowsAreAddedMovedAndRemoved()
    {
        auto* add = control<QPushButton>(u"people"_s);
        QTest::mouseClick(add, Qt::LeftButton);
        QTest::keyClicks(control<QLineEdit>(u"people/0/who"_s), u"Ada"_s);
        QTest::mouseClick(add, Qt::LeftButton);
        QTest::keyClicks(control<QLineEdit>(u"people/1/who"_s), u"Bob"_s);
        const auto button = [this](const QString& name) {
            const QList<QToolButton*> all = m_window->view->findChildren<QToolButton*>();
            for (QToolButton* each : all) {
                if (each->accessibleName() == name)
                    return each;
            }
            return static_cast<QToolButton*>(nullptr);
        };
        QVERIFY(button(u"Move 2. Bob up"_s));
        QTest::mouseClick(button(u"Move 2. Bob up"_s), Qt::LeftButton);
        QCOMPARE(value(u"people/0/who"_s), QJsonValue(u"Bob"_s));
        QCOMPARE(control<QLineEdit>(u"people/0/who"_s)->text(), u"Bob"_s);
        QTest::mouseClick(button(u"Remove 1. Bob"_s), Qt::LeftButton);
        QCOMPARE(value(u"people"_s).toArray().size(), 1);
        QCOMPARE(control<QLineEdit>(u"people/0/who"_s)->text(), u"Ada"_s);
    }

    void membersAreNamed()
    {
        auto* name = control<QLineEdit>(u"labels"_s);
        QVERIFY(name);
        QTest::keyClicks(name, u"team"_s);
        QTest::keyClick(name, Qt::Key_Return);
        auto* member = control<QLineEdit>(u"labels/team"_s);
        QVERIFY(member);
        QTest::keyClicks(member, u"billing"_s);
        QCOMPARE(value(u"labels"_s), QJsonValue(QJsonObject {{u"team"_s, u"billing"_s}}));
    }

    void aMistakeInsideIsSaidOnce()
    {
        m_window->model.insertKey(u"/body/labels"_s, u"team"_s);
        QVERIFY(m_window->row(u"/body/labels"_s));
        m_window->view->focusField(u"/body/labels/team"_s);
        m_window->model.setValue(u"/body/labels/team"_s, 5); // a number where a text belongs
        m_window->model.touchAll();
        const auto said = [this] {
            int count = 0;
            const auto notes = m_window->view->findChildren<PlaceNote*>();
            for (const PlaceNote* note : notes)
                count += note->pointer() == u"/body/labels/team"_s && !note->mistake().isEmpty();
            return count;
        };
        QTRY_VERIFY(said() > 0);
        QCOMPARE(said(), 1);
    }

    void anElementStaysWhileItsTextIsWrittenAnew()
    {
        m_window->model.setValue(u"/body/steps"_s, QJsonArray {QJsonObject {{u"a"_s, 1}}, QJsonObject()});
        const QString place = u"/body/steps/0"_s;
        QTRY_VERIFY(m_window->row(place));
        auto* text = qobject_cast<QPlainTextEdit*>(m_window->control(place));
        QVERIFY(text);
        const int before = m_window->view->missingCount();
        text->setFocus();
        text->selectAll();
        QTest::keyClick(text, Qt::Key_Delete);
        QCOMPARE(m_window->control(place), text);
        QCOMPARE(value(u"steps"_s).toArray().size(), 2);
        QCOMPARE(m_window->view->missingCount(), before + 1); // nothing is no value to send
        QTest::keyClicks(text, u"{}"_s);
        QCOMPARE(value(u"steps"_s), QJsonValue(QJsonArray {QJsonObject(), QJsonObject()}));
        QCOMPARE(m_window->view->missingCount(), before);
    }

    void jsonSaysWhereItsMistakeIs()
    {
        auto* text = control<QPlainTextEdit>(u"free"_s);
        QVERIFY(text);
        text->setFocus();
        QTest::keyClicks(text, u"{\"a\": 1,"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QTest::keyClicks(text, u"  oops}"_s);
        QVERIFY(value(u"free"_s).isUndefined());
        control<QLineEdit>(u"name"_s)->setFocus();
        QVERIFY2(m_window->mistake(u"/body/free"_s).contains("Line 2"_L1),
            qPrintable(m_window->mistake(u"/body/free"_s)));
        text->setPlainText(u"{\"a\": [null, 1]}"_s);
        QCOMPARE(value(u"free"_s)[u"a"_s].toArray().size(), 2);
    }

    void aSecretIsMasked()
    {
        auto* line = control<QLineEdit>(u"password"_s);
        QVERIFY(line);
        QCOMPARE(line->echoMode(), QLineEdit::Password);
        QTest::keyClicks(line, u"can ary"_s);
        QCOMPARE(value(u"password"_s), QJsonValue(u"can ary"_s));
        QVERIFY(inside<SecretField>(u"password"_s));
        QVERIFY(!QString::fromUtf8(QJsonDocument(m_window->model.json()).toJson()).contains("can ary"_L1));
    }

    void hostileTextsAreShownPlain()
    {
        QJsonArray texts;
        QList<QString> hostile = hostileTexts(u"/nowhere.png"_s);
        hostile.removeLast(); // very long ones have their own limits
        hostile.removeLast();
        for (const QString& each : std::as_const(hostile)) {
            texts.append(each);
            m_window->model.setValue(u"/body/name"_s, each);
            m_window->model.setValue(u"/body/mode"_s, each);
            m_window->model.setValue(u"/body/free"_s, QJsonObject {{u"x"_s, each}});
            QCOMPARE(control<QLineEdit>(u"name"_s)->text(), each);
        }
        m_window->model.setValue(u"/body/tags"_s, texts);
        m_window->model.setValue(u"/body/people"_s, QJsonArray {QJsonObject {{u"who"_s, hostile.at(16)}}});
        m_window->model.takeProblem({.kind = Problem::Kind::Service,
            .fields = {{u"name"_s, hostile.first()}, {u"note"_s, hostile.at(16)}}});
        m_window->model.touchAll();
        QTRY_VERIFY(!m_window->mistake(u"/body/name"_s).isEmpty());
        QCOMPARE(deceptionsIn(*m_window->view).join(u'\n'), QString());
        QCOMPARE(value(u"tags"_s), QJsonValue(texts)); // looked at, and the same
        m_window->watchdog.restart(); // the look at all of it is no turn of the program's
    }

    void whatIsLeftOutIsItsTitleAlone()
    {
        applyTheme(*qApp, Theme::Light);
        auto* group = control<QGroupBox>(u"schedule"_s);
        QVERIFY(group && !group->isChecked());
        const auto coloursOfLastLines = [group] {
            QSet<QRgb> colours;
            const QImage image = group->grab().toImage();
            for (int y = image.height() - 4; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    colours.insert(image.pixel(x, y));
            }
            return colours.size();
        };
        QCOMPARE(coloursOfLastLines(), 1);
        QTest::keyClick(group, Qt::Key_Space);
        QVERIFY(coloursOfLastLines() > 1); // the frame around what is filled in
    }

    void everyControlHasANameAndIsReached()
    {
        m_window->model.setValue(u"/body/schedule"_s, QJsonObject {{u"kind"_s, u"WEEKLY"_s}});
        m_window->model.setValue(u"/body/limits"_s, QJsonObject());
        m_window->model.insertItem(u"/body/people"_s, 0);
        m_window->model.insertKey(u"/body/labels"_s, u"team"_s);
        m_window->unfold();
        QCOMPARE(namelessIn(*m_window->view).join(u'\n'), QString());
        m_window->view->focusFirst();
        QCOMPARE(unreachableIn(*m_window->view, *m_window->view).join(u'\n'), QString());
    }
};

TELAMON_WIDGET_TEST(TestGroupEditors)
#include "test_groupeditors.moc"
