// SPDX-License-Identifier: GPL-3.0-or-later
// The list of events: what of its filter is sent to the service, and what is applied here.
#include "api/sandbox/faults.h"
#include "models/inventory.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/wordsedit.h"

#include <QAbstractItemView>
#include <QMap>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestEventsPage : public ConsoleTest {
    Q_OBJECT

    void openAll(Place::Kind kind) { openAll(m_console->place(kind)); }
    void openAll(const Place& place)
    {
        Session& session = *m_console->window().session();
        session.setFixedNow(session.now());
        QVERIFY(m_console->open(
            place, place.kind == Place::Kind::Organization ? "organizationEvents" : "events"));
        m_console->page().setChoice("span", {});
        QVERIFY(m_console->waitForPage());
        QVERIFY(m_console->page().model().totalCount() > 0);
    }
    int countOf(const QString& type)
    {
        const RecordModel& model = m_console->page().model();
        int count = 0;
        for (int record = 0; record < model.totalCount(); ++record)
            count += model.recordText(record, "eventType") == type;
        return count;
    }
    QByteArrayList targets()
    {
        QByteArrayList found;
        const QList<Sandbox::SeenRequest> seen = m_console->server().faults().seen();
        for (const Sandbox::SeenRequest& request : seen) {
            if (request.target.contains("/events?"))
                found.append(request.target);
        }
        return found;
    }
    // Of the project that has the most: nothing where it has fewer than three.
    QStringList openProjectWithClusters()
    {
        const RecordModel& clusters = m_console->window().session()->inventory().clusters();
        QMap<QString, QStringList> byProject;
        for (int record = 0; record < clusters.totalCount(); ++record) {
            if (const QString name = clusters.recordText(record, "name"); !name.isEmpty())
                byProject[clusters.recordText(record, "groupId")].append(name);
        }
        Place place {Place::Kind::Project, {}, {}, {}};
        QStringList names;
        for (int record = 0; record < clusters.totalCount(); ++record) {
            const QStringList here = byProject.value(clusters.recordText(record, "groupId"));
            if (here.size() > std::max<qsizetype>(names.size(), 2)) {
                names = here;
                place.organizationId = clusters.recordText(record, "orgId");
                place.projectId = clusters.recordText(record, "groupId");
            }
        }
        if (!names.isEmpty())
            openAll(place);
        names.sort(Qt::CaseInsensitive);
        return names;
    }
    WordsEdit* words(const char* key)
    {
        return m_console->page().filterBar().findChild<WordsEdit*>(QString::fromLatin1(key));
    }
    static QByteArray asked(const QString& cluster) { return "clusterNames=" + cluster.toUtf8() + '&'; }
    // Down to the one that is meant, and Enter.
    static void pick(WordsEdit& edit, const QString& word)
    {
        QVERIFY(edit.matches()->isVisible());
        const int rows = edit.matches()->model()->rowCount();
        for (int i = 0; i < rows && edit.matches()->currentIndex().data().toString() != word; ++i)
            QTest::keyClick(edit.matches(), Qt::Key_Down);
        QCOMPARE(edit.matches()->currentIndex().data().toString(), word);
        QTest::keyClick(edit.matches(), Qt::Key_Return);
        QVERIFY(!edit.matches()->isVisible());
    }

    void beforeConnecting() override { activate(); }

private Q_SLOTS:
    void aFilterTooLongToSendIsAppliedHere_data()
    {
        using Kind = Place::Kind;
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("says");
        const QString applied = u"it is applied here"_s;
        QTest::newRow("project, only") << int(Kind::Project) << QByteArray("eventType") << applied;
        QTest::newRow("project, except") << int(Kind::Project) << QByteArray("excludedEventType") << applied;
        QTest::newRow("cluster, only") << int(Kind::Cluster) << QByteArray("eventType") << applied;
        QTest::newRow("organization, only") << int(Kind::Organization) << QByteArray("eventType") << applied;
        QTest::newRow("organization, except")
            << int(Kind::Organization) << QByteArray("excludedEventType") << u"they are left out here"_s;
    }
    void aFilterTooLongToSendIsAppliedHere()
    {
        QFETCH(const int, kind);
        QFETCH(const QByteArray, key);
        QFETCH(const QString, says);
        openAll(Place::Kind(kind));
        RecordPage& page = m_console->page();
        QVERIFY2(!page.stateSentence().contains("here"_L1), qPrintable(page.stateSentence()));
        const int all = page.model().totalCount();
        const QString type = page.model().recordText(0, "eventType");
        const int ofType = countOf(type);
        QVERIFY(ofType > 0 && ofType < all);
        QStringList types {type};
        for (int i = 1; i < 400; ++i)
            types.append(u"A_TYPE_THAT_NOBODY_KNOWS_%1"_s.arg(i));
        m_console->server().faults().forgetSeen();
        page.setChoice(key, types.join(u' '));
        QVERIFY(m_console->waitForPage());
        const QByteArrayList sent = targets();
        QVERIFY(!sent.isEmpty());
        const QByteArray parameter = key + '=';
        for (const QByteArray& target : sent) {
            QVERIFY2(target.size() <= 8192, qPrintable(QString::number(target.size())));
            QVERIFY(!target.contains(parameter));
            QCOMPARE(target.contains("clusterNames="), Place::Kind(kind) == Place::Kind::Cluster);
        }
        const bool isInclusion = key == "eventType";
        QCOMPARE(page.model().totalCount(), isInclusion ? ofType : all - ofType);
        QCOMPARE(countOf(type), isInclusion ? ofType : 0);
        QVERIFY2(page.stateSentence().contains(says), qPrintable(page.stateSentence()));
        page.setChoice(key, {});
        QVERIFY(m_console->waitForPage());
        QCOMPARE(page.model().totalCount(), all);
        QVERIFY2(page.stateSentence().isEmpty(), qPrintable(page.stateSentence()));
    }

    void aFilterThatFitsIsSent()
    {
        openAll(Place::Kind::Project);
        RecordPage& page = m_console->page();
        const QString type = page.model().recordText(0, "eventType");
        const int ofType = countOf(type);
        m_console->server().faults().forgetSeen();
        page.setChoice("eventType", type);
        QVERIFY(m_console->waitForPage());
        const QByteArrayList sent = targets();
        QVERIFY(!sent.isEmpty());
        const QByteArray parameter = "eventType=" + type.toUtf8();
        for (const QByteArray& target : sent)
            QVERIFY(target.contains(parameter));
        QCOMPARE(page.model().totalCount(), ofType);
        QVERIFY2(page.stateSentence().isEmpty(), qPrintable(page.stateSentence()));
    }

    void clustersAreChosenByKeysFromThoseOfTheProject()
    {
        const QStringList names = openProjectWithClusters();
        QVERIFY(names.size() > 2);
        RecordPage& page = m_console->page();
        const int all = page.model().totalCount();
        WordsEdit* edit = words("clusterNames");
        QVERIFY(edit && edit->isVisible());
        edit->setFocus();
        m_console->server().faults().forgetSeen();
        QTest::keyClick(edit, Qt::Key_Down);
        QCOMPARE(edit->matches()->model()->rowCount(), int(names.size()));
        pick(*edit, names.at(0));
        QCOMPARE(edit->text(), QString(names.at(0) + u' '));
        QVERIFY(targets().isEmpty()); // not before Enter
        QTest::keyClicks(edit, names.at(2).mid(1).toLower()); // found by any part of it
        pick(*edit, names.at(2));
        QCOMPARE(edit->words(), QStringList({names.at(0), names.at(2)}));
        QTest::keyClick(edit, Qt::Key_Down);
        QCOMPARE(edit->matches()->model()->rowCount(), int(names.size()) - 2); // the others
        QTest::keyClick(edit->matches(), Qt::Key_Escape);
        QVERIFY(!edit->matches()->isVisible());
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(m_console->waitForPage());
        const QByteArrayList sent = targets();
        QVERIFY(!sent.isEmpty());
        for (const QByteArray& target : sent) {
            QVERIFY(QByteArray(target + '&').contains(asked(names.at(0))));
            QVERIFY(QByteArray(target + '&').contains(asked(names.at(2))));
            QCOMPARE(target.count("clusterNames="), 2);
        }
        QVERIFY(page.model().totalCount() < all);
        for (int record = 0; record < page.model().totalCount(); ++record)
            QVERIFY(edit->words().contains(page.model().recordText(record, "target")));
    }

    void aClusterThatNobodyKnowsIsAskedForToo()
    {
        openAll(Place::Kind::Project);
        RecordPage& page = m_console->page();
        const int all = page.model().totalCount();
        WordsEdit* edit = words("clusterNames");
        QVERIFY(edit);
        edit->setFocus();
        m_console->server().faults().forgetSeen();
        QTest::keyClicks(edit, u"gone-since-long"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(m_console->waitForPage());
        QCOMPARE(targets().size(), 1);
        QVERIFY(targets().constFirst().contains("clusterNames=gone-since-long"));
        QCOMPARE(page.model().totalCount(), 0);
        page.setChoice("clusterNames", {});
        QVERIFY(m_console->waitForPage());
        QCOMPARE(page.model().totalCount(), all);
    }

    // An event need not tell its cluster: what is too long for one request is several.
    void manyClustersAreAskedForInParts()
    {
        const QStringList names = openProjectWithClusters();
        QVERIFY(!names.isEmpty());
        RecordPage& page = m_console->page();
        page.setChoice("clusterNames", names.join(u' '));
        QVERIFY(m_console->waitForPage());
        const int ofKnown = page.model().totalCount();
        QVERIFY(ofKnown > 0);
        QStringList many = names;
        for (int i = 0; i < 300; ++i)
            many.insert(i % 2 ? 0 : many.size(), u"a-cluster-that-nobody-knows-%1"_s.arg(i));
        m_console->server().faults().forgetSeen();
        page.setChoice("clusterNames", many.join(u", "_s));
        QVERIFY(m_console->waitForPage());
        const QByteArrayList sent = targets();
        QVERIFY(sent.size() > 2);
        const QByteArray together = sent.join('&') + '&';
        for (const QByteArray& target : sent)
            QVERIFY2(target.size() <= 8192, qPrintable(QString::number(target.size())));
        for (const QString& name : std::as_const(many))
            QVERIFY2(together.contains(asked(name)), qPrintable(name));
        QCOMPARE(page.model().totalCount(), ofKnown);
    }

    void onlyAProjectHasClustersToChoose()
    {
        for (const Place::Kind kind :
            {Place::Kind::Project, Place::Kind::Cluster, Place::Kind::Organization}) {
            openAll(kind);
            QCOMPARE(words("clusterNames") != nullptr, kind == Place::Kind::Project);
            WordsEdit* types = words("eventType");
            QVERIFY(types);
            types->setFocus();
            QTest::keyClicks(types, u"user"_s);
            QVERIFY(types->matches()->isVisible());
            QTest::keyClick(types->matches(), Qt::Key_Down);
            QVERIFY(types->matches()->currentIndex().data().toString().contains(u"USER"_s));
            QTest::keyClick(types->matches(), Qt::Key_Escape);
            types->clear();
        }
    }
};

TELAMON_WIDGET_TEST(TestEventsPage)
#include "test_eventspage.moc"
