// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/detailmodel.h"
#include "models/recordmodel.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/pages/pageactions.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/recordview.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Telamon;

// Whoever has the address of a download has the data: it is opened when asked for, and shown nowhere.
class TestDownloadLinks : public ConsoleTest {
    Q_OBJECT

    void afterConnecting() override { m_opened.clear(); }

private Q_SLOTS:
    void theHostIsToldBeforeItIsOpened_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("label");
        QTest::newRow("plain") << u"https://restore.example.net/a/b.tgz?token=secret"_s
                               << u"Download from restore.example.net…"_s;
        QTest::newRow("port") << u"https://restore.example.net:8443/b.tgz?token=secret"_s
                              << u"Download from restore.example.net:8443…"_s;
        QTest::newRow("looks like another")
            << u"https://\u0430pple.example/b.tgz?token=secret"_s << u"Download from xn--pple-43d.example…"_s;
    }
    void theHostIsToldBeforeItIsOpened()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, label);
        QVERIFY(openFlex({{u"snapshotUrl"_s, url}, {u"expirationDate"_s, u"2999-01-01T00:00:00Z"_s}}));
        QAction* download = action();
        QVERIFY2(download->isEnabled(), qPrintable(download->toolTip()));
        QCOMPARE(download->text(), label);
        QVERIFY(!download->toolTip().contains("secret"_L1));
        QVERIFY(m_opened.isEmpty());
        download->trigger();
        QCOMPARE(m_opened, QList<QUrl> {QUrl(url)});
    }

    void whatIsNotOpenedSaysWhy_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("expires");
        QTest::addColumn<QString>("reason");
        const QString later = u"2999-01-01T00:00:00Z"_s;
        const QString wrong = u"no plain https address"_s;
        QTest::newRow("not encrypted") << u"http://restore.example.net/b.tgz"_s << later << wrong;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << later << wrong;
        QTest::newRow("script") << u"javascript:alert(1)"_s << later << wrong;
        QTest::newRow("hidden host") << u"https://restore.example.net@evil.example/b.tgz"_s << later << wrong;
        QTest::newRow("no host") << u"https:///b.tgz"_s << later << wrong;
        QTest::newRow("expired") << u"https://restore.example.net/b.tgz"_s << u"2020-01-01T00:00:00Z"_s
                                 << u"has expired"_s;
        QTest::newRow("none") << QString() << later << u"has no download link"_s;
    }
    void whatIsNotOpenedSaysWhy()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, expires);
        QFETCH(const QString, reason);
        QVERIFY(openFlex({{u"snapshotUrl"_s, url}, {u"expirationDate"_s, expires}}));
        QVERIFY(!action()->isEnabled());
        QVERIFY2(action()->toolTip().contains(reason), qPrintable(action()->toolTip()));
        action()->trigger();
        QVERIFY(m_opened.isEmpty());
    }

    void noViewShowsIt()
    {
        QVERIFY(openFlex({{u"snapshotUrl"_s, u"https://restore.example.net/b.tgz?token=secret"_s},
            {u"expirationDate"_s, u"2999-01-01T00:00:00Z"_s}}));
        const DetailPane& detail = m_console->page().detail();
        const JsonView* json = detail.findChild<JsonView*>();
        const auto looksSafe = [&] {
            QStringList texts {json->toPlainText()};
            collect(*detail.findChild<QTreeView*>()->model(), {}, texts);
            return texts.filter(u"secret"_s).isEmpty() && texts.size() > 5;
        };
        QVERIFY2(json->toPlainText().contains("snapshotUrl"_L1), qPrintable(json->toPlainText()));
        QVERIFY(looksSafe());
        QTRY_VERIFY(json->toPlainText().contains("read again"_L1)); // the one job, by itself
        QVERIFY2(json->toPlainText().contains("snapshotUrl"_L1), qPrintable(json->toPlainText()));
        QVERIFY(looksSafe());
    }

    void eachShardIsChosenByItself()
    {
        const QString hostile = u"<b>two</b>&\u202E"_s;
        const QJsonArray components {QJsonObject {{u"replicaSetName"_s, u"one"_s},
                                         {u"downloadUrl"_s, u"https://a.example.net/1?token=secret"_s}},
            QJsonObject {{u"replicaSetName"_s, hostile},
                {u"downloadUrl"_s, u"https://b.example.net/2?token=secret"_s}}};
        m_console->serve(u"/backup/restoreJobs(\\?|$)"_s,
            QJsonObject {{u"results"_s,
                QJsonArray {job({{u"components"_s, components}, {u"deliveryType"_s, u"download"_s},
                    {u"expiresAt"_s, u"2999-01-01T00:00:00Z"_s}})}}});
        QVERIFY(open(Place::Kind::Cluster, "restoreJobs"));
        QCOMPARE(action()->text(), u"Download…"_s);
        action()->trigger();
        QVERIFY(m_opened.isEmpty());
        const QList<QAction*> entries = m_console->menuEntries();
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries.first()->text(), u"Download from a.example.net: one…"_s);
        QCOMPARE(entries.last()->text(), u"Download from b.example.net: <b>two</b>&&⟨U+202E⟩…"_s);
        entries.last()->trigger();
        QCOMPARE(m_opened, QList<QUrl> {QUrl(u"https://b.example.net/2?token=secret"_s)});
    }

    void aLinkThatNothingOpensIsSaid()
    {
        QVERIFY(openFlex({{u"snapshotUrl"_s, u"https://restore.example.net/b.tgz?token=secret"_s},
            {u"expirationDate"_s, u"2999-01-01T00:00:00Z"_s}}));
        QStringList notices;
        connect(&m_console->page(), &RecordPage::noticeRequested, this,
            [&notices](const QString& notice) { notices.append(notice); });
        m_console->page().actions().setUrlOpener([](const QUrl& /*url*/) { return false; });
        action()->trigger();
        QCOMPARE(notices, QStringList {u"No program was found that opens the address."_s});
    }

private:
    static QJsonObject job(const QJsonObject& more)
    {
        QJsonObject job {{u"id"_s, u"6641d3c2f1b2a94c7e5d8f01"_s}, {u"status"_s, u"COMPLETED"_s},
            {u"deliveryType"_s, u"DOWNLOAD"_s}};
        for (auto field = more.begin(); field != more.end(); ++field)
            job.insert(field.key(), field.value());
        return job;
    }

    // The page with one job, which is shown.
    bool openFlex(const QJsonObject& fields)
    {
        m_console->serveList(u"/backup/restoreJobs(\\?|$)"_s, {job(fields)});
        QJsonObject again = job(fields);
        again.insert(u"instanceName"_s, u"read again"_s);
        m_console->serve(u"/backup/restoreJobs/\\w+"_s, again);
        return open(Place::Kind::FlexCluster, "flexRestoreJobs");
    }

    bool open(Place::Kind kind, const QByteArray& pageId)
    {
        if (!m_console->open(m_console->place(kind), pageId) || m_console->page().model().rowCount() != 1)
            return false;
        m_console->page().actions().setUrlOpener([this](const QUrl& url) {
            m_opened.append(url);
            return true;
        });
        m_console->page().view().selectRow(0);
        return true;
    }

    QAction* action() { return m_console->page().actions().pageActions().last(); }

    static void collect(const QAbstractItemModel& model, const QModelIndex& parent, QStringList& texts)
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            for (int column = 0; column < model.columnCount(parent); ++column) {
                const QModelIndex index = model.index(row, column, parent);
                for (const int role :
                    {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(DetailModel::CopyRole)})
                    texts.append(index.data(role).toString());
            }
            collect(model, model.index(row, 0, parent), texts);
        }
    }

    QList<QUrl> m_opened;
};

TELAMON_WIDGET_TEST(TestDownloadLinks)
#include "test_downloadlinks.moc"
