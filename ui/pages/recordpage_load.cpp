// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordmodel.h"
#include "models/session.h"
#include "ui/pages/pageload.h"
#include "ui/pages/pagetext.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/countdown.h"
#include "ui/widgets/messagebar.h"

#include <QProgressBar>

// How RecordPage reads, and what it says of that.

namespace Telamon {

void RecordPage::refresh()
{
    m_isStale = false;
    forgetMessage();
    m_note.reset();
    const char* hindrance = m_description.hindrance ? m_description.hindrance(query()) : nullptr;
    m_hindrance = hindrance ? pageText(hindrance) : QString();
    if (!m_hindrance.isEmpty() || !(m_description.load || m_description.shared)) {
        m_hasLoaded = true; // nothing to read, or the model keeps itself up to date
        updateState();
        Q_EMIT loadingChanged(false);
        return;
    }
    m_progress->setRange(0, 0);
    m_load->start(query());
    markMistakes();
    updateState();
    Q_EMIT loadingChanged(isLoading()); // not where what was typed is no restriction
}

void RecordPage::markStale()
{
    // Those are kept up to date by who owns them.
    m_isStale = !m_description.shared && !m_description.kept;
}

void RecordPage::refreshIfStale()
{
    if (m_isStale && !isLoading())
        refresh();
}

// What is there stays, with its order, filter and selection.
void RecordPage::readMore(const Read& read)
{
    forgetMessage();
    m_progress->setRange(0, 0);
    m_load->startMore(read);
    updateState();
    Q_EMIT loadingChanged(true);
}

void RecordPage::forgetMessage()
{
    m_pause->stop();
    m_message->hide();
    m_hasFailed = false;
    m_rejection.clear();
    m_model->setNow(m_session.now());
}

void RecordPage::cancel()
{
    m_isStale = false; // the person has seen enough
    m_load->abort();
}

bool RecordPage::isLoading() const
{
    return m_load->isRunning();
}

bool RecordPage::hasFailed() const
{
    return m_hasFailed;
}

void RecordPage::showProgress(int finished, int total)
{
    m_progress->setRange(0, total > 1 ? total : 0);
    m_progress->setValue(finished);
    m_progress->setAccessibleDescription(tr("%1 of %2 lists read").arg(finished).arg(total));
    updateState();
}

void RecordPage::showPause(const QString& why, std::chrono::milliseconds pause)
{
    m_pause->start(pause, [this, why](qint64 seconds) {
        if (seconds > 0)
            m_message->showMessage(
                MessageBar::Kind::Warning, tr("%1 Trying again in %2 s.").arg(why, QString::number(seconds)));
        else
            m_message->hide();
    });
}

void RecordPage::finishLoad(const QStringList& problems, bool wasAborted)
{
    using Kind = MessageBar::Kind;
    m_hasLoaded = true;
    m_hasFailed = !problems.isEmpty() || !m_rejection.isEmpty();
    m_pause->stop();
    m_message->hide();
    const Kind kind = m_model->totalCount() > 0 ? Kind::Warning : Kind::Failure;
    const QStringList missing = whatIsMissing(problems);
    if (wasAborted)
        m_message->showMessage(
            Kind::Notice, tr("Stopped. What was read until then is shown."), tr("Read again"));
    else if (const QStringList mistakes = m_load->mistakes().values(); !mistakes.isEmpty())
        m_message->showMessage(kind, mistakes.join(u' ')); // to ask for it again changes nothing
    else if (missing.size() == 1)
        m_message->showMessage(kind, missing.first(), tr("Try again"));
    else if (!missing.isEmpty())
        m_message->showMessage(kind,
            tr("%1 lists could not be read. The first: %2").arg(missing.size()).arg(missing.first()),
            tr("Try again"));
    else if (!m_rejection.isEmpty())
        showRejection(m_rejection);
    markMistakes(); // also of a reading that had to wait
    updateState();
    Q_EMIT loadingChanged(false);
}

// An answer that cannot be read is found while it is parsed: before or after the last one has come.
void RecordPage::showRejection(const QString& why)
{
    m_hasFailed = true;
    m_rejection = why;
    m_message->showMessage(MessageBar::Kind::Failure, why, tr("Try again"));
}

// Known when the answers are parsed. A problem goes before it.
void RecordPage::showNote()
{
    if (!m_description.note || !m_message->text().isEmpty())
        return;
    using Joint = PageJoin::Joint;
    m_note = m_description.note(query(), *m_model, m_load->lastRead());
    if (m_load->joint() == Joint::Joined && m_isWhole)
        m_note.reset(); // what joins a whole list is whole
    if (m_load->joint() == Joint::Parted && m_note)
        m_note->sentence += u' ' + pageText(m_description.partedText);
    m_isWhole = !m_note;
    if (m_note)
        m_message->showMessage(MessageBar::Kind::Notice, m_note->sentence, m_note->actionText);
}

// After a problem, too, what the note offered is what is still to be read.
void RecordPage::followMessage()
{
    if (m_note && m_note->more)
        readMore(*m_note->more);
    else
        refresh();
}

} // namespace Telamon
