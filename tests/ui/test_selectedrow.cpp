// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/catalog.h"
#include "models/operationrequest.h"
#include "models/recordmodel.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/pages/pageactions.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/recordview.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

// What is highlighted and what an action is about are the same row, or it is not done.
class TestSelectedRow : public ConsoleTest {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsDoneToOneOfSeveralRows()
    {
        QVERIFY(m_console->openOneWithRows(Place::Kind::FlexCluster, "flexSnapshots"));
        RecordPage& page = m_console->page();
        QVERIFY(page.model().rowCount() > 2);
        const QAction* restore = page.actions().pageActions().first();
        const QString several = u"Select the one row that is meant"_s;
        QItemSelectionModel& selection = *page.view().selectionModel();
        const auto toggle = [&page, &selection](int row) {
            selection.setCurrentIndex(
                page.model().index(row, 0), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
        };
        page.view().selectRow(0);
        QTest::keyPress(&page.view(), Qt::Key_Control, Qt::ControlModifier); // which is still held
        page.view().selectRow(1);
        page.view().selectRow(0);
        QTest::keyRelease(&page.view(), Qt::Key_Control, Qt::NoModifier);
        QVERIFY(!restore->toolTip().contains(several));
        toggle(1);
        QVERIFY(!restore->isEnabled());
        QVERIFY(restore->toolTip().contains(several));
        selection.select(page.model().index(1, 0), QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
        QVERIFY(restore->toolTip().contains(several)); // the first is selected, the second is current
        const Operation& operation =
            m_console->catalog().operation(u"createGroupFlexClusterBackupRestoreJob"_s);
        const auto asked = [&page, &operation] {
            return page.requestOf(operation).start.value("body"_L1).toObject().value("snapshotId"_L1);
        };
        QVERIFY(asked().isUndefined());
        page.view().selectRow(1);
        QVERIFY(!asked().toString().isEmpty() && page.model().idAt(1).endsWith(asked().toString()));
        QVERIFY(!restore->toolTip().contains(several));
    }
};

TELAMON_WIDGET_TEST(TestSelectedRow)
#include "test_selectedrow.moc"
