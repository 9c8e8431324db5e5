// SPDX-License-Identifier: GPL-3.0-or-later
// The form as a whole: what comes first, what is folded away, its JSON side, and how fast every form opens.
#include "tests/support/testprogram.h"
#include "tests/ui/controlwalk.h"
#include "tests/ui/forms/editordocument.h"
#include "tests/ui/forms/formwindow.h"
#include "ui/forms/fieldcontext.h"
#include "ui/forms/jsonside.h"
#include "ui/forms/jsontextedit.h"
#include "ui/forms/numberbox.h"
#include "ui/profiles/fieldnote.h"
#include "ui/widgets/messagebar.h"

#include <QElapsedTimer>
#include <QHash>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestFormView : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FormWindow> m_window;

    void open()
    {
        m_window = std::make_unique<FormWindow>(editorOperation());
        m_window->model.fixParameter(u"groupId"_s, u"0123"_s);
        QVERIFY(m_window->show());
    }
    JsonTextEdit& json() { return *m_window->view->jsonSide().edit(); }
    // Brackets that belong together are marked too.
    QList<QTextEdit::ExtraSelection> underlined()
    {
        QList<QTextEdit::ExtraSelection> marks = json().extraSelections();
        marks.removeIf([](const QTextEdit::ExtraSelection& each) {
            return each.format.underlineStyle() == QTextCharFormat::NoUnderline;
        });
        return marks;
    }
    QString jsonNote()
    {
        const auto* note = m_window->view->jsonSide().findChild<FieldNote*>();
        return note ? note->text() : QString();
    }

private Q_SLOTS:
    void cleanup() { m_window.reset(); }

    void whatThePlaceGivesIsText()
    {
        open();
        auto* text = qobject_cast<QLabel*>(m_window->control(u"/parameters/groupId"_s));
        QVERIFY(text);
        QCOMPARE(text->text(), u"0123"_s);
        // Wire options are there, and folded away.
        QVERIFY(!m_window->row(u"/parameters/pretty"_s));
        m_window->unfold();
        QVERIFY(m_window->row(u"/parameters/pretty"_s));
    }

    void theFirstMissingOneIsFound()
    {
        open();
        QCOMPARE(m_window->view->missingCount(), 1);
        QVERIFY(m_window->mistake(u"/body/name"_s).isEmpty());
        m_window->view->focusNextMissing();
        QCOMPARE(m_window->view->focusWidget(), m_window->control(u"/body/name"_s));
        QVERIFY(!m_window->mistake(u"/body/name"_s).isEmpty());
        QVERIFY(m_window->control(u"/body/name"_s)
                    ->accessibleDescription()
                    .contains(m_window->mistake(u"/body/name"_s)));
    }

    void aKindIsAskedForByItsTitles()
    {
        m_window = std::make_unique<FormWindow>(u"createGroupClusterSearchIndex");
        QVERIFY(m_window->show());
        FormModel& model = m_window->model;
        model.setValue(u"/body/name"_s, u""_s);
        QHash<QString, QString> mistakes;
        for (const Violation& each : model.violations())
            mistakes.insert(each.pointer, each.sentence);
        QCOMPARE(mistakes.value(u"/body/type"_s), u"is required, one of: Text search, Vector search"_s);
        QVERIFY(mistakes.contains(u"/body/name"_s)); // no text is no name
        const QList<QLabel*> labels = m_window->view->findChildren<QLabel*>();
        const bool isMarked = std::any_of(labels.cbegin(), labels.cend(),
            [](const QLabel* each) { return each->text() == u"Type\u00a0*"_s; });
        QVERIFY(isMarked);
        // Both kinds know it, though none is chosen yet.
        QCOMPARE(fieldLabel(model, u"/body/definition"_s), u"Definition"_s);
    }

    void aFoldedFieldIsOpenedToBeSeen()
    {
        open();
        QVERIFY(!m_window->row(u"/body/limits"_s));
        m_window->view->focusField(u"/body/limits"_s);
        QVERIFY(m_window->row(u"/body/limits"_s));
    }

    void theJsonSideShowsAndTakes()
    {
        open();
        m_window->model.setValue(u"/body/name"_s, u"first"_s);
        m_window->view->setJsonShown(true);
        QVERIFY(json().toPlainText().contains("\"first\""_L1));
        json().setFocus();
        json().setPlainText(
            u"{\"parameters\": {\"groupId\": \"0123\"}, \"body\": {\"name\": \"second\", \"days\": 8}}"_s);
        QTRY_COMPARE(m_window->model.value(u"/body/name"_s), QJsonValue(u"second"_s));
        m_window->view->setJsonShown(false);
        m_window->unfold();
        QCOMPARE(qobject_cast<QLineEdit*>(m_window->control(u"/body/name"_s))->text(), u"second"_s);
        QCOMPARE(qobject_cast<NumberBox*>(m_window->control(u"/body/days"_s))->text(), u"8"_s);
        // What is typed into the form then counts more than the text from before.
        auto* name = qobject_cast<QLineEdit*>(m_window->control(u"/body/name"_s));
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"third"_s);
        m_window->view->takeTyped();
        QCOMPARE(m_window->model.value(u"/body/name"_s), QJsonValue(u"third"_s));
        QCOMPARE(name->text(), u"third"_s);
        m_window->view->setJsonShown(true);
        QVERIFY(json().toPlainText().contains("\"third\""_L1));
    }

    void aJsonMistakeIsPlacedAndStopsSending()
    {
        open();
        m_window->model.setValue(u"/body/name"_s, u"first"_s);
        QVERIFY(m_window->view->canSend());
        m_window->view->setJsonShown(true);
        json().setPlainText(u"{\"body\":\n  {\"name\": }}"_s);
        m_window->view->takeTyped();
        QVERIFY(!m_window->view->canSend());
        QVERIFY2(m_window->view->jsonSide().mistake().startsWith("Line 2, column "_L1),
            qPrintable(m_window->view->jsonSide().mistake()));
        QCOMPARE(underlined().size(), 1);
        QCOMPARE(m_window->model.value(u"/body/name"_s), QJsonValue(u"first"_s)); // the last good one
        m_window->view->jsonSide().showValue();
        QVERIFY(m_window->view->canSend());
    }

    void violationsAreMarkedInTheJson()
    {
        open();
        m_window->view->setJsonShown(true);
        json().setFocus();
        json().setPlainText(u"{\"body\": {\n\"days\": 3,\n\"name\": \"good\"}}"_s);
        m_window->view->takeTyped();
        m_window->model.touchAll();
        QTRY_COMPARE(underlined().size(), 1);
        QCOMPARE(underlined().first().cursor.blockNumber(), 1);
    }

    void whatIsWrongInTheJsonIsSaidWhileItIsWritten()
    {
        open();
        m_window->view->setJsonShown(true);
        json().setFocus();
        json().setPlainText(u"{\"body\": {\n\"days\": 3}}"_s);
        QTRY_COMPARE(underlined().size(), 1); // the name is still missing: that is said when it is left
        QCOMPARE(underlined().first().cursor.blockNumber(), 1);
        QVERIFY(jsonNote().startsWith("Line 2"_L1));
        QVERIFY(!jsonNote().contains("Line 1"_L1));
    }

    void whatIsDoubtfulIsSaidAtItsField()
    {
        m_window = std::make_unique<FormWindow>(u"acknowledgeGroupAlert");
        const QString id(24, u'0');
        m_window->model.fixParameter(u"groupId"_s, id);
        m_window->model.fixParameter(u"alertId"_s, id);
        QVERIFY(m_window->show());
        const QString until = u"/body/acknowledgedUntil"_s;
        m_window->model.setValue(until, u"2020-01-01T00:00:00Z"_s);
        m_window->view->focusNextMissing();
        const PlaceNote* note = m_window->row(until)->note();
        QTRY_VERIFY(note->advice().contains("is past"_L1));
        QCOMPARE(note->text(), note->advice());
        QCOMPARE(note->mistake(), QString());
        QVERIFY(m_window->view->canSend());
        m_window->model.setValue(until, u"2999-01-01T00:00:00Z"_s);
        QTRY_COMPARE(note->advice(), QString());
    }

    void whatIsDoubtfulInJsonIsNamed()
    {
        m_window = std::make_unique<FormWindow>(u"createGroupClusterSearchIndex");
        QVERIFY(!m_window->model.setJson(
            "{\"body\": {\"type\": \"vectorSearch\", \"definition\": {\"fields\": [{}]}}}"));
        QVERIFY(m_window->show());
        m_window->unfold();
        m_window->model.touchAll();
        const auto isSaid = [this] {
            const QList<PlaceNote*> notes = m_window->view->findChildren<PlaceNote*>();
            return std::any_of(notes.begin(), notes.end(), [](const PlaceNote* note) {
                return note->advice().contains("fields[0].type: is required"_L1)
                    && note->advice().contains("; fields[0].path: is required"_L1);
            });
        };
        QTRY_VERIFY(isSaid());
    }

    void aNameNobodyKnowsIsDoubtful()
    {
        m_window = std::make_unique<FormWindow>(u"acknowledgeGroupAlert");
        QVERIFY(m_window->show());
        m_window->view->setJsonShown(true);
        json().setFocus();
        json().setPlainText(
            u"{\"parameters\": {\"groupId\": \"0123456789abcdef01234567\",\n"
            "\"alertId\": \"0123456789abcdef01234567\"},\n\"body\": {\"acknowledgedTill\": \"now\"}}"_s);
        QTRY_COMPARE(m_window->model.adviceCount(), 1);
        QVERIFY(m_window->view->canSend());
        QTRY_VERIFY2(jsonNote().contains("does not know \"acknowledgedTill\""_L1), qPrintable(jsonNote()));
        QVERIFY(jsonNote().startsWith("Line 3"_L1));
        QCOMPARE(underlined().size(), 1);
        QCOMPARE(underlined().first().cursor.blockNumber(), 2);
    }

    void typingDoesNotLoseTheFocus()
    {
        open();
        auto* line = qobject_cast<QLineEdit*>(m_window->control(u"/body/name"_s));
        line->setFocus();
        QTest::keyClicks(line, u"abcdef"_s);
        QCOMPARE(line->text(), u"abcdef"_s);
        QCOMPARE(m_window->view->focusWidget(), line);
    }

    void labelsOfPathAndBodyAreOneColumn()
    {
        m_window = std::make_unique<FormWindow>(u"acknowledgeGroupAlert");
        QVERIFY(m_window->show());
        const auto fieldsBeginAt = [this](const QString& pointer) {
            const QWidget* control = m_window->control(pointer);
            return control ? control->mapTo(m_window->view.get(), QPoint(0, 0)).x() : -1;
        };
        QVERIFY(fieldsBeginAt(u"/parameters/alertId"_s) > 0);
        QTRY_COMPARE(
            fieldsBeginAt(u"/body/acknowledgementComment"_s), fieldsBeginAt(u"/parameters/alertId"_s));
    }

    void everyFormOpensAtOnce_data()
    {
        QTest::addColumn<QString>("id");
        for (const auto& operation : builtInCatalog().operations())
            QTest::newRow(qPrintable(operation->id)) << operation->id;
    }
    void everyFormOpensAtOnce()
    {
        QFETCH(QString, id);
        QElapsedTimer clock;
        clock.start();
        m_window = std::make_unique<FormWindow>(id);
        QVERIFY(m_window->show());
        qInfo("%s: %lld ms, fields: %d", qPrintable(id), clock.elapsed(),
            int(m_window->view->findChildren<FieldRow*>().size()));
        QVERIFY2(m_window->watchdog.longestTurn() <= GuiWatchdog::limit(),
            qPrintable(QString::number(m_window->watchdog.longestTurn().count())));
        m_window->unfold();
        QCOMPARE(namelessIn(*m_window->view).join(u'\n'), QString());
    }
};

TELAMON_WIDGET_TEST(TestFormView)
#include "test_formview.moc"
