// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/jsonpointer.h"
#include "api/catalog/operation.h"
#include "models/celltext.h"
#include "models/forms/draftstore.h"
#include "models/forms/formmodel.h"
#include "models/session.h"
#include "ui/forms/formview.h"
#include "ui/review/changedialog.h"
#include "ui/widgets/messagebar.h"

#include <QDateTime>

#include <chrono>

// What the dialog keeps of a form that was not sent.

using namespace Qt::StringLiterals;

namespace Telamon {

QString ChangeDialog::draftKey() const
{
    return DraftStore::keyOf(m_session.profile().id, *m_request.operation, m_request.fixed, m_request.start);
}

void ChangeDialog::offerDraft()
{
    const QJsonObject kept = m_drafts.load(draftKey());
    const QJsonObject draft = kept.value("draft"_L1).toObject();
    if (draft.isEmpty())
        return;
    if (!m_request.start.isEmpty())
        resetAll(); // the draft tells what is left of what the form was opened for
    m_model->restoreDraft(draft);
    m_hasDraft = true;
    const QDateTime at = QDateTime::fromString(kept.value("savedAt"_L1).toString(), Qt::ISODate);
    m_message->showMessage(MessageBar::Kind::Notice,
        tr("The draft of %1 is here again, without secrets.").arg(momentText(at.toMSecsSinceEpoch())),
        tr("Discard it"));
    connect(m_message, &MessageBar::actionTriggered, this, &ChangeDialog::discardDraft);
}

void ChangeDialog::keepDraft()
{
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(std::chrono::seconds(1));
    connect(&m_draftTimer, &QTimer::timeout, this, &ChangeDialog::saveDraft);
    connect(m_model, &FormModel::valueChanged, &m_draftTimer, qOverload<>(&QTimer::start));
}

void ChangeDialog::discardDraft()
{
    if (!m_hasDraft)
        return;
    m_hasDraft = false;
    m_draftTimer.stop();
    m_drafts.remove(draftKey());
    m_message->hide();
    resetAll();
    applyStart();
    m_model->untouchAll();
    m_form->focusFirst();
}

void ChangeDialog::resetAll()
{
    m_model->resetToStart(u"/body"_s);
    for (const Parameter& each : m_request.operation->parameters) {
        if (!m_model->isFixed(childPointer(u"/parameters"_s, each.name)))
            m_model->resetToStart(childPointer(u"/parameters"_s, each.name));
    }
}

void ChangeDialog::saveDraft()
{
    if (m_wasSent) {
        m_drafts.remove(draftKey());
        return;
    }
    if (!m_form || !m_model->isDirty())
        return;
    const QString mistake = m_drafts.save(draftKey(),
        {{u"savedAt"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
            {u"draft"_s, m_model->draft()}});
    if (!mistake.isEmpty())
        qWarning("A draft was not kept: %s", qPrintable(mistake));
}

} // namespace Telamon
