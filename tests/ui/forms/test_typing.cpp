// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing that was typed is lost without a word, and nothing is changed that was only scrolled over.
#include "tests/support/testprogram.h"
#include "tests/ui/forms/editortest.h"
#include "ui/forms/itemframe.h"
#include "ui/forms/numberbox.h"
#include "ui/forms/timebox.h"
#include "ui/profiles/fieldnote.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace Telamon;

// What a window gets of Ctrl+Return once nothing in it has taken that.
class KeyCount : public QObject {
public:
    explicit KeyCount(QWidget& window) { window.installEventFilter(this); }
    int returns = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const auto* key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
        returns +=
            key && key->key() == Qt::Key_Return && key->modifiers().testFlag(Qt::ControlModifier) ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

class TestTyping : public EditorTest {
    Q_OBJECT

    ItemFrame* frame(const QString& name) const
    {
        const QList<ItemFrame*> all = m_window->view->findChildren<ItemFrame*>();
        for (ItemFrame* each : all) {
            if (each->pointer() == "/body/labels/"_L1 + name && each->isVisible())
                return each;
        }
        return nullptr;
    }
    // Goes to the parent where a widget ignores it, as Qt does with a wheel that a person turns.
    static void turnWheel(QWidget& control, int turn)
    {
        for (QWidget* at = &control; at; at = at->parentWidget()) {
            const QPoint middle = at->rect().center();
            QWheelEvent wheel(middle, at->mapToGlobal(middle), {}, {0, turn}, Qt::NoButton, Qt::NoModifier,
                Qt::NoScrollPhase, false);
            wheel.ignore();
            QApplication::sendEvent(at, &wheel);
            if (wheel.isAccepted())
                return;
        }
    }
    // Types another name into the heading of a member; by Return or by Tab.
    void rename(const QString& name, const QString& to, Qt::Key key)
    {
        ItemFrame* held = frame(name);
        QVERIFY(held);
        auto* edit = held->findChild<QLineEdit*>();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, to);
        QTest::keyClick(edit, key);
    }

private Q_SLOTS:
    void theWheelScrollsTheForm_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("number") << u"days"_s << QJsonValue(10);
        QTest::newRow("choice") << u"mode"_s << QJsonValue(u"EASY"_s);
        QTest::newRow("searchable choice") << u"region"_s << QJsonValue(u"R5"_s);
        QTest::newRow("time") << u"until"_s << QJsonValue(u"2030-01-02T03:04:05Z"_s);
    }
    void theWheelScrollsTheForm()
    {
        QFETCH(const QString, name);
        QFETCH(const QJsonValue, value);
        m_window->view->resize(m_window->view->width(), 300);
        m_window->model.setValue("/body/"_L1 + name, value);
        QWidget* field = m_window->control("/body/"_L1 + name);
        QVERIFY(field);
        field->setFocus();
        QTRY_VERIFY(field->hasFocus());
        QScrollArea* area = nullptr;
        for (QWidget* at = field; at && !area; at = at->parentWidget())
            area = qobject_cast<QScrollArea*>(at);
        QVERIFY(area);
        QScrollBar* bar = area->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0 && bar->isVisible());
        bar->setValue(bar->maximum() / 2);
        for (const int turn : {-120, 120}) {
            const int before = bar->value();
            turnWheel(*field, turn);
            QCOMPARE(m_window->model.value("/body/"_L1 + name), value);
            QVERIFY(turn < 0 ? bar->value() > before : bar->value() < before);
        }
    }

    void aClickBesideTheMatchesIsOfWhatIsClicked()
    {
        auto* region = control<QComboBox>(u"region"_s);
        QVERIFY(region);
        region->setFocus();
        QTest::keyClicks(region, u"r1"_s);
        QWidget* matches = region->lineEdit()->completer()->popup();
        QTRY_VERIFY(matches->isVisible());
        auto* name = control<QLineEdit>(u"name"_s);
        const QPointF place = name->mapToGlobal(QPointF(name->rect().center()));
        // The window system gives every press to the list that is open.
        QMouseEvent press(QEvent::MouseButtonPress, matches->mapFromGlobal(place), place, Qt::LeftButton,
            Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(matches, &press);
        QVERIFY(!matches->isVisible());
        QTRY_VERIFY(name->hasFocus());
        QTest::keyClicks(QApplication::focusWidget(), u"abc"_s);
        QCOMPARE(value(u"name"_s), QJsonValue(u"abc"_s));
    }

    void theKeyThatSendsGoesOnFromTheMatches()
    {
        auto* region = control<QComboBox>(u"region"_s);
        QVERIFY(region);
        region->setFocus();
        QTest::keyClicks(region, u"r13"_s);
        QWidget* matches = region->lineEdit()->completer()->popup();
        QTRY_VERIFY(matches->isVisible());
        KeyCount sends(*m_window->view);
        QTest::keyClick(matches, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!matches->isVisible());
        QCOMPARE(value(u"region"_s), QJsonValue(u"R13"_s));
        QCOMPARE(sends.returns, 1); // as if the list had not been there
    }

    void whatIsNoValueComesBackWithTheDraft()
    {
        auto* region = control<QComboBox>(u"region"_s);
        region->setFocus();
        QTest::keyClicks(region, u"nowhere"_s);
        control<QLineEdit>(u"name"_s)->setFocus();
        m_window->model.setUnreadable(u"/body/days"_s, u"12x"_s, u"Give a whole number."_s);
        m_window->model.setUnreadable(u"/body/until"_s, u"tomorrow"_s, u"Give a date."_s);
        const QJsonObject draft = m_window->model.draft();
        m_window = std::make_unique<FormWindow>(editorOperation());
        m_window->model.restoreDraft(draft);
        QVERIFY(m_window->show());
        m_window->unfold();
        QCOMPARE(control<QComboBox>(u"region"_s)->currentText(), u"nowhere"_s);
        QCOMPARE(control<NumberBox>(u"days"_s)->text(), u"12x"_s);
        QCOMPARE(control<TimeBox>(u"until"_s)->text(), u"tomorrow"_s);
    }

    void aLineIsTakenOnLeaving()
    {
        auto* line = control<QLineEdit>(u"tags"_s);
        QVERIFY(line);
        line->setFocus();
        QTest::keyClicks(line, u"one"_s);
        QVERIFY(value(u"tags"_s).isUndefined());
        QTest::keyClick(line, Qt::Key_Tab);
        QCOMPARE(value(u"tags"_s), QJsonValue(QJsonArray {u"one"_s}));
        QVERIFY(line->text().isEmpty());
        line->setFocus();
        QTest::keyClicks(line, u"   "_s);
        QTest::keyClick(line, Qt::Key_Tab);
        QCOMPARE(value(u"tags"_s).toArray().size(), 1);
    }

    void aLineIsTakenBeforeTheReview()
    {
        auto* line = control<QLineEdit>(u"tags"_s);
        line->setFocus();
        QTest::keyClicks(line, u"one"_s);
        m_window->view->takeTyped();
        QCOMPARE(value(u"tags"_s), QJsonValue(QJsonArray {u"one"_s}));
        QVERIFY(line->hasFocus());
    }

    void theNextMissingOneIsFoundByAskingAgain()
    {
        FormModel& model = m_window->model;
        model.setValue(u"/body/days"_s, 3);
        model.setValue(u"/body/tags"_s, QJsonArray {u"too long"_s});
        QCOMPARE(m_window->view->missingCount(), 3);
        const auto found = [this] {
            m_window->view->focusNextMissing();
            const QWidget* at = m_window->view->focusWidget();
            for (const QString& name : {u"name"_s, u"days"_s, u"tags"_s}) {
                if (const FieldRow* row = m_window->row("/body/"_L1 + name); row && row->isAncestorOf(at))
                    return name;
            }
            return QString();
        };
        const QStringList round {found(), found(), found()};
        QCOMPARE(QSet<QString>(round.begin(), round.end()).size(), 3);
        QVERIFY(!round.contains(QString()));
        QCOMPARE(found(), round.first());
        m_window->control(u"/body/note"_s)->setFocus();
        QCOMPARE(found(), round.first()); // who went elsewhere begins again
    }

    void aNameThatWaitsIsCounted()
    {
        FormModel& model = m_window->model;
        model.setValue(u"/body/name"_s, u"abc"_s);
        QVERIFY(model.canSend());
        auto* name = control<QLineEdit>(u"labels"_s);
        QVERIFY(name);
        name->setFocus();
        QTest::keyClicks(name, u"team"_s);
        QCOMPARE(model.missingCount(), 1);
        control<QLineEdit>(u"name"_s)->setFocus();
        QTRY_VERIFY2(m_window->mistake(u"/body/labels"_s).contains("not added"_L1),
            qPrintable(m_window->mistake(u"/body/labels"_s)));
        m_window->view->focusNextMissing();
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(name));
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(model.canSend());
        QCOMPARE(value(u"labels"_s), QJsonValue(QJsonObject {{u"team"_s, QString()}}));
        name->setFocus();
        QTest::keyClicks(name, u"team"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY2(m_window->mistake(u"/body/labels"_s).contains("already"_L1),
            qPrintable(m_window->mistake(u"/body/labels"_s)));
        QVERIFY(!model.canSend());
        QVERIFY(!model.setJson(QJsonDocument(model.json()).toJson())); // the JSON side is the whole
        QVERIFY(model.canSend() && name->text().isEmpty());
    }

    void aNameThatCannotBeIsSaid_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("said");
        QTest::newRow("there already") << u"a"_s << u"already"_s;
        QTest::newRow("none") << QString() << u"Without a name"_s;
    }
    void aNameThatCannotBeIsSaid()
    {
        QFETCH(const QString, to);
        QFETCH(const QString, said);
        const QJsonObject labels {{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}, {u"c"_s, u"3"_s}};
        m_window->model.setValue(u"/body/labels"_s, labels);
        const QPointer<ItemFrame> held = frame(u"b"_s);
        QVERIFY(held);
        rename(u"b"_s, to, Qt::Key_Tab);
        QCOMPARE(value(u"labels"_s), QJsonValue(labels));
        QCOMPARE(frame(u"b"_s), held.data());
        QCOMPARE(held->findChild<QLineEdit*>()->text(), u"b"_s);
        const QString note = held->findChild<FieldNote*>()->mistake();
        QVERIFY2(note.contains(said), qPrintable(note));
        QVERIFY(held->isAncestorOf(QApplication::focusWidget()));
        QTRY_VERIFY(frame(u"a"_s)->y() < held->y() && held->y() < frame(u"c"_s)->y());
    }

    void aRenamedMemberStaysInItsPlace()
    {
        const QJsonObject labels {{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}, {u"c"_s, u"3"_s}};
        m_window->model.setValue(u"/body/labels"_s, labels);
        for (const auto& [from, to, key] :
            {std::tuple(u"a"_s, u"x"_s, Qt::Key_Return), std::tuple(u"b"_s, u"y"_s, Qt::Key_Tab)}) {
            rename(from, to, key);
            if (QTest::currentTestFailed())
                return;
            QVERIFY(!frame(from) && frame(to));
            QVERIFY(frame(to)->isAncestorOf(QApplication::focusWidget()));
        }
        QCOMPARE(value(u"labels"_s),
            QJsonValue(QJsonObject {{u"x"_s, u"1"_s}, {u"y"_s, u"2"_s}, {u"c"_s, u"3"_s}}));
        QTRY_VERIFY(frame(u"x"_s)->y() < frame(u"y"_s)->y() && frame(u"y"_s)->y() < frame(u"c"_s)->y());
    }
};

TELAMON_WIDGET_TEST(TestTyping)
#include "test_typing.moc"
