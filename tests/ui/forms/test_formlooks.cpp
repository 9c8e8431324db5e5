// SPDX-License-Identifier: GPL-3.0-or-later
// Frames and marks: what is to be seen of a form beside its words.
#include "tests/support/testprogram.h"
#include "tests/ui/forms/editortest.h"
#include "ui/forms/itemframe.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QGroupBox>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestFormLooks : public EditorTest {
    Q_OBJECT

private Q_SLOTS:
    void oneFieldAloneHasNoFrameAroundIt()
    {
        m_window->model.setValue(u"/body/limits"_s, QJsonObject {{u"low"_s, 1}});
        m_window->model.setValue(u"/body/schedule"_s, QJsonObject {{u"kind"_s, u"WEEKLY"_s}});
        const auto* one = control<QGroupBox>(u"limits"_s);
        const auto* several = control<QGroupBox>(u"schedule"_s);
        QVERIFY(one && several);
        QVERIFY(one->isFlat() && one->title() == u"Limits"_s); // the name stays
        QVERIFY(!several->isFlat());
        const FieldRow* low = m_window->row(u"/body/limits/low"_s);
        QVERIFY(low);
        QTRY_VERIFY(low->mapTo(one, QPoint()).x() > 0); // and a step inwards
    }

    // As well as a field is: its edge is far enough from the window in every theme.
    void anElementsFrameIsSeen()
    {
        for (const Theme theme : {Theme::Dark, Theme::Light}) {
            applyTheme(*qApp, theme);
            m_window->model.insertItem(u"/body/people"_s, 0);
            const auto* row = m_window->row(u"/body/people"_s);
            QVERIFY(row);
            auto* frame = row->findChild<ItemFrame*>();
            QVERIFY(frame);
            const auto edge = [frame] {
                const QImage picture = frame->grab().toImage();
                return picture.pixelColor(0, picture.height() / 2).rgb();
            };
            QTRY_COMPARE(edge(), QApplication::palette().color(QPalette::Dark).rgb());
        }
    }

    void whatIsChangedIsMarkedAndNothingMoves_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("changed");
        QTest::newRow("text") << u"name"_s << QJsonValue(u"abd"_s);
        QTest::newRow("choice") << u"mode"_s << QJsonValue(u"HARD"_s);
        QTest::newRow("lines") << u"tags"_s << QJsonValue(QJsonArray {u"two"_s});
        QTest::newRow("group taken away") << u"limits"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("inside a group") << u"limits/low"_s << QJsonValue(2);
        QTest::newRow("rows") << u"people"_s << QJsonValue(QJsonArray {QJsonObject {{u"who"_s, u"Bob"_s}}});
    }
    void whatIsChangedIsMarkedAndNothingMoves()
    {
        QFETCH(const QString, name);
        QFETCH(const QJsonValue, changed);
        m_window->model.startFrom(QJsonObject {{u"name"_s, u"abc"_s}, {u"mode"_s, u"EASY"_s},
            {u"tags"_s, QJsonArray {u"one"_s}}, {u"limits"_s, QJsonObject {{u"low"_s, 1}}},
            {u"people"_s, QJsonArray {QJsonObject {{u"who"_s, u"Ada"_s}}}}});
        m_window->unfold();
        const QString place = "/body/"_L1 + name;
        QTRY_VERIFY(m_window->row(place));
        FieldRow* row = m_window->row(place);
        const auto placeOfMark = [row] {
            const QRect editor = row->editor()->widget()->geometry();
            return QPoint(editor.right() + 2, editor.center().y());
        };
        const auto isMarked = [&] {
            return row->grab().toImage().pixelColor(placeOfMark())
                == row->palette().color(QPalette::Highlight);
        };
        QTRY_VERIFY(placeOfMark().y() > 0 && row->rect().contains(placeOfMark())); // laid out
        QVERIFY(!isMarked() && row->accessibleDescription().isEmpty());
        const QPoint mark = placeOfMark();
        const QSize size = row->sizeHint();
        m_window->model.setValue(place, changed);
        QCOMPARE(m_window->row(place), row);
        QVERIFY(isMarked());
        QVERIFY(!row->accessibleDescription().isEmpty());
        QCOMPARE(placeOfMark().x(), mark.x());
        QVERIFY(changed.isUndefined() || (placeOfMark() == mark && row->sizeHint() == size));
    }

    // One bar beside the other says no more.
    void aGroupIsNotMarkedForAFieldInside()
    {
        m_window->model.startFrom(
            QJsonObject {{u"name"_s, u"abc"_s}, {u"limits"_s, QJsonObject {{u"low"_s, 1}}}});
        m_window->unfold();
        QTRY_VERIFY(m_window->row(u"/body/limits/low"_s));
        m_window->model.setValue(u"/body/limits/low"_s, 2);
        QVERIFY(!m_window->row(u"/body/limits/low"_s)->accessibleDescription().isEmpty());
        QVERIFY(m_window->row(u"/body/limits"_s)->accessibleDescription().isEmpty());
    }
};

TELAMON_WIDGET_TEST(TestFormLooks)
#include "test_formlooks.moc"
