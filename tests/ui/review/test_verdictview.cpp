// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/catalog.h"
#include "tests/support/testprogram.h"
#include "ui/review/answerview.h"
#include "ui/review/verdictview.h"

#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestVerdictView : public QObject {
    Q_OBJECT

    std::optional<Catalog> m_catalog;

    static bool says(const VerdictView& view, const QString& text)
    {
        const QList<QLabel*> labels = view.findChildren<QLabel*>();
        return std::any_of(labels.cbegin(), labels.cend(),
            [&text](const QLabel* each) { return each->isVisible() && each->text() == text; });
    }
    static Change deletion()
    {
        Change change;
        change.title = u"Delete a search index"_s;
        change.where = {u"shop"_s, u"orders"_s, u"<b>default</b>"_s};
        change.verdict = Change::Verdict::Done;
        change.before = QJsonObject {{u"name"_s, u"default"_s}};
        return change;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto read = Catalog::builtIn();
        QVERIFY(read.hasValue());
        m_catalog.emplace(std::move(read).value());
    }

    void whatWasDoneIsSaidAndWhatIsGone()
    {
        VerdictView view;
        view.show();
        view.showVerdict(m_catalog->operation(u"deleteGroupClusterSearchIndex"), deletion());
        QVERIFY(says(view, u"Delete a search index: shop › orders › <b>default</b>"_s));
        const auto* answer = view.findChild<AnswerView*>();
        QVERIFY(answer->isVisible());
        QVERIFY(says(view, u"As it was before:"_s));
        QTRY_VERIFY(answer->findChild<QPlainTextEdit*>()->toPlainText().contains("default"_L1));
    }

    void whatIsNotGoneIsNotShown_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<Change::Verdict>("verdict");
        QTest::newRow("a change") << u"updateGroupServiceAccount"_s << Change::Verdict::Done;
        QTest::newRow("not known") << u"deleteGroupClusterSearchIndex"_s << Change::Verdict::Unknown;
    }
    void whatIsNotGoneIsNotShown()
    {
        QFETCH(const QString, operation);
        QFETCH(const Change::Verdict, verdict);
        Change change = deletion();
        change.verdict = verdict;
        VerdictView view;
        view.show();
        view.showVerdict(m_catalog->operation(operation), change);
        QVERIFY(!view.findChild<AnswerView*>()->isVisible());
    }
};

TELAMON_WIDGET_TEST(TestVerdictView)
#include "test_verdictview.moc"
