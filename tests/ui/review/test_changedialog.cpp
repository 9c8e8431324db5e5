// SPDX-License-Identifier: GPL-3.0-or-later
// From the form over the review to the verdict: nothing is sent that was not shown and confirmed, and nothing
// that was entered is lost.
#include "tests/support/testprogram.h"
#include "tests/ui/controlwalk.h"
#include "tests/ui/hostiletexts.h"
#include "tests/ui/review/dialogfixture.h"
#include "ui/forms/numberbox.h"
#include "ui/review/answerview.h"
#include "ui/review/confirmationview.h"
#include "ui/review/leafmodel.h"
#include "ui/review/reviewview.h"
#include "ui/review/verdictview.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Telamon;
using Step = ChangeDialog::Step;

class TestChangeDialog : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<DialogFixture> m_fixture;

    ChangeDialog& dialog()
    {
        ChangeDialog* open = m_fixture->dialog;
        Q_ASSERT(open);
        return *open;
    }
    void type(const QString& pointer, const QString& text) { m_fixture->type(pointer, text); }
    QPushButton* button(const QString& text)
    {
        const QList<QPushButton*> all = dialog().findChildren<QPushButton*>();
        for (QPushButton* each : all) {
            if (each->text().remove(u'&') == text)
                return each;
        }
        return nullptr;
    }
    QStringList leaves()
    {
        const auto* model = dialog().review()->findChild<LeafModel*>();
        QStringList rows;
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column)
                cells.append(model->index(row, column).data().toString());
            rows.append(cells.join(u'|'));
        }
        return rows;
    }

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<DialogFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void whatIsSentWasReviewed()
    {
        QVERIFY(m_fixture->open(u"updateThing"_s));
        QCOMPARE(qobject_cast<QLineEdit*>(m_fixture->control(u"/body/name"_s))->text(), u"old"_s);
        type(u"/body/size"_s, u"5"_s);
        QVERIFY(m_fixture->advanceTo(Step::Review));
        QCOMPARE(m_fixture->writeCount(), 0);
        QCOMPARE(leaves(), QStringList {u"size|3|3|5"_s}); // only what differs
        const QString body = dialog().review()->findChild<QPlainTextEdit*>()->toPlainText();
        QVERIFY2(body.contains("5"_L1) && !body.contains("old"_L1), qPrintable(body));
        QVERIFY(m_fixture->advanceTo(Step::End));
        QCOMPARE(m_fixture->writeCount(), 1);
        QCOMPARE(QJsonDocument::fromJson(m_fixture->server.lastRequest().body).object(),
            (QJsonObject {{u"size"_s, 5}}));
        QVERIFY2(dialog().verdict()->text().startsWith("Done."_L1), qPrintable(dialog().verdict()->text()));
        QCOMPARE(m_fixture->journal().changes().size(), 1);
        QTest::keyClick(&dialog(), Qt::Key_Escape); // says what is lost: a secret that nobody has taken
        QTest::keyClick(&dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!m_fixture->dialog); // deleted on close
    }

    void whatIsMissingIsCountedAndGoneTo()
    {
        QVERIFY(m_fixture->open(u"updateThing"_s));
        type(u"/body/size"_s, u"5x"_s);
        QTRY_VERIFY(dialog().missingButton()->isVisible());
        QVERIFY(dialog().missingButton()->text().startsWith(u'1'));
        QVERIFY(!dialog().primaryButton()->isEnabled());
        m_fixture->control(u"/body/name"_s)->setFocus();
        QTest::mouseClick(dialog().missingButton(), Qt::LeftButton);
        QCOMPARE(dialog().focusWidget(), m_fixture->control(u"/body/size"_s));
        QTest::keyClick(&dialog(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(dialog().step(), Step::Form);
    }

    void aRefusalKeepsEveryField()
    {
        m_fixture->answer = ScriptedAnswer::of(400,
            "{\"error\": 400, \"errorCode\": \"INVALID\", \"detail\": \"No such size.\", "
            "\"badRequestDetail\": {\"fields\": [{\"field\": \"size\", \"description\": \"too "
            "<b>big</b>\"}]}}");
        QVERIFY(m_fixture->open(u"updateThing"_s));
        type(u"/body/size"_s, u"5"_s);
        type(u"/body/name"_s, u"new"_s);
        QVERIFY(m_fixture->advanceTo(Step::Review));
        QVERIFY(m_fixture->advanceTo(Step::Form));
        QCOMPARE(m_fixture->writeCount(), 1);
        QVERIFY2(
            dialog().message()->text().contains("No such size."_L1), qPrintable(dialog().message()->text()));
        QTRY_COMPARE(m_fixture->row(u"/body/size"_s)->note()->mistake(), u"too <b>big</b>"_s);
        QCOMPARE(qobject_cast<NumberBox*>(m_fixture->control(u"/body/size"_s))->text(), u"5"_s);
        QCOMPARE(qobject_cast<QLineEdit*>(m_fixture->control(u"/body/name"_s))->text(), u"new"_s);
        QCOMPARE(deceptionsIn(dialog()).join(u'\n'), QString());
    }

    void aLostAnswerIsUnknownAndNotSentAgain()
    {
        m_fixture->answer = ScriptedAnswer::close();
        QVERIFY(m_fixture->open(u"startThing"_s));
        QCOMPARE(dialog().step(), Step::Review);
        QVERIFY(m_fixture->advanceTo(Step::End));
        QCOMPARE(m_fixture->writeCount(), 1);
        QVERIFY2(dialog().verdict()->text().contains("not known"_L1)
                && dialog().verdict()->text().contains("Look at the thing itself."_L1),
            qPrintable(dialog().verdict()->text()));
    }

    void whatDestroysIsTypedAndAskedOnceMore()
    {
        QVERIFY(m_fixture->open(u"deleteThing"_s, u"own"_s)); // the credentials' own id
        QTRY_COMPARE(dialog().step(), Step::Review); // there is nothing to fill in
        QVERIFY(!button(u"Back"_s)->isVisible());
        QCOMPARE(dialog().primaryButton()->text(), u"&Remove"_s);
        auto* name = dialog().confirmation()->findChild<QLineEdit*>();
        auto* onceMore = dialog().confirmation()->findChild<QCheckBox*>();
        QVERIFY(name->isVisible() && onceMore->isVisible());
        QVERIFY(!dialog().primaryButton()->isEnabled());
        QTest::keyClick(&dialog(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(dialog().step(), Step::Review);
        QTest::keyClicks(name, u"ow"_s);
        QVERIFY(!dialog().primaryButton()->isEnabled());
        QTest::keyClicks(name, u"n"_s);
        QVERIFY(!dialog().primaryButton()->isEnabled());
        QTest::mouseClick(onceMore, Qt::LeftButton, Qt::NoModifier, QPoint(5, onceMore->height() / 2));
        QVERIFY(dialog().primaryButton()->isEnabled());
        QCOMPARE(m_fixture->writeCount(), 0);
        QVERIFY(m_fixture->advanceTo(Step::End));
        QCOMPARE(m_fixture->writeCount(), 1);
    }

    void theNameIsAsGoodAsTheId()
    {
        QVERIFY(m_fixture->open(u"deleteThing"_s));
        QTRY_COMPARE(dialog().step(), Step::Review);
        auto* typed = dialog().confirmation()->findChild<QLineEdit*>();
        dialog().confirmation()->offerName(u"The & one"_s);
        const auto* prompt = dialog().confirmation()->findChild<QLabel*>();
        QVERIFY2(prompt->text().endsWith("The && one"_L1), qPrintable(prompt->text()));
        for (const auto& [text, isRight] : {std::pair(u"one"_s, true), {u"The & one"_s, true},
                 {u"the & one"_s, false}, {QString(), false}}) {
            typed->setText(text);
            QCOMPARE(dialog().primaryButton()->isEnabled(), isRight);
        }
    }

    void aDeletionShowsWhatGoes()
    {
        m_fixture->there = "{\"id\": \"one\", \"name\": \"old\", \"note\": null, \"rules\": [\"a\", \"b\"],"
                           " \"links\": [{\"rel\": \"self\"}]}";
        QVERIFY(m_fixture->open(u"deleteThing"_s));
        QTRY_COMPARE(dialog().step(), Step::Review);
        const auto* table = dialog().review()->findChild<QTreeView*>();
        QVERIFY(table->isColumnHidden(LeafModel::ProposedColumn));
        QVERIFY(table->isColumnHidden(LeafModel::OpenedColumn));
        QCOMPARE(table->model()->headerData(LeafModel::NowColumn, Qt::Horizontal).toString(), u"Is lost"_s);
        QVERIFY2(
            leaves().join(u'\n').contains(u"rules|\u2014|a, b|\u2014"_s), qPrintable(leaves().join(u'\n')));
        QVERIFY2(!leaves().join(u'\n').contains("links"_L1), qPrintable(leaves().join(u'\n')));
        QVERIFY2(!leaves().join(u'\n').contains("note"_L1), qPrintable(leaves().join(u'\n')));
    }

    void whatChangedMeanwhileIsShownAndChosen()
    {
        QVERIFY(m_fixture->open(u"updateThing"_s));
        type(u"/body/size"_s, u"5"_s);
        m_fixture->there =
            "{\"id\": \"one\", \"name\": \"theirs\", \"size\": 3, \"note\": null, \"rules\": [\"a\"]}";
        QVERIFY(m_fixture->advanceTo(Step::Review));
        QVERIFY2(leaves().contains(u"size|3|3|5"_s), qPrintable(leaves().join(u'\n')));
        QVERIFY2(leaves().join(u'\n').contains("name|old|theirs"_L1), qPrintable(leaves().join(u'\n')));
        auto* bar = dialog().review()->findChild<MessageBar*>();
        QVERIFY(bar->isVisible());
        QTest::mouseClick(bar->findChild<QToolButton*>(), Qt::LeftButton);
        QCOMPARE(dialog().step(), Step::Form);
        QCOMPARE(qobject_cast<QLineEdit*>(m_fixture->control(u"/body/name"_s))->text(), u"theirs"_s);
        QCOMPARE(qobject_cast<NumberBox*>(m_fixture->control(u"/body/size"_s))->text(), u"5"_s);
        QVERIFY(m_fixture->advanceTo(Step::Review));
        QCOMPARE(leaves(), QStringList {u"size|3|3|5"_s});
        QVERIFY(!bar->isVisible());
    }

    void aDraftIsThereAgainWithoutSecrets()
    {
        QVERIFY(m_fixture->open(u"updateThing"_s));
        type(u"/body/size"_s, u"77"_s);
        type(u"/body/password"_s, u"canary-typed"_s);
        QTest::keyClick(&dialog(), Qt::Key_Q, Qt::ControlModifier); // quits, and keeps it as Esc does
        QTRY_VERIFY(!m_fixture->dialog);
        QVERIFY(m_fixture->open(u"updateThing"_s));
        QCOMPARE(qobject_cast<NumberBox*>(m_fixture->control(u"/body/size"_s))->text(), u"77"_s);
        QVERIFY(qobject_cast<QLineEdit*>(m_fixture->control(u"/body/password"_s))->text().isEmpty());
        QVERIFY(dialog().message()->text().startsWith("The draft of "_L1));
        QTest::mouseClick(dialog().message()->findChild<QToolButton*>(), Qt::LeftButton);
        QCOMPARE(qobject_cast<NumberBox*>(m_fixture->control(u"/body/size"_s))->text(), u"3"_s);
        QTest::keyClick(&dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!m_fixture->dialog);
        QVERIFY(m_fixture->open(u"updateThing"_s));
        QVERIFY(dialog().message()->text().isEmpty());
    }

    void aSecretIsNeitherShownNorCopied()
    {
        QVERIFY(m_fixture->open(u"updateThing"_s));
        type(u"/body/password"_s, u"canary-typed"_s);
        QVERIFY(m_fixture->advanceTo(Step::Review));
        const QString shown =
            dialog().review()->findChild<QPlainTextEdit*>()->toPlainText() + leaves().join(u'\n');
        QVERIFY2(!shown.contains("canary"_L1), qPrintable(shown));
        for (const QString& text : {u"Copy as curl"_s, u"Copy as telamon call"_s}) {
            QGuiApplication::clipboard()->clear();
            QTest::mouseClick(button(text), Qt::LeftButton);
            const QString copied = QGuiApplication::clipboard()->text();
            QVERIFY2(copied.size() > 20 && !copied.contains("canary"_L1), qPrintable(copied));
        }
        QVERIFY(m_fixture->advanceTo(Step::End));
        QVERIFY(m_fixture->server.lastRequest().body.contains("canary-typed")); // the real one travels
        auto* answer = dialog().verdict()->findChild<QPlainTextEdit*>();
        QTRY_VERIFY(answer->toPlainText().contains("one"_L1));
        QVERIFY(!answer->toPlainText().contains("canary"_L1));
    }

    void aReadShowsItsAnswerMasked()
    {
        m_fixture->there = "{\"id\": \"one\", \"name\": \"old\", \"password\": \"canary-read\"}";
        QVERIFY(m_fixture->open(u"getThing"_s));
        QSignalSpy shown(dialog().answer(), &AnswerView::shown);
        QVERIFY(m_fixture->advanceTo(Step::End));
        QVERIFY(shown.count() > 0 || shown.wait());
        const QString json = dialog().answer()->findChild<QPlainTextEdit*>()->toPlainText();
        QVERIFY2(json.contains("\"old\""_L1) && !json.contains("canary"_L1), qPrintable(json));
        QTest::mouseClick(button(u"Back"_s), Qt::LeftButton);
        QCOMPARE(dialog().step(), Step::Form);
    }

    void everyControlOfTheReviewHasAName()
    {
        QVERIFY(m_fixture->open(u"deleteThing"_s, u"own"_s));
        QTRY_COMPARE(dialog().step(), Step::Review);
        QCOMPARE(namelessIn(dialog()).join(u'\n'), QString());
        QCOMPARE(unreachableIn(dialog(), dialog()).join(u'\n'), QString());
    }

    void closingDoesNotStopWhatIsSent()
    {
        m_fixture->answer = ScriptedAnswer::ok("{\"id\": \"one\"}").after(std::chrono::milliseconds(50));
        QVERIFY(m_fixture->open(u"updateThing"_s));
        type(u"/body/size"_s, u"5"_s);
        QVERIFY(m_fixture->advanceTo(Step::Review));
        QTest::keyClick(&dialog(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(dialog().step(), Step::Sending);
        QTest::keyClick(&dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!m_fixture->dialog);
        QTRY_COMPARE(m_fixture->journal().changes().first().verdict, Change::Verdict::Done);
    }
};

TELAMON_WIDGET_TEST(TestChangeDialog)
#include "test_changedialog.moc"
