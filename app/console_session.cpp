// SPDX-License-Identifier: GPL-3.0-or-later
// A connection from its opening to its sign-out, and what is changed through it.
#include "api/auth/authenticator.h"
#include "api/journal/changerunner.h"
#include "api/profiles/connect.h"
#include "app/console.h"
#include "app/paths.h"
#include "app/screenshottour.h"
#include "models/inventory.h"
#include "models/operationrequest.h"
#include "models/session.h"
#include "ui/review/changedialog.h"

#include <QCoreApplication>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {
// How long leaving waits for writes that are under way; what has no answer then stays unknown.
constexpr std::chrono::seconds leavingLimit {2};
} // namespace

void Console::openSession(const Profile& profile, const QByteArray& secret)
{
    const Catalog* known = catalog();
    if (!known)
        return;
    auto client = makeClient(profile, secret, m_log);
    if (!client) {
        m_window->showNotice(client.error().sentence());
        return;
    }
    if (!profile.isSessionOnly)
        (void)m_profiles.noteUsed(profile.id);
    auto session = std::make_unique<Session>(profile, std::move(client).value(), *known);
    const bool isSandbox = isOfSandbox(profile);
    m_window->setSandboxMarked(isSandbox);
    attachChanges(*session);
    if (isTour()) {
        if (isSandbox)
            session->setFixedNow(ScreenshotTour::now);
        connect(
            &session->inventory(), &Inventory::finished, this, &Console::startTour, Qt::SingleShotConnection);
    }
    m_window->setSession(std::move(session));
}

bool Console::isOfSandbox(const Profile& profile) const
{
    return m_sandbox && Origin::of(profile.baseUrl) == Origin::of(m_sandbox->baseUrl());
}

Journal* Console::journal(bool isSandbox)
{
    std::unique_ptr<Journal>& held = isSandbox ? m_sandboxJournal : m_journal;
    if (!held) {
        auto opened = Journal::open(
            isSandbox ? m_sandboxFolder.filePath(u"journal/journal.sqlite"_s) : Paths::journalFile());
        if (!opened) {
            m_window->showNotice(
                tr("Nothing can be changed, since the journal cannot be opened: %1").arg(opened.error()));
            return nullptr;
        }
        held = std::move(opened).value();
    }
    return held.get();
}

void Console::attachChanges(Session& session)
{
    const Profile& profile = session.profile();
    Journal* opened = journal(isOfSandbox(profile));
    if (!opened)
        return;
    const ProfileIdentity identity {profile.id, profile.name, Origin::of(profile.baseUrl).toString()};
    session.setChanges(
        std::make_unique<ChangeRunner>(session.client(), session.catalog(), *opened, identity), *opened);
    // What an earlier run of the program left open is looked at as soon as there is a connection.
    QTimer::singleShot(0, session.changes(), [changes = session.changes()] { changes->reconcile(); });
}

void Console::openOperation(const OperationRequest& request)
{
    Session* session = m_window->session();
    const Operation* operation = session ? session->catalog().find(request.operationId) : nullptr;
    if (!operation)
        return;
    DraftStore& drafts = isOfSandbox(session->profile()) ? m_sandboxDrafts : m_drafts;
    auto* dialog = new ChangeDialog(*session, drafts,
        {operation, request.fixed, request.state, request.start, request.title, request.isComplete,
            request.undoOf},
        m_window.get());
    dialog->open();
}

// A form looks into its session. What was not sent stays as a draft.
void Console::closeForms()
{
    const auto dialogs = m_window->findChildren<ChangeDialog*>();
    for (ChangeDialog* dialog : dialogs) {
        dialog->reject();
        delete dialog;
    }
}

// What a sign-in fetched is given back, once the writes under way have their answer; two seconds at most for
// each.
void Console::signOut(std::unique_ptr<Session> session)
{
    closeForms();
    Session* leaving = session.get();
    leaving->inventory().abort();
    m_leaving.push_back(std::move(session));
    ChangeRunner* changes = leaving->changes();
    if (!changes || !changes->hasRunning()) {
        revoke(*leaving);
        return;
    }
    auto* limit = new QTimer(leaving);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, this, [this, leaving] { revoke(*leaving); });
    connect(changes, &ChangeRunner::allEnded, limit, [limit] { limit->start(0); });
    limit->start(leavingLimit);
}

void Console::revoke(Session& leaving)
{
    const auto end = [this, session = &leaving] {
        // From the event loop: what calls belongs to the session.
        QMetaObject::invokeMethod(
            this,
            [this, session] {
                std::erase_if(m_leaving, [session](const auto& each) { return each.get() == session; });
                if (m_isQuitting && m_leaving.empty())
                    QCoreApplication::quit();
            },
            Qt::QueuedConnection);
    };
    // The sandbox ends with the program, and its tokens with it: nobody waits for its answer.
    if (m_isQuitting && isOfSandbox(leaving.profile()))
        end();
    else
        leaving.client().authenticator().signOut(this, end);
}

void Console::quitWhenSignedOut()
{
    m_isQuitting = true;
    m_connecting.reset();
    m_window->setSession({});
    if (m_leaving.empty())
        QCoreApplication::quit();
}

} // namespace Telamon
