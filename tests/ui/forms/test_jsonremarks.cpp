// SPDX-License-Identifier: GPL-3.0-or-later
// What is said beside the JSON of a form.
#include "tests/support/testprogram.h"
#include "tests/ui/forms/formwindow.h"
#include "ui/forms/jsonside.h"
#include "ui/profiles/fieldnote.h"

#include <QJsonArray>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestJsonRemarks : public QObject {
    Q_OBJECT

    std::unique_ptr<FormWindow> m_window;

    void open(const QString& operation, const QString& pointer, const QJsonValue& value)
    {
        m_window = FormWindow::opened(operation, pointer, value);
        QVERIFY(m_window);
    }
    const FieldNote* besideJson()
    {
        m_window->view->setJsonShown(true);
        return m_window->view->jsonSide().findChild<FieldNote*>();
    }

private Q_SLOTS:
    void cleanup() { m_window.reset(); }

    void manyAreCounted()
    {
        open(u"createGroupLiveMigration"_s, u"/body/dropDestinationData"_s, false);
        const FieldNote* note = besideJson();
        QVERIFY(note);
        static const QRegularExpression end(u"\\nand [0-9]+ more\\z"_s);
        QTRY_VERIFY2(end.match(note->text()).hasMatch(), qPrintable(note->text()));
    }

    void allAreShownAndAsManyAsAreCounted()
    {
        open(u"createGroupLiveMigration"_s, u"/body/dropDestinationData"_s, false);
        const FieldNote* note = besideJson();
        auto* all = m_window->view->jsonSide().findChild<QPushButton*>();
        QVERIFY(note && all);
        QTRY_VERIFY(all->isVisible());
        QCOMPARE(note->text().count(u'\n'), 5);
        const auto* area = m_window->view->jsonSide().findChild<QScrollArea*>();
        QTRY_VERIFY(area && note->height() >= 6 * note->fontMetrics().height());
        QTRY_COMPARE(area->verticalScrollBar()->maximum(), 0); // few lines are all seen
        QTest::keyClick(all, Qt::Key_Space);
        QTRY_COMPARE(note->text().split(u'\n').size(), m_window->view->missingCount());
        QVERIFY(note->text().contains(", source.clusterName: "_L1)); // as the text has it, not the form
        QTest::keyClick(all, Qt::Key_Space);
        QTRY_COMPARE(note->text().count(u'\n'), 5);
    }

    void aListIsToldOfOnce()
    {
        open(u"pinGroupClusterCollStatPinnedNamespaces"_s, u"/body/namespaces"_s,
            QJsonArray {u"a"_s, u"b.c"_s, u"d"_s});
        const FieldNote* note = besideJson();
        QVERIFY(note);
        QTRY_VERIFY2(
            note->text().contains("Line 4, namespaces[0] and 1 more: must be"_L1), qPrintable(note->text()));
        QCOMPARE(note->text().count("database.collection"_L1), 1);
    }

    // "Twice" is one thing to mend: beside the button, below the field and beside the JSON.
    void whatIsRepeatedIsCountedOnce()
    {
        const QString place = u"/body/namespaces"_s;
        open(u"pinGroupClusterCollStatPinnedNamespaces"_s, place, QJsonArray {u"a.b"_s});
        const int others = m_window->model.missingCount();
        m_window->model.setValue(place, QJsonArray {u"a"_s, u"b.c"_s, u"a"_s, u"d"_s});
        QTRY_VERIFY2(m_window->mistake(place).startsWith(u"“a” (2 times), “d”: "_s),
            qPrintable(m_window->mistake(place)));
        QCOMPARE(m_window->model.missingCount(), others + 2);
        const FieldNote* note = besideJson();
        QVERIFY(note);
        QTRY_VERIFY2(note->text().contains("Line 4, namespaces[0] (2 times) and 1 more: "_L1),
            qPrintable(note->text()));
    }
};

TELAMON_WIDGET_TEST(TestJsonRemarks)
#include "test_jsonremarks.moc"
