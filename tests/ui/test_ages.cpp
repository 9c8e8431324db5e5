// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordmodel.h"
#include "models/session.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/recordview.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

// Of each field that is a moment, how long ago it is.
QStringList detailAges(const QTreeView& fields, const QModelIndex& parent = {})
{
    static const QRegularExpression moment(u"^\\d{4}-\\d\\d-\\d\\d .* · "_s);
    const QAbstractItemModel& model = *fields.model();
    QStringList ages;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QString text = model.index(row, 1, parent).data().toString();
        if (moment.match(text).hasMatch())
            ages.append(text);
        ages += detailAges(fields, model.index(row, 0, parent));
    }
    return ages;
}

} // namespace

// How long ago something was, on a page that stays open.
class TestAges : public ConsoleTest {
    Q_OBJECT
private Q_SLOTS:
    void agesGoOnByThemselves_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("a list") << "alerts"_ba;
        QTest::newRow("the inventory's own") << "fleet"_ba;
    }
    void agesGoOnByThemselves()
    {
        QFETCH(const QByteArray, page);
        QVERIFY(m_console->open({}, page));
        RecordPage& shown = m_console->page();
        int row = 0;
        while (row < shown.model().rowCount() && shown.model().text(row, "created").isEmpty())
            ++row;
        shown.setDetailShown(true);
        shown.view().selectRow(row);
        const auto ages = [&] {
            return QStringList {shown.model().text(row, "created")} + detailAges(shown.detail().fields());
        };
        QVERIFY2(ages().size() > 1, qPrintable(ages().join(u'\n'))); // in the table and in the detail
        static const QRegularExpression veryOld(u"\\b1\\d\\d y ago$"_s);
        QVERIFY(ages().filter(veryOld).isEmpty());
        constexpr qint64 century = 100 * 366 * 86'400'000LL;
        Session& session = *m_console->window().session();
        session.setFixedNow(session.now() + century);
        shown.model().setRenewal(std::chrono::milliseconds(1));
        QTRY_COMPARE(ages().filter(veryOld), ages());
    }

    void nobodyIsToldTheAgesOfAPageThatIsNotSeen()
    {
        QVERIFY(m_console->openOneWithRows(Place::Kind::Project, "alerts"));
        RecordPage& kept = m_console->page();
        QVERIFY(m_console->open({}, "alerts"));
        RecordPage& shown = m_console->page();
        QVERIFY(&shown != &kept && !kept.isVisible() && shown.isVisible());
        QSignalSpy keptChanged(&kept.model(), &QAbstractItemModel::dataChanged);
        QSignalSpy shownChanged(&shown.model(), &QAbstractItemModel::dataChanged);
        Session& session = *m_console->window().session();
        for (RecordPage* page : {&kept, &shown})
            page->model().setRenewal(std::chrono::milliseconds(1));
        const QString before = kept.model().text(0, "created");
        for (int hour = 0; hour < 3; ++hour) {
            session.setFixedNow(session.now() + 48 * 3'600'000LL);
            QVERIFY(shownChanged.wait());
        }
        QCOMPARE(keptChanged.count(), 0);
        QCOMPARE(kept.model().text(0, "created"), before);
        m_console->window().showPlace(kept.place(), "alerts");
        QTRY_VERIFY(kept.isVisible());
        QCOMPARE(keptChanged.count(), 1);
        QVERIFY(kept.model().text(0, "created") != before);
    }
};

TELAMON_WIDGET_TEST(TestAges)
#include "test_ages.moc"
