// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/operation.h"
#include "api/journal/changerunner.h"
#include "api/journal/journal.h"
#include "models/journalmodel.h"
#include "models/session.h"
#include "models/tables/tables.h"
#include "ui/pages/entries/entries.h"
#include "ui/pages/entries/reads.h"
#include "ui/pages/pagetext.h"

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// What takes a change back, as a change of its own with its own review.
Result<OperationRequest, QString> undoRequest(const Session& session, const RecordModel& changes, int row)
{
    const QString id = changes.value(row, "id").toString();
    const std::optional<Change> change = session.journal() ? session.journal()->change(id) : std::nullopt;
    if (!change || !session.changes())
        return pageText(QT_TRANSLATE_NOOP("Page", "The journal does not have this change any more."));
    if (change->profileId != session.profile().id)
        return pageText(QT_TRANSLATE_NOOP("Page", "This change was made with another connection."));
    const auto undo = session.changes()->undoOf(*change);
    if (!undo)
        return pageText(QT_TRANSLATE_NOOP("Page", "This change cannot be undone."));
    OperationRequest request {.operationId = undo->first->id,
        .fixed = undo->second.parameters,
        // What takes it back may be the same operation, whose own title says the contrary.
        .title = pageText(QT_TRANSLATE_NOOP("Page", "Undo: %1")).arg(change->title),
        .undoOf = id};
    if (undo->second.body)
        request.start.insert(u"body"_s, *undo->second.body);
    return request;
}

} // namespace

std::vector<PageDescription> journalEntries()
{
    std::vector<PageDescription> pages;
    pages.push_back({.id = "journal",
        .title = QT_TRANSLATE_NOOP("Page", "Journal"),
        .iconName = "journal",
        .places = {Place::Kind::Fleet},
        .newModel = newPlain<changeTable>,
        .kept = [](Session& session, QObject* parent) -> RecordModel* {
            if (!session.journal())
                return nullptr;
            return new JournalModel(
                *session.journal(), JournalModel::Which::All, [&session] { return session.now(); }, parent);
        },
        .emptyText = QT_TRANSLATE_NOOP("Page",
            "Nothing has been changed from this machine yet. Every change is written down here before it is "
            "sent, with what came of it."),
        .detailJson = {{QT_TRANSLATE_NOOP("Page", "Before"), "/before"},
            {QT_TRANSLATE_NOOP("Page", "Proposed"), "/proposed"},
            {QT_TRANSLATE_NOOP("Page", "Request"), "/arguments"},
            {QT_TRANSLATE_NOOP("Page", "Answer"), "/answer"}},
        .titleKey = "title",
        .sortKey = "created",
        .actions = {{.operationId = "",
            .label = QT_TRANSLATE_NOOP("Page", "Undo…"),
            .iconName = "undo",
            .key = PageAction::Key::Edit,
            .make = undoRequest}}});
    return pages;
}

} // namespace Telamon
