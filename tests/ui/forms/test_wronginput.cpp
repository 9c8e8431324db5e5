// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is typed or pasted into a text field of a write: what is wrong is said at the field once it was
// left, and cannot be sent.
#include "api/catalog/jsonpointer.h"
#include "tests/support/documentjudge.h"
#include "tests/support/fullestarguments.h"
#include "tests/support/testprogram.h"
#include "tests/ui/forms/formwindow.h"
#include "ui/forms/jsontextedit.h"
#include "ui/forms/numberbox.h"
#include "ui/forms/timebox.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QLineEdit>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

struct Input {
    const char* name;
    QString text;
    bool isPasted = true;
};

QList<Input> inputs()
{
    return {
        {"nothing", QString()},
        {"too long", QString(10000, u'x')},
        {"wrong pattern", u"/ \\ \"<b>&"_s, false},
        {"emoji", QString::fromUtf8("\xF0\x9F\x92\xA9\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA")},
        {"right to left", u"abc\u202Egpj.exe"_s},
        {"null character", u"a\0b"_s},
        {"lines", u"first\r\nsecond\n"_s},
        {"overflow", u"1e400"_s, false},
        {"more than 64 bits", u"99999999999999999999"_s},
        {"minus zero", u"-0"_s, false},
        {"leading zeros", u"00012"_s, false},
        {"spaces", u"   "_s, false},
    };
}

// Where text is typed in the editor; null where it is none.
QWidget* textField(QWidget* control)
{
    const bool isBox = qobject_cast<QComboBox*>(control) && qobject_cast<QComboBox*>(control)->isEditable();
    const bool isText = qobject_cast<QLineEdit*>(control) || qobject_cast<NumberBox*>(control)
        || qobject_cast<TimeBox*>(control) || qobject_cast<JsonTextEdit*>(control);
    return (isBox || isText) && control->isEnabled() ? control : nullptr;
}

QString textIn(QWidget* field)
{
    if (auto* line = qobject_cast<QLineEdit*>(field))
        return line->text();
    if (auto* number = qobject_cast<NumberBox*>(field))
        return number->text();
    if (auto* time = qobject_cast<TimeBox*>(field))
        return time->text();
    if (auto* box = qobject_cast<QComboBox*>(field))
        return box->currentText();
    return qobject_cast<JsonTextEdit*>(field)->toPlainText();
}

} // namespace

class TestWrongInput : public QObject {
    Q_OBJECT

    std::optional<Catalog> m_catalog;
    std::unique_ptr<DocumentJudge> m_judge;
    std::unique_ptr<FormWindow> m_window;

    static void enter(QWidget* field, const Input& input)
    {
        field->setFocus(Qt::OtherFocusReason);
        QTest::keySequence(field, QKeySequence::SelectAll);
        QTest::keyClick(field, Qt::Key_Delete);
        if (input.isPasted) {
            QGuiApplication::clipboard()->setText(input.text);
            QTest::keySequence(field, QKeySequence::Paste);
        } else {
            QTest::keyClicks(field, input.text);
        }
        if (QWidget* popup = QApplication::activePopupWidget())
            popup->hide();
    }
    // By Tab, over what else belongs to the field. Without a window manager a popup takes the focus with it.
    bool leave(QWidget* field, const QString& pointer)
    {
        field->setFocus(Qt::OtherFocusReason);
        const FieldRow* row = m_window->row(pointer);
        if (!row)
            return false; // it has gone with what was typed
        QWidget* view = m_window->view.get();
        for (int tabs = 0; tabs < 10; ++tabs) {
            if (QApplication::activeWindow() != view)
                view->activateWindow();
            const auto isActive = [view] {
                return QApplication::activeWindow() == view && QApplication::focusWidget();
            };
            if (!QTest::qWaitFor(isActive))
                return false;
            if (!row->isAncestorOf(QApplication::focusWidget()))
                return true;
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        return false;
    }
    // Once around the event loop: what is coalesced comes, and the watchdog measures.
    bool turn()
    {
        bool hasTurned = false;
        QTimer::singleShot(0, this, [&hasTurned] { hasTurned = true; });
        return QTest::qWaitFor([&hasTurned] { return hasTurned; });
    }
    // Whether something is said at the field or at what is around it.
    bool isSaid(const QString& pointer) const
    {
        for (QString at = pointer; !at.isEmpty(); at = parentPointer(at)) {
            const QList<PlaceNote*> notes = m_window->view->findChildren<PlaceNote*>();
            for (const PlaceNote* note : notes) {
                if (note->pointer() == at && note->isVisible() && !note->mistake().isEmpty())
                    return true;
            }
        }
        return false;
    }
    void check(const Operation& operation, const QString& pointer, const Input& input)
    {
        m_window->unfold(); // what was built anew is folded again
        QWidget* field = textField(m_window->control(pointer));
        QVERIFY2(field, qPrintable(pointer + u' ' + QString::fromLatin1(input.name)));
        enter(field, input);
        const QString typed = textIn(field);
        QVERIFY2(leave(field, pointer), qPrintable(pointer + u' ' + QString::fromLatin1(input.name)));
        QVERIFY(turn());
        const FormModel& model = m_window->model;
        const Arguments arguments = model.arguments();
        const bool isLegal = m_judge->accepts(operation.id, arguments);
        const QByteArray told = pointer.toUtf8() + " with " + input.name + " has \"" + typed.left(80).toUtf8()
            + "\", which becomes "
            + QJsonDocument(QJsonArray {model.value(pointer)}).toJson(QJsonDocument::Compact).left(200);
        QVERIFY2(isLegal || isSaid(pointer), told.constData());
        QVERIFY2(isLegal || !m_window->view->canSend(), told.constData());
        // What stands there is what would be sent, or it is said why not.
        const bool isLost = !typed.trimmed().isEmpty() && model.value(pointer).isUndefined()
            && m_window->row(pointer)->editor()->control() == field && !isList(field);
        QVERIFY2(!isLost || isSaid(pointer), told.constData());
    }
    // What stands in the line of a list or of a map is no value yet.
    static bool isList(const QWidget* field)
    {
        const QString name = field->accessibleName();
        return name.startsWith("New entry"_L1) || name.startsWith("Name to add"_L1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(u":/telamon/atlas.openapi.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray document = file.readAll();
        auto catalog = Catalog::fromJson(document);
        QVERIFY(catalog.hasValue());
        m_catalog.emplace(std::move(catalog).value());
        m_judge = std::make_unique<DocumentJudge>(document);
    }
    void cleanup() { m_window.reset(); }

    void wrongInputIsSaidAndNotSent_data()
    {
        QTest::addColumn<QString>("id");
        for (const auto& operation : m_catalog->operations()) {
            if (!operation->isRead())
                QTest::newRow(qPrintable(operation->id)) << operation->id;
        }
    }
    void wrongInputIsSaidAndNotSent()
    {
        QFETCH(const QString, id);
        const Operation& operation = m_catalog->operation(id);
        const auto start = fullestArguments(operation, [this](const Operation& asked, const Arguments& made) {
            return m_judge->accepts(asked.id, made);
        });
        QVERIFY(start);
        const QByteArray text = QJsonDocument(toJson(start->arguments)).toJson();
        m_window = std::make_unique<FormWindow>(operation);
        QVERIFY(!m_window->model.setJson(text));
        QVERIFY(m_window->show());
        m_window->unfold();
        QStringList pointers;
        const QList<FieldRow*> rows = m_window->view->findChildren<FieldRow*>();
        for (FieldRow* row : rows) {
            if (row->isVisible() && textField(row->editor()->control()))
                pointers.append(row->pointer());
        }
        QVERIFY2(!pointers.isEmpty(), text.constData());
        m_window->watchdog.restart();
        const QList<Input> all = inputs();
        for (const QString& pointer : std::as_const(pointers)) {
            for (const Input& input : all) {
                check(operation, pointer, input);
                if (QTest::currentTestFailed())
                    return;
                QVERIFY(!m_window->model.setJson(text));
                QVERIFY(turn()); // what is built anew is seen then
                QVERIFY(m_window->view->canSend());
            }
        }
        QVERIFY2(m_window->watchdog.longestTurn() <= 2 * GuiWatchdog::limit(),
            qPrintable(QString::number(m_window->watchdog.longestTurn().count())));
    }
};

TELAMON_WIDGET_TEST(TestWrongInput)
#include "test_wronginput.moc"
