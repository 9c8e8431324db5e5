// SPDX-License-Identifier: GPL-3.0-or-later
// A change from the form to its verdict in the console, with the sandbox behind it.
#include "models/forms/formmodel.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consolefixture.h"
#include "tests/ui/fieldrows.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/formview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/review/changedialog.h"
#include "ui/review/reviewview.h"
#include "ui/review/verdictview.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;
using namespace Telamon;
using Step = ChangeDialog::Step;

class TestChangeInSandbox : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ConsoleFixture> m_console;
    ChangeDialog* m_dialog = nullptr;

    void open(const ChangeDialog::Request& request)
    {
        m_dialog = new ChangeDialog(m_console->session(), m_console->drafts(), request, &m_console->window());
        m_dialog->open();
        QTRY_COMPARE(m_dialog->step(), Step::Form);
    }
    FieldRow* row(const QString& pointer) { return fieldRow(*m_dialog, pointer); }

private Q_SLOTS:
    void initTestCase()
    {
        m_console = std::make_unique<ConsoleFixture>();
        QVERIFY(m_console->connectToSandbox());
        QVERIFY(m_console->recordChanges());
    }
    void cleanup() { delete std::exchange(m_dialog, nullptr); }
    void cleanupTestCase() { m_console.reset(); }

    void idsArePickedFromWhatIsLoaded()
    {
        open({.operation = &m_console->catalog().operation(u"listGroupClusterSearchIndexes"_s)});
        auto* project = qobject_cast<QComboBox*>(row(u"/parameters/groupId"_s)->editor()->control());
        QVERIFY(project && project->count() > 1);
        auto* cluster = qobject_cast<QComboBox*>(row(u"/parameters/clusterName"_s)->editor()->control());
        const int all = cluster->count();
        project->setFocus();
        QTest::keyClick(project, Qt::Key_Down);
        QVERIFY(!m_dialog->model().value(u"/parameters/groupId"_s).toString().isEmpty());
        QVERIFY(cluster->count() < all); // those of the project
    }

    // What can be migrated is known to the organisation of the project that the form is about.
    void aMigrationsSourceIsPicked()
    {
        ChangeDialog::Request request {
            .operation = &m_console->catalog().operation(u"createGroupLiveMigration"_s)};
        request.fixed.insert(u"groupId"_s, projectOf(u"Northwind Retail"_s));
        open(request);
        const auto box = [this](const QString& pointer) {
            return qobject_cast<QComboBox*>(row(pointer)->editor()->control());
        };
        QTRY_VERIFY(box(u"/body/source/groupId"_s)->count() > 0);
        Q_EMIT box(u"/body/source/groupId"_s)->activated(0);
        QVERIFY(!m_dialog->model().value(u"/body/source/groupId"_s).toString().isEmpty());
        for (const QString& pointer : {u"/body/source/clusterName"_s, u"/body/migrationHosts"_s})
            QTRY_VERIFY2(box(pointer)->count() > 0, qPrintable(pointer));
        // The destination's clusters are those of the destination's project.
        auto* clusters = box(u"/body/destination/clusterName"_s);
        m_dialog->model().setValue(u"/body/destination/groupId"_s, u"0123456789abcdef01234567"_s);
        QTRY_COMPARE(clusters->count(), 0);
    }

    void whatIsNewBeginsWithoutAWarning()
    {
        const Place place = m_console->place(Place::Kind::Cluster);
        open({.operation = &m_console->catalog().operation(u"createGroupClusterSearchIndex"_s),
            .fixed = {{u"groupId"_s, place.projectId}, {u"clusterName"_s, place.clusterName}}});
        QCOMPARE(m_dialog->message()->text(), QString());
        QVERIFY(m_dialog->model().state().isUndefined());
    }

    void anArchiveIsPaused()
    {
        const Place place = m_console->place(Place::Kind::Cluster);
        QVERIFY(!place.clusterName.isEmpty());
        ChangeDialog::Request request {
            .operation = &m_console->catalog().operation(u"updateGroupClusterOnlineArchive"_s)};
        // The archive is picked from those of the cluster, read when the picker asks.
        const auto clusters = archives();
        QVERIFY(!clusters.isEmpty());
        request.fixed = clusters;
        open(request);
        QVERIFY(!m_dialog->model().state().isUndefined());
        m_dialog->model().setValue(u"/body/paused"_s, !m_dialog->model().value(u"/body/paused"_s).toBool());
        QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_dialog->step(), Step::Review);
        // Where it is stands first, and by names.
        const QString project =
            m_console->session().inventory().projectName(clusters.value(u"groupId"_s).toString());
        const QString where = m_dialog->review()->findChild<QLabel*>()->text();
        QVERIFY2(!project.isEmpty()
                && where.startsWith(
                    project + u" › "_s + clusters.value(u"clusterName"_s).toString() + u" › "_s),
            qPrintable(where));
        // The archive by its collection: one database has several.
        const QJsonObject there = m_dialog->model().state().toObject();
        const QString archive =
            there.value("dbName"_L1).toString() + u'.' + there.value("collName"_L1).toString();
        const auto* label = m_dialog->review()->findChild<QLabel*>();
        QTRY_VERIFY2(
            archive.size() > 1 && label->text().endsWith(u" › "_s + archive), qPrintable(label->text()));
        QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_dialog->step(), Step::End);
        QVERIFY2(m_dialog->verdict()->text().startsWith("Done."_L1)
                || m_dialog->verdict()->text().startsWith("Accepted."_L1),
            qPrintable(m_dialog->verdict()->text()));
    }

private:
    QString projectOf(const QString& organization)
    {
        const RecordModel& organizations = m_console->session().inventory().organizations();
        for (int i = 0; i < organizations.totalCount(); ++i) {
            const QString id = organizations.recordText(i, "id");
            if (m_console->session().inventory().organizationName(id) == organization)
                return m_console->session().inventory().projectIds(id).value(0);
        }
        return {};
    }
    // Project, cluster and id of an archive that the sandbox has.
    QMap<QString, QJsonValue> archives();
};

// Looks through the clusters until one has an archive.
QMap<QString, QJsonValue> TestChangeInSandbox::archives()
{
    const RecordModel& clusters = m_console->session().inventory().clusters();
    const Operation& list = m_console->catalog().operation(u"listGroupClusterOnlineArchives"_s);
    for (int i = 0; i < clusters.totalCount(); ++i) {
        const QMap<QString, QJsonValue> place {{u"groupId"_s, clusters.recordText(i, "groupId")},
            {u"clusterName"_s, clusters.recordText(i, "name")}};
        QObject owner;
        ApiCall* call = m_console->session().client().call(list, {place, {}}, &owner);
        QSignalSpy finished(call, &ApiCall::finished);
        if (!finished.wait() || call->problem())
            continue;
        const QJsonArray found =
            QJsonDocument::fromJson(call->answer().body).object().value("results"_L1).toArray();
        if (found.isEmpty())
            continue;
        QMap<QString, QJsonValue> fixed = place;
        fixed.insert(u"archiveId"_s, found.first()[u"_id"_s]);
        return fixed;
    }
    return {};
}

TELAMON_WIDGET_TEST(TestChangeInSandbox)
#include "test_changeinsandbox.moc"
