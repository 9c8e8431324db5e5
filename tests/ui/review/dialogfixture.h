// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forms/draftstore.h"
#include "models/session.h"
#include "tests/api/journal/journalsupport.h"
#include "tests/support/fixedauthenticator.h"
#include "tests/support/guiwatchdog.h"
#include "tests/ui/fieldrows.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/formview.h"
#include "ui/forms/placenote.h"
#include "ui/review/changedialog.h"

#include <QPointer>
#include <QTest>

namespace Telamon {

// A dialog on a small service that is scripted: what is there, what a write is answered with, and what came.
class DialogFixture {
public:
    DialogFixture()
        : m_catalog(thingCatalog()),
          m_log([](const Schema*, const QByteArray& json) { return json; }),
          m_drafts(m_folder.filePath(QStringLiteral("drafts")))
    {
        server.setHandler([this](const RecordedRequest& request) {
            return request.method() == "GET" ? ScriptedAnswer::ok(there) : answer;
        });
        m_journal = JournalledClient::opened(m_folder.filePath(QStringLiteral("journal.sqlite")));
        const HttpClient::Settings settings = TestClient::settings(server.url());
        Profile profile;
        profile.id = QStringLiteral("p1");
        profile.name = QStringLiteral("Test");
        profile.baseUrl = server.url();
        profile.publicId = QStringLiteral("own");
        auto client = std::make_unique<HttpClient>(
            settings,
            [](Transport&) {
                return std::make_unique<FixedAuthenticator>(
                    "Bearer canary-secret", QList<QByteArray> {"canary-secret"}, 0);
            },
            m_log);
        HttpClient& http = *client;
        m_session = std::make_unique<Session>(profile, std::move(client), m_catalog);
        m_session->setChanges(std::make_unique<ChangeRunner>(http, m_catalog, *m_journal,
                                  ProfileIdentity {profile.id, profile.name, server.url().toString()}),
            *m_journal);
    }
    ~DialogFixture()
    {
        watchdog.failIfSlow();
        delete dialog;
    }

    bool open(const QString& operationId, const QString& id = QStringLiteral("one"),
        const QJsonObject& start = {}, const QString& title = {})
    {
        ChangeDialog::Request request;
        request.operation = &m_catalog.operation(operationId);
        if (request.operation->parameter(u"id"))
            request.fixed.insert(QStringLiteral("id"), id);
        request.start = start;
        request.title = title;
        auto* made = new ChangeDialog(*m_session, m_drafts, request);
        dialog = made;
        made->open();
        // Where there is nothing to fill in, the review comes at once.
        return QTest::qWaitFor([made] {
            return made->step() == ChangeDialog::Step::Form || made->step() == ChangeDialog::Step::Review;
        }) && QTest::qWaitForWindowActive(made);
    }
    FieldRow* row(const QString& pointer) const { return fieldRow(*dialog, pointer); }
    QWidget* control(const QString& pointer) const { return row(pointer)->editor()->control(); }
    // In place of what is there.
    void type(const QString& pointer, const QString& text)
    {
        QWidget* typedIn = control(pointer);
        typedIn->setFocus();
        QTest::keySequence(typedIn, QKeySequence::SelectAll);
        QTest::keyClicks(typedIn, text);
    }
    bool advanceTo(ChangeDialog::Step step)
    {
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        return QTest::qWaitFor([this, step] {
            const ChangeDialog* open = dialog;
            return open && open->step() == step;
        });
    }
    int writeCount() const
    {
        int count = 0;
        for (const RecordedRequest& each : server.requests())
            count += each.method() != "GET";
        return count;
    }
    Journal& journal() { return *m_journal; }

    ScriptedServer server;
    QByteArray there = R"({"id": "one", "name": "old", "size": 3, "note": null, "rules": ["a"]})";
    ScriptedAnswer answer = ScriptedAnswer::ok(R"({"id": "one", "password": "canary-answer"})");
    QPointer<ChangeDialog> dialog;
    GuiWatchdog watchdog;

private:
    QTemporaryDir m_folder;
    Catalog m_catalog;
    RequestLog m_log;
    DraftStore m_drafts;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Session> m_session;
};

} // namespace Telamon
