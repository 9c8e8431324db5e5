// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/operation.h"
#include "api/journal/statereader.h"
#include "models/forms/formmodel.h"
#include "ui/forms/formview.h"
#include "ui/review/changedialog.h"
#include "ui/review/confirmationview.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPushButton>

// What the dialog's buttons say, and when they are pressed.

using namespace Qt::StringLiterals;

namespace Telamon {

void ChangeDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto* focused = qobject_cast<QPushButton*>(focusWidget());
    if (!isReturn)
        QDialog::keyPressEvent(event);
    else if (event->isAutoRepeat())
        return; // a key that is held does not go through the steps
    else if (event->modifiers().testFlag(Qt::ControlModifier))
        advance();
    else if (focused && focused->hasFocus())
        focused->click();
}

// The second of two quick clicks, or strokes of the same key, is meant for the button that was there: not for
// what a step later has come into its place, which nobody has read.
bool ChangeDialog::eventFilter(QObject* watched, QEvent* event)
{
    bool isPress = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        isPress = key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
    }
    if (isPress && m_sinceStep.isValid() && m_sinceStep.elapsed() < QApplication::doubleClickInterval())
        return true;
    return QDialog::eventFilter(watched, event);
}

void ChangeDialog::updateButtons()
{
    const bool isForm = m_step == Step::Form;
    const bool isReview = m_step == Step::Review;
    const int missing = isForm && m_form ? m_form->missingCount() : 0;
    const int doubtful = isForm ? m_model->adviceCount() : 0;
    m_missing->setVisible(missing > 0 || doubtful > 0);
    QStringList counts;
    if (missing > 0)
        counts.append(tr("%n &missing or wrong", nullptr, missing));
    if (doubtful > 0)
        counts.append(
            missing > 0 ? tr("%n to check", nullptr, doubtful) : tr("%n to chec&k", nullptr, doubtful));
    m_missing->setText(counts.join(QStringLiteral(", ")));
    m_missing->setToolTip(tr("Go to the first"));
    m_load->setVisible(isForm && !isRead() && !startsEmpty() && m_opened.isUndefined()
        && m_request.fixed.isEmpty() && !hasNothingToEdit() && StateReader::canRead(*m_request.operation));
    m_back->setVisible((isReview && !hasNothingToEdit()) || m_step == Step::Rereading
        || (m_step == Step::End && isRead()) || (m_step == Step::Sending && isRead()));
    m_primary->setVisible(m_step != Step::End);
    const bool isDestructive = m_request.operation->writeClass == Operation::WriteClass::Destructive;
    m_primary->setText(isRead() ? tr("&Send") : isReview ? verb() : tr("&Review…"));
    m_primary->setToolTip(
        isReview && !m_confirmation->isConfirmed() ? m_confirmation->missingSentence() : tr("Ctrl+Return"));
    m_primary->setEnabled((isForm && missing == 0)
        || (isReview && m_confirmation->isConfirmed() && !isHeldBack() && !m_changesNothing));
    if (isReview && isHeldBack())
        m_primary->setToolTip(tr("This connection is read-only."));
    else if (isReview && m_changesNothing)
        m_primary->setToolTip(tr("There is nothing to send."));
    QPalette colours = palette();
    if (isReview && isDestructive && m_primary->isEnabled())
        colours.setColor(QPalette::ButtonText, attentionColour(Attention::Critical, colours));
    m_primary->setPalette(colours);
    // A write that is under way is not stopped by closing.
    const bool isSent = m_step == Step::Sending || m_step == Step::End;
    m_close->setText(isSent || isRead() ? tr("Close") : tr("Cancel"));
}

} // namespace Telamon
