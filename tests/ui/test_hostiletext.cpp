// SPDX-License-Identifier: GPL-3.0-or-later
// Texts meant to deceive, through every view: they are shown as the letters they are, load nothing, and do
// not hold up the window.
#include "models/inventory.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "tests/support/testprogram.h"
#include "tests/ui/accesswatch.h"
#include "tests/ui/consolefixture.h"
#include "tests/ui/hostileservice.h"
#include "tests/ui/hostiletexts.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/navigator/navigator.h"
#include "ui/pages/placeview.h"
#include "ui/pages/recordpage.h"
#include "ui/requestlog/requestlogdock.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/recordview.h"

#include <QImage>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStatusBar>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestHostileText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_picture = m_folder.filePath(u"picture.png"_s);
        QImage image(4, 4, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(m_picture));
        m_texts = hostileTexts(m_picture);
        m_console = std::make_unique<ConsoleFixture>();
        m_watch = std::make_unique<AccessWatch>(m_picture);
    }
    void cleanup()
    {
        QVERIFY(!m_watch->wasRead());
        m_console.reset();
    }

    // The judge must be able to find something.
    void whatDeceivesIsFound()
    {
        QLabel markup(m_texts.at(1));
        QCOMPARE(deceptionsIn(markup).isEmpty(), false);
        markup.setTextFormat(Qt::PlainText);
        QCOMPARE(deceptionsIn(markup), QStringList());
        markup.setText(u"zq7 \u202E"_s);
        QCOMPARE(deceptionsIn(markup).size(), 1);
        AccessWatch watch(m_picture);
        QVERIFY(!watch.wasRead());
        QVERIFY(!QImage(m_picture).isNull());
        QVERIFY(watch.wasRead() || !AccessWatch::isSupported());
        m_watch = std::make_unique<AccessWatch>(m_picture);
    }

    void everyViewShowsNamesAsLetters_data()
    {
        QTest::addColumn<bool>("isRaw");
        QTest::newRow("escaped in JSON") << false;
        QTest::newRow("as UTF-8") << true;
    }
    void everyViewShowsNamesAsLetters()
    {
        QFETCH(bool, isRaw);
        serveHostileNames(m_console->server().faults(), m_texts, isRaw);
        QVERIFY(m_console->connectToSandbox());
        m_console->window().requestLogDock()->show();
        const QTreeView* tree = m_console->window().navigator()->tree();
        QTRY_VERIFY(tree->model()->rowCount() > 50); // all organisations, one bears each name
        m_console->window().navigator()->tree()->expandAll();
        look(u"fleet"_s);
        Inventory& inventory = m_console->window().session()->inventory();
        QCOMPARE(inventory.organizations().totalCount(), int(m_texts.size()));
        QCOMPARE(inventory.projects().totalCount(), int(m_texts.size()));
        QVERIFY(inventory.clusters().totalCount() >= int(m_texts.size()));

        const QString organization = hostileId(0);
        const QString project = hostileId(0);
        for (const char* page : {"fleet", "projects", "alerts"})
            lookAt({}, page);
        for (const char* page : {"organizationProjects", "clusters", "alerts"})
            lookAt({Place::Kind::Organization, organization, {}, {}}, page);
        for (const char* page : {"clusters", "alerts"})
            lookAt({Place::Kind::Project, organization, project, {}}, page);
        for (const QString& name : {m_texts.at(0), m_texts.at(16), m_texts.at(37)}) {
            for (const char* page : {"searchIndexes", "snapshots"})
                lookAt({Place::Kind::Cluster, organization, project, name}, page);
            lookAt({Place::Kind::FlexCluster, organization, project, name}, "flexSnapshots");
        }
        // Titles bear the names of every organisation.
        for (qsizetype i = 0; i < m_texts.size(); ++i) {
            m_console->window().showPlace(
                {Place::Kind::Organization, hostileId(i), {}, {}}, "organizationProjects");
            QVERIFY(m_console->window().windowTitle().contains(hostileMarker()));
            QCOMPARE(titleDeceptions().join(u'\n'), QString());
            QVERIFY(!m_console->window().windowTitle().contains("[*]"_L1));
        }
        QVERIFY(m_console->waitForPage());
    }

    void everyRefusalIsReadAsLetters()
    {
        QVERIFY(m_console->connectToSandbox());
        const Place project = m_console->place(Place::Kind::Project);
        m_console->window().requestLogDock()->show();
        QTableView* log = m_console->window().requestLogDock()->table();
        for (qsizetype i = 0; i < m_texts.size(); ++i) {
            refuseWithHostileText(m_console->server().faults(), m_texts.at(i));
            m_console->window().showPlace(project, "alerts");
            m_console->page().refresh();
            QVERIFY(m_console->waitForPage());
            QVERIFY(m_console->page().hasFailed());
            QVERIFY2(m_console->page().stateSentence().contains(hostileMarker()),
                qPrintable(m_console->page().stateSentence().left(200)));
            m_console->window().showNotice(m_console->page().stateSentence());
            log->selectRow(log->model()->rowCount() - 1);
            for (const QWidget* part : {static_cast<QWidget*>(&m_console->page()),
                     static_cast<QWidget*>(m_console->window().requestLogDock()),
                     static_cast<QWidget*>(m_console->window().statusBar())})
                QCOMPARE(deceptionsIn(*part).mid(0, 3).join(u'\n'), QString());
            QVERIFY(m_console->window().width() <= 1280 && m_console->window().height() <= 800);
        }
    }

    void jsonShowsEscapes()
    {
        serveHostileNames(m_console->server().faults(), m_texts, true);
        QVERIFY(m_console->connectToSandbox());
        QVERIFY(m_console->open({}, "projects"));
        RecordPage& page = m_console->page();
        for (qsizetype i = 0; i < m_texts.size(); ++i) {
            if (!m_texts.at(i).contains(QChar(0x202E)))
                continue;
            page.view().selectRow(page.model().rowOf(hostileId(i)));
            QCOMPARE(page.view().currentId(), hostileId(i));
            const auto texts = page.detail().findChildren<QPlainTextEdit*>();
            QVERIFY(!texts.isEmpty());
            QVERIFY2(
                texts.last()->toPlainText().contains("\\u202e"_L1), qPrintable(texts.last()->toPlainText()));
        }
    }

private:
    // Of what names the place: the window's title, and the labels above the page.
    QStringList titleDeceptions() const
    {
        QWidget title;
        title.setWindowTitle(m_console->window().windowTitle());
        QStringList found = deceptionsIn(title);
        const auto labels =
            m_console->window().placeView()->findChildren<QLabel*>(Qt::FindDirectChildrenOnly);
        for (const QLabel* label : labels)
            found += deceptionsIn(*label);
        return found;
    }

    void look(const QString& where)
    {
        const QStringList found = deceptionsIn(m_console->window());
        QVERIFY2(found.isEmpty(), qPrintable(where + u": "_s + found.mid(0, 4).join(u'\n')));
        (void)m_console->window().grab(); // paints every visible cell
    }

    void lookAt(const Place& place, const QByteArray& pageId)
    {
        QVERIFY(m_console->open(place, pageId));
        RecordPage& page = m_console->page();
        const QString where = QString::fromLatin1(pageId);
        if (!page.hasFailed())
            QVERIFY2(page.model().totalCount() >= int(m_texts.size()), qPrintable(where));
        QVERIFY2(hostileTextsShownIn(page) > 0, qPrintable(where));
        const int rows = std::min(page.model().rowCount(), 3);
        for (int row = 0; row < rows; ++row)
            page.view().selectRow(row);
        QCOMPARE(deceptionsIn(page).mid(0, 3).join(u'\n'), QString());
        for (const int row : {page.model().rowCount() / 2, page.model().rowCount() - 1}) {
            if (row >= 0)
                page.view().selectRow(row);
        }
        const auto tables = page.detail().findChildren<RecordView*>();
        for (const RecordView* table : tables)
            QTRY_VERIFY(!table->recordModel()->isLoading());
        look(where);
    }

    QTemporaryDir m_folder;
    QString m_picture;
    QList<QString> m_texts;
    std::unique_ptr<ConsoleFixture> m_console;
    std::unique_ptr<AccessWatch> m_watch;
};

TELAMON_WIDGET_TEST(TestHostileText)
#include "test_hostiletext.moc"
