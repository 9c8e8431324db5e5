// SPDX-License-Identifier: GPL-3.0-or-later
// Texts meant to deceive, through every view: they are shown as the letters they are, load nothing, and do
// not hold up the window.
#include "models/inventory.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "tests/ui/accesswatch.h"
#include "tests/ui/consolefixture.h"
#include "tests/ui/hostiletexts.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/navigator/navigator.h"
#include "ui/pages/recordpage.h"
#include "ui/requestlog/requestlogdock.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/recordview.h"

#include <QImage>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

QByteArray idOf(qsizetype number)
{
    return QByteArray::number(number).rightJustified(24, 'a');
}

// One record a text: `shape` with @ for the text as JSON and # for an id.
QByteArray records(const QList<QString>& texts, const QByteArray& shape, bool isRaw)
{
    QByteArrayList made;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        QByteArray record = shape;
        record.replace('#', idOf(i));
        made.append(record.replace('@', isRaw ? toRawJsonString(texts.at(i)) : toJsonString(texts.at(i))));
    }
    return made.join(',');
}

QByteArray results(const QByteArray& joined)
{
    return R"({"totalCount":0,"links":[],"results":[)" + joined + "]}";
}

} // namespace

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
        QVERIFY2(m_console->watchdog().longestTurn() <= GuiWatchdog::limit(),
            qPrintable(
                u"a turn of the event loop took %1 ms"_s.arg(m_console->watchdog().longestTurn().count())));
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
        QImage read(m_picture);
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
        serveNames(isRaw);
        QVERIFY(m_console->connectToSandbox());
        m_console->window().requestLogDock()->show();
        const QTreeView* tree = m_console->window().navigator()->tree();
        QTRY_VERIFY(tree->model()->rowCount() > 50); // all organisations, one bears each name
        m_console->window().navigator()->tree()->expandAll();
        look(u"fleet"_s);
        const Inventory& inventory = m_console->window().session()->inventory();
        QCOMPARE(inventory.organizations().totalCount(), int(m_texts.size()));
        QCOMPARE(inventory.projects().totalCount(), int(m_texts.size()));
        QVERIFY(inventory.clusters().totalCount() >= int(m_texts.size()));

        const QString organization = QString::fromLatin1(idOf(0));
        const QString project = QString::fromLatin1(idOf(0));
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
                {Place::Kind::Organization, QString::fromLatin1(idOf(i)), {}, {}}, "organizationProjects");
            QCOMPARE(deceptionsIn(m_console->window()).mid(0, 3), QStringList());
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
            const QByteArray text = toJsonString(m_texts.at(i));
            serve("/alerts", 400,
                R"({"error":400,"errorCode":)" + text + R"(,"detail":)" + text + R"(,"reason":)" + text
                    + R"(,"parameters":[)" + text + R"(],"badRequestDetail":{"fields":[{"field":)" + text
                    + R"(,"description":)" + text + "}]}}",
                1);
            m_console->window().showPlace(project, "alerts");
            m_console->page().refresh();
            QVERIFY(m_console->waitForPage());
            QVERIFY(m_console->page().hasFailed());
            QVERIFY2(m_console->page().stateSentence().contains(hostileMarker()),
                qPrintable(m_console->page().stateSentence().left(200)));
            m_console->window().showNotice(m_console->page().stateSentence());
            log->selectRow(log->model()->rowCount() - 1);
            QCOMPARE(deceptionsIn(m_console->window()).mid(0, 3), QStringList());
            QVERIFY(m_console->window().width() <= 1280 && m_console->window().height() <= 800);
        }
    }

    void jsonShowsEscapes()
    {
        serveNames(true);
        QVERIFY(m_console->connectToSandbox());
        QVERIFY(m_console->open({}, "projects"));
        RecordPage& page = m_console->page();
        for (qsizetype i = 0; i < m_texts.size(); ++i) {
            if (!m_texts.at(i).contains(QChar(0x202E)))
                continue;
            page.view().selectRow(page.model().rowOf(QString::fromLatin1(idOf(i))));
            QCOMPARE(page.view().currentId(), QString::fromLatin1(idOf(i)));
            const auto texts = page.detail().findChildren<QPlainTextEdit*>();
            QVERIFY(!texts.isEmpty());
            QVERIFY2(
                texts.last()->toPlainText().contains("\\u202e"_L1), qPrintable(texts.last()->toPlainText()));
        }
    }

private:
    void serve(const QString& path, int status, const QByteArray& body, int times = -1)
    {
        Sandbox::Fault fault;
        fault.kind = Sandbox::Fault::Kind::Status;
        fault.status = status;
        fault.path = path;
        fault.times = times;
        fault.body = body;
        m_console->server().faults().add(fault);
    }
    void serve(const QString& path, const QByteArray& shape, bool isRaw, bool isBare = false)
    {
        const QByteArray joined = records(m_texts, shape, isRaw);
        serve(path, 200, isBare ? '[' + joined + ']' : results(joined));
    }

    // One organisation and one project a text; the first project has a cluster a text, each cluster
    // an index and a snapshot a text.
    void serveNames(bool isRaw)
    {
        const QString v2 = u"^/api/atlas/v2"_s;
        const QString first = v2 + u"/groups/%1"_s.arg(QString::fromLatin1(idOf(0)));
        serve(v2 + u"/orgs(\\?|$)"_s, R"({"id":"#","name":@})", isRaw);
        serve(v2 + u"/(orgs/\\w+/)?groups(\\?|$)"_s,
            R"({"id":"#","orgId":"#","name":@,"created":@,"unknown":@})", isRaw);
        serve(v2 + u"/clusters\\?"_s, 200,
            results(R"({"groupId":")" + idOf(0) + R"(","orgId":")" + idOf(0)
                + R"(","groupName":"p","orgName":"o","tags":[],"clusters":[)"
                + records(m_texts,
                    R"({"name":@,"clusterId":"#","type":@,"availability":@,"versions":[@,@],"nodeCount":3})",
                    isRaw)
                + "]}"));
        serve(first + u"/clusters(\\?|$)"_s,
            R"({"name":@,"id":"#","groupId":"#","clusterType":@,"stateName":@,"mongoDBVersion":@,"tags":[{"key":@,"value":@}],)"
            R"("replicationSpecs":[{"regionConfigs":[{"regionName":@,"providerName":@,"electableSpecs":{"instanceSize":@}}]}]})",
            isRaw);
        serve(v2 + u"/groups/\\w+/(clusters|flexClusters)(\\?|$)"_s, 200, results({}));
        serve(u"/alerts(\\?|$)"_s,
            R"({"id":"#","groupId":"#","status":@,"eventTypeName":@,"clusterName":@,"hostnameAndPort":@,"userAlias":@,)"
            R"("replicaSetName":@,"metricName":@,"currentValue":{"number":1,"units":@},"acknowledgingUsername":@,)"
            R"("acknowledgementComment":@,"processorName":@,"processorErrorMsg":@,"created":@,"unknown":{"more":[@]}})",
            isRaw);
        serve(u"/alerts/\\w+"_s, 200,
            R"({"id":"a","status":"OPEN","eventTypeName":)" + toJsonString(m_texts.at(0)) + '}');
        serve(u"/search/indexes"_s,
            R"({"indexID":"#","name":@,"database":@,"collectionName":@,"type":@,"status":@,"queryable":true,)"
            R"("statusDetail":[{"hostname":@,"status":@}],"latestDefinition":{"mappings":{"dynamic":true,"fields":{@:@}}}})",
            isRaw, true);
        serve(u"/backup/snapshots"_s,
            R"({"id":"#","description":@,"status":@,"type":@,"snapshotType":@,"members":[{"replicaSetName":@,"cloudProvider":@}]})",
            isRaw);
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
        look(where);
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

QTEST_MAIN(TestHostileText)
#include "test_hostiletext.moc"
