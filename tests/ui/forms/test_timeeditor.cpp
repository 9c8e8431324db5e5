// SPDX-License-Identifier: GPL-3.0-or-later
// A time is the one that was typed or pasted, and nothing else is taken for it.
#include "tests/support/testprogram.h"
#include "tests/ui/forms/editortest.h"
#include "ui/forms/timebox.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestTimeEditor : public EditorTest {
    Q_OBJECT

private Q_SLOTS:
    void timesAreInUtcAndConverted()
    {
        auto* begin = control<QPushButton>(u"since"_s);
        QVERIFY(begin); // not set: nothing is guessed
        QTest::keyClick(begin, Qt::Key_Space);
        auto* edit = control<TimeBox>(u"since"_s);
        QVERIFY(edit);
        QTest::keyClicks(edit, u"2026-03-01 12:00"_s); // over the next full hour, which is selected
        QCOMPARE(value(u"since"_s).toInteger(), Q_INT64_C(1772366400000));
        m_window->model.setValue(u"/body/until"_s, u"2026-03-01T12:00:00Z"_s);
        auto* until = control<TimeBox>(u"until"_s);
        QVERIFY(until);
        QCOMPARE(until->text(), u"2026-03-01 12:00:00 UTC"_s);
        QTest::keyClick(until, Qt::Key_Up);
        QCOMPARE(value(u"until"_s), QJsonValue(u"2026-03-02T12:00:00Z"_s));
        chooseInMenu(u"until"_s, u"Not set"_s);
        QVERIFY(value(u"until"_s).isUndefined());
        QVERIFY(control<QPushButton>(u"until"_s));
    }

    void aPastedTimeIsTaken()
    {
        const auto paste = [](QWidget* field, const QString& text) {
            QGuiApplication::clipboard()->setText(text);
            QTest::keySequence(field, QKeySequence::Paste);
        };
        paste(control<QPushButton>(u"until"_s), u" 2026-03-01T12:00:00+02:00 "_s);
        auto* until = control<TimeBox>(u"until"_s);
        QVERIFY(until);
        QCOMPARE(value(u"until"_s), QJsonValue(u"2026-03-01T10:00:00Z"_s));
        paste(until, u"2026-05-06"_s);
        QCOMPARE(value(u"until"_s), QJsonValue(u"2026-05-06T00:00:00Z"_s));
        paste(until, u"2026-05-07 08:09 UTC"_s);
        QCOMPARE(value(u"until"_s), QJsonValue(u"2026-05-07T08:09:00Z"_s));
        paste(until, u"tomorrow"_s); // no time, and not left out without a word
        QVERIFY(until->text().contains("tomorrow"_L1));
        QVERIFY(value(u"until"_s).isUndefined() && m_window->model.isUnreadable(u"/body/until"_s));
    }

    void aTypedTimeIsThatTime_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("value"); // empty: not taken
        QTest::newRow("date") << u"2027-03-15"_s << u"2027-03-15T00:00:00Z"_s;
        QTest::newRow("date and time") << u"2026-12-10 08:00:00"_s << u"2026-12-10T08:00:00Z"_s;
        QTest::newRow("without seconds") << u"2026-12-10 08:00"_s << u"2026-12-10T08:00:00Z"_s;
        QTest::newRow("as the service writes it") << u"2026-12-10T08:00:00Z"_s << u"2026-12-10T08:00:00Z"_s;
        QTest::newRow("fraction") << u"2026-12-10T08:00:00.25Z"_s << u"2026-12-10T08:00:00.250Z"_s;
        QTest::newRow("zone") << u"2026-12-10T08:00:00+05:30"_s << u"2026-12-10T02:30:00Z"_s;
        QTest::newRow("zone to the west") << u"2026-12-10 20:00 -0800"_s << u"2026-12-11T04:00:00Z"_s;
        QTest::newRow("as it is shown") << u"2026-12-10 08:00:00 UTC"_s << u"2026-12-10T08:00:00Z"_s;
        QTest::newRow("digits") << u"20261210"_s << u"2026-12-10T00:00:00Z"_s;
        QTest::newRow("no such day") << u"2026-02-30"_s << QString();
        QTest::newRow("no such hour") << u"2026-12-10 25:00"_s << QString();
        QTest::newRow("unfinished") << u"2026-12-1"_s << QString();
        QTest::newRow("other order") << u"10.12.2026"_s << QString();
        QTest::newRow("word") << u"tomorrow"_s << QString();
    }
    void aTypedTimeIsThatTime()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, value);
        const auto check = [&](TimeBox* box) {
            QVERIFY(box);
            QCOMPARE(box->text(), typed);
            QCOMPARE(this->value(u"until"_s).toString(), value);
            QCOMPARE(m_window->model.isUnreadable(u"/body/until"_s), value.isEmpty());
        };
        QTest::keyClick(control<QPushButton>(u"until"_s), Qt::Key_Space);
        auto* until = control<TimeBox>(u"until"_s);
        QTest::keyClicks(until, typed);
        check(until);
        m_window->model.setValue(u"/body/until"_s, u"2027-11-03T15:00:00Z"_s);
        QTest::keySequence(until, QKeySequence::SelectAll);
        QTest::keyClicks(until, typed);
        check(control<TimeBox>(u"until"_s));
        control<QLineEdit>(u"name"_s)->setFocus();
        QCOMPARE(m_window->mistake(u"/body/until"_s).isEmpty(), !value.isEmpty());
        QCOMPARE(control<TimeBox>(u"until"_s)->text() == typed, value.isEmpty() || typed.endsWith("UTC"_L1));
    }

    void anEmptiedTimeIsTypedAgain()
    {
        m_window->model.setValue(u"/body/until"_s, u"2027-11-03T15:00:00Z"_s);
        auto* until = control<TimeBox>(u"until"_s);
        until->setFocus();
        QTest::keySequence(until, QKeySequence::SelectAll);
        QTest::keyClick(until, Qt::Key_Delete);
        QVERIFY(value(u"until"_s).isUndefined());
        QTest::keyClicks(QApplication::focusWidget(), u"2027-03-15"_s);
        QCOMPARE(value(u"until"_s), QJsonValue(u"2027-03-15T00:00:00Z"_s));
    }

    void aSetTimeNeedsNoMoreRoom()
    {
        const QWidget* line = control<QPushButton>(u"until"_s)->parentWidget()->parentWidget();
        const int before = line->minimumSizeHint().width();
        m_window->model.setValue(u"/body/until"_s, u"2027-11-03T15:00:00Z"_s);
        QTRY_VERIFY(control<TimeBox>(u"until"_s));
        QCOMPARE(line->minimumSizeHint().width(), before);
    }

    void aTimeFromNowIsChosen_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("hours");
        QTest::newRow("hour") << u"In 1 hour"_s << 1;
        QTest::newRow("shift") << u"In 8 hours"_s << 8;
        QTest::newRow("day") << u"In 1 day"_s << 24;
        QTest::newRow("week") << u"In 1 week"_s << 168;
    }
    void aTimeFromNowIsChosen()
    {
        QFETCH(const QString, text);
        QFETCH(const int, hours);
        const qint64 before = QDateTime::currentSecsSinceEpoch() + hours * 3600;
        chooseInMenu(u"until"_s, text);
        chooseInMenu(u"since"_s, text);
        const qint64 after = QDateTime::currentSecsSinceEpoch() + hours * 3600;
        const qint64 until =
            QDateTime::fromString(value(u"until"_s).toString(), Qt::ISODate).toSecsSinceEpoch();
        QVERIFY(until >= before && until <= after);
        const qint64 since = value(u"since"_s).toInteger() / 1000;
        QVERIFY(since >= before && since <= after);
        QVERIFY(control<TimeBox>(u"until"_s));
    }
};

TELAMON_WIDGET_TEST(TestTimeEditor)
#include "test_timeeditor.moc"
