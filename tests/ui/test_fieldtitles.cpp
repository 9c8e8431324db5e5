// SPDX-License-Identifier: GPL-3.0-or-later
// A field has one name: that of its column, in the detail too.
#include "models/detailmodel.h"
#include "models/fieldtitles.h"
#include "models/recordmodel.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/pages/pagedescription.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/recordview.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestFieldTitles : public ConsoleTest {
    Q_OBJECT

private Q_SLOTS:
    void aFieldIsCalledAsItsColumn_data()
    {
        QTest::addColumn<Place::Kind>("kind");
        QTest::newRow("fleet") << Place::Kind::Fleet;
        QTest::newRow("organization") << Place::Kind::Organization;
        QTest::newRow("project") << Place::Kind::Project;
        QTest::newRow("cluster") << Place::Kind::Cluster;
        QTest::newRow("flex cluster") << Place::Kind::FlexCluster;
    }
    void aFieldIsCalledAsItsColumn()
    {
        QFETCH(const Place::Kind, kind);
        int compared = 0;
        const QList<const PageDescription*> pages = pagesOf(kind);
        for (const PageDescription* page : pages) {
            if (kind == Place::Kind::Fleet)
                QVERIFY(m_console->open({}, page->id));
            else if (!m_console->openOneWithRows(kind, page->id))
                continue; // nothing is read, and no schema known
            const RecordModel& records = m_console->page().model();
            for (const RecordSource& source : records.layout().sources)
                compared += compare(records, source);
            if (QTest::currentTestFailed())
                QFAIL(page->id.constData());
        }
        QVERIFY(compared > 20);
    }

    void aRecordThatIsReadAgainHasThemToo()
    {
        QVERIFY(m_console->openOneWithRows(Place::Kind::Project, "alerts"));
        RecordPage& page = m_console->page();
        const std::size_t before = m_console->log().entries().size();
        page.view().selectRow(0);
        page.setDetailShown(true);
        QTRY_VERIFY(
            m_console->log().entries().size() > before && m_console->log().entries().back().isFinished);
        const QAbstractItemModel& fields = *page.detail().fields().model();
        const auto nameOf = [&fields](const QString& pointer) {
            const QModelIndexList found =
                fields.match(fields.index(0, 0), DetailModel::PointerRole, pointer, 1, Qt::MatchExactly);
            return found.isEmpty() ? QString() : found.first().data().toString();
        };
        for (const char* column : {"eventType", "status", "created", "updated"}) {
            const int at = page.model().columnOf(column);
            const QString path =
                column == QByteArray("eventType") ? u"eventTypeName"_s : QString::fromLatin1(column);
            QTRY_COMPARE(nameOf(u'/' + path), page.model().headerData(at, Qt::Horizontal, Qt::DisplayRole));
        }
    }

private:
    // How many columns are of one field; those of parts of a field are called otherwise.
    static int compare(const RecordModel& records, const RecordSource& source)
    {
        static const QRegularExpression oneField(u"^/([^/*?=@#]+)(/\\*)?$"_s);
        const FieldTitles titles = records.titles(source.id);
        QSet<QString> seen;
        for (std::size_t i = 0; i < source.paths.size(); ++i) {
            const QByteArrayList& alternatives = source.paths[i].alternatives;
            const auto match = oneField.match(QString::fromUtf8(alternatives.value(0)));
            if (alternatives.size() != 1 || !match.hasMatch() || seen.contains(match.captured(1)))
                continue;
            seen.insert(match.captured(1));
            const QString column = records.headerData(int(i), Qt::Horizontal, Qt::DisplayRole).toString();
            const QString field = titles.title(titles.root(), match.captured(1));
            if (field != column)
                QTest::qFail(qPrintable(QString::fromLatin1(source.id) + u": "_s + match.captured(1)
                                 + u" is "_s + field + u", its column "_s + column),
                    __FILE__, __LINE__);
        }
        return int(seen.size());
    }
};

TELAMON_WIDGET_TEST(TestFieldTitles)
#include "test_fieldtitles.moc"
