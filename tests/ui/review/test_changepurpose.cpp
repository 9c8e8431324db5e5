// SPDX-License-Identifier: GPL-3.0-or-later
// A form that is opened for one purpose has a draft of its own; what was typed is sent, and only what
// differs.
#include "models/forms/formmodel.h"
#include "tests/support/testprogram.h"
#include "tests/ui/review/dialogfixture.h"
#include "ui/forms/numberbox.h"
#include "ui/review/answerview.h"
#include "ui/review/oncesecrets.h"
#include "ui/review/reviewview.h"
#include "ui/review/verdictview.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;
using Step = ChangeDialog::Step;

class TestChangePurpose : public QObject {
    Q_OBJECT

private:
    static constexpr int usualInterval = 400; // milliseconds between the clicks of a double click
    std::unique_ptr<DialogFixture> m_fixture;
    const QJsonObject m_start {{u"body"_s, QJsonObject {{u"size"_s, 9}}}};

    ChangeDialog& dialog() { return *m_fixture->dialog; }
    bool open(const QJsonObject& start = {}) { return m_fixture->open(u"updateThing"_s, u"one"_s, start); }
    bool close()
    {
        auto* secrets = dialog().findChild<OnceSecrets*>();
        if (secrets->holdsSecrets())
            QTest::mouseClick(secrets->findChild<QPushButton*>(), Qt::LeftButton);
        QTest::keyClick(&dialog(), Qt::Key_Escape);
        return QTest::qWaitFor([this] { return !m_fixture->dialog; });
    }
    void type(const QString& pointer, const QString& text) { m_fixture->type(pointer, text); }
    QString name() { return qobject_cast<QLineEdit*>(m_fixture->control(u"/body/name"_s))->text(); }
    QString size() { return qobject_cast<NumberBox*>(m_fixture->control(u"/body/size"_s))->text(); }
    QJsonObject sent() { return QJsonDocument::fromJson(m_fixture->server.lastRequest().body).object(); }

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<DialogFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void whatIsNotNamedStaysAsItIs()
    {
        QVERIFY(open(m_start));
        QCOMPARE(size(), u"9"_s);
        QCOMPARE(name(), u"old"_s);
        QVERIFY(!dialog().missingButton()->isVisible() && dialog().primaryButton()->isEnabled());
        QTest::mouseClick(dialog().primaryButton(), Qt::LeftButton);
        QTRY_COMPARE(dialog().step(), Step::Review);
        QTest::mouseClick(dialog().primaryButton(), Qt::LeftButton);
        QTRY_COMPARE(dialog().step(), Step::End);
        QCOMPARE(sent(), (QJsonObject {{u"size"_s, 9}}));
    }

    void lookingAtItLeavesNoDraft()
    {
        QVERIFY(open(m_start));
        QVERIFY(close());
        for (const QJsonObject& start : {m_start, QJsonObject()}) {
            QVERIFY(open(start));
            QCOMPARE(dialog().message()->text(), QString());
            QCOMPARE(size(), start.isEmpty() ? u"3"_s : u"9"_s);
            QVERIFY(close());
        }
    }

    void eachPurposeHasItsDraft()
    {
        QVERIFY(open(m_start));
        type(u"/body/name"_s, u"mine"_s);
        type(u"/body/password"_s, u"canary-typed"_s);
        QVERIFY(close());
        QVERIFY(open());
        QCOMPARE(dialog().message()->text(), QString());
        QCOMPARE(name(), u"old"_s);
        QVERIFY(close());
        QVERIFY(open(m_start));
        QVERIFY(dialog().message()->text().startsWith("The draft of "_L1));
        QCOMPARE(name(), u"mine"_s);
        QCOMPARE(size(), u"9"_s);
        QVERIFY(qobject_cast<QLineEdit*>(m_fixture->control(u"/body/password"_s))->text().isEmpty());
        // What was taken back of the purpose stays taken back.
        type(u"/body/size"_s, u"3"_s);
        QVERIFY(close());
        QVERIFY(open(m_start));
        QCOMPARE(size(), u"3"_s);
        QTest::mouseClick(dialog().message()->findChild<QToolButton*>(), Qt::LeftButton);
        QCOMPARE(name(), u"old"_s);
        QCOMPARE(size(), u"9"_s);
    }

    void whatIsNewHasItsDraftToo()
    {
        const QJsonObject start {{u"body"_s, QJsonObject {{u"name"_s, u"fresh"_s}}}};
        QVERIFY(m_fixture->open(u"createThing"_s, u"one"_s, start));
        type(u"/body/size"_s, u"77"_s);
        QVERIFY(close());
        QVERIFY(m_fixture->open(u"createThing"_s, u"one"_s, start));
        QVERIFY(dialog().message()->text().startsWith("The draft of "_L1));
        QCOMPARE(name(), u"fresh"_s);
        QCOMPARE(size(), u"77"_s);
    }

    void whatWasTypedBesideAListIsSent()
    {
        QVERIFY(open());
        auto* line = m_fixture->control(u"/body/rules"_s);
        line->setFocus();
        QTest::keyClicks(line, u"b"_s);
        QVERIFY(m_fixture->advanceTo(Step::Review));
        QVERIFY(m_fixture->advanceTo(Step::End));
        QCOMPARE(sent(), (QJsonObject {{u"rules"_s, QJsonArray {u"a"_s, u"b"_s}}}));
    }

    void whatChangesNothingIsNotSent()
    {
        QVERIFY(open());
        QVERIFY(m_fixture->advanceTo(Step::Review));
        QVERIFY2(dialog().message()->text().contains("nothing to send"_L1),
            qPrintable(dialog().message()->text()));
        QVERIFY(!dialog().primaryButton()->isEnabled());
        QTest::keyClick(&dialog(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(dialog().step(), Step::Review);
        QCOMPARE(m_fixture->writeCount(), 0);
    }

    void aSecretOfTheAnswerCanBeHadOnce()
    {
        QVERIFY(open());
        type(u"/body/size"_s, u"5"_s);
        QVERIFY(m_fixture->advanceTo(Step::Review));
        QVERIFY(m_fixture->advanceTo(Step::End));
        auto* secrets = dialog().findChild<OnceSecrets*>();
        QTRY_VERIFY(secrets->isVisible());
        auto* line = secrets->findChild<QLineEdit*>();
        QCOMPARE(line->text(), u"canary-answer"_s);
        QCOMPARE(line->echoMode(), QLineEdit::Password);
        QGuiApplication::clipboard()->clear();
        QTest::keySequence(line, QKeySequence::SelectAll);
        QTest::keySequence(line, QKeySequence::Copy); // a hidden one is not copied by the way
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        QTest::mouseClick(secrets->findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"canary-answer"_s);
        const QByteArray kept =
            QJsonDocument(m_fixture->journal().changes().first().answer.toObject()).toJson();
        QVERIFY2(!kept.contains("canary"), kept.constData());
        QTest::keyClick(&dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!m_fixture->dialog);
    }

    void aSecretThatNobodyTookIsNotLostByOneKey()
    {
        QVERIFY(open(m_start));
        QVERIFY(m_fixture->advanceTo(Step::Review));
        QVERIFY(m_fixture->advanceTo(Step::End));
        auto* secrets = dialog().findChild<OnceSecrets*>();
        QTRY_VERIFY(secrets->holdsSecrets());
        dialog().close();
        QVERIFY(dialog().isVisible());
        QVERIFY2(dialog().message()->text().contains("only once"_L1), qPrintable(dialog().message()->text()));
        QTest::keyClick(&dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!m_fixture->dialog);
    }

    void aSecretThatWasShownIsTaken()
    {
        QVERIFY(open(m_start));
        QVERIFY(m_fixture->advanceTo(Step::Review));
        QVERIFY(m_fixture->advanceTo(Step::End));
        auto* secrets = dialog().findChild<OnceSecrets*>();
        QTRY_VERIFY(secrets->holdsSecrets());
        QTest::keyClick(&dialog(), Qt::Key_Escape);
        QVERIFY(dialog().message()->isVisible());
        QTest::mouseClick(secrets->findChild<QToolButton*>(), Qt::LeftButton);
        QVERIFY(!secrets->holdsSecrets());
        QVERIFY(!dialog().message()->isVisible());
        QTest::keyClick(&dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!m_fixture->dialog);
    }

    // The button of the next step stands where that of the last one was.
    void aDoubleClickIsOneStep()
    {
        const int testsInterval = QApplication::doubleClickInterval();
        const auto putBack =
            qScopeGuard([testsInterval] { QApplication::setDoubleClickInterval(testsInterval); });
        QApplication::setDoubleClickInterval(usualInterval);
        QVERIFY(open(m_start));
        QTRY_VERIFY(dialog().primaryButton()->isEnabled());
        const auto press = [this] { QTest::mouseClick(dialog().primaryButton(), Qt::LeftButton); };
        const auto pressUntilItIsTaken = [this, &press](Step step) {
            return QTest::qWaitFor([&] {
                press();
                return dialog().step() != step;
            });
        };
        QVERIFY(pressUntilItIsTaken(Step::Form));
        QTRY_COMPARE(dialog().step(), Step::Review);
        QTRY_VERIFY(dialog().primaryButton()->isEnabled());
        press();
        QTest::mouseDClick(dialog().primaryButton(), Qt::LeftButton);
        QTest::keyClick(dialog().primaryButton(), Qt::Key_Space);
        QTest::keyClick(dialog().primaryButton(), Qt::Key_Return);
        QCOMPARE(dialog().step(), Step::Review);
        QCOMPARE(m_fixture->writeCount(), 0);
        QVERIFY(pressUntilItIsTaken(Step::Review)); // once there was time to read
        QTRY_COMPARE(dialog().step(), Step::End);
        QCOMPARE(m_fixture->writeCount(), 1);
    }

    void theReviewSaysWhatTheFormDoubts()
    {
        QVERIFY(open(m_start));
        dialog().model().setDoubt(u"/body/size"_s, u"is not among those of the list"_s);
        QVERIFY(m_fixture->advanceTo(Step::Review));
        const QList<MessageBar*> bars = dialog().review()->findChildren<MessageBar*>();
        QVERIFY(std::any_of(bars.cbegin(), bars.cend(), [](const MessageBar* bar) {
            return bar->isVisible() && bar->text().contains("size: is not among those of the list"_L1);
        }));
    }

    void anAnswerWithoutAnythingIsNotShown_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isShown");
        QTest::newRow("something") << "{\"id\": \"one\"}"_ba << true;
        QTest::newRow("an empty object") << "{}"_ba << false;
        QTest::newRow("nothing") << ""_ba << false;
    }
    void anAnswerWithoutAnythingIsNotShown()
    {
        QFETCH(const QByteArray, body);
        m_fixture->answer = ScriptedAnswer::ok(body);
        QVERIFY(open(m_start));
        QVERIFY(m_fixture->advanceTo(Step::Review));
        QVERIFY(m_fixture->advanceTo(Step::End));
        QTEST(dialog().verdict()->findChild<AnswerView*>()->isVisible(), "isShown");
    }

    // Not "Cut", and not "Pin the".
    void theButtonSaysWhatTheTitleBegins_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("button");
        QTest::newRow("one word") << u"Pin the version"_s << u"&Pin"_s;
        QTest::newRow("two") << u"Cut over a live migration"_s << u"&Cut over"_s;
        QTest::newRow("no second word") << u"Unpin onerous things"_s << u"&Unpin"_s;
    }
    void theButtonSaysWhatTheTitleBegins()
    {
        QFETCH(const QString, title);
        QVERIFY(m_fixture->open(u"updateThing"_s, u"one"_s, m_start, title));
        QCOMPARE(dialog().windowTitle(), title);
        QVERIFY(m_fixture->advanceTo(Step::Review));
        QTEST(dialog().primaryButton()->text(), "button");
    }

    void returnPressesTheFocusedButton()
    {
        QVERIFY(open());
        type(u"/body/size"_s, u"5"_s);
        QTest::keyClick(m_fixture->control(u"/body/size"_s), Qt::Key_Return);
        QCOMPARE(dialog().step(), Step::Form); // in a field it presses none
        QVERIFY(m_fixture->advanceTo(Step::Review));
        QPushButton* send = dialog().primaryButton();
        QTRY_VERIFY(send->hasFocus());
        QTest::keyClick(send, Qt::Key_Return);
        QTRY_COMPARE(dialog().step(), Step::End);
        QCOMPARE(m_fixture->writeCount(), 1);
    }
};

TELAMON_WIDGET_TEST(TestChangePurpose)
#include "test_changepurpose.moc"
