// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewview.h"

#include "api/records/plaintext.h"
#include "models/jsontext.h"
#include "ui/forms/fieldcontext.h"
#include "ui/review/leafmodel.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr int mostLeafRows = 10;
constexpr int mostBodyLines = 14;

QString requestText(const Review& review)
{
    QStringList lines {QString::fromUtf8(review.request.method + ' ' + review.request.target)};
    for (const auto& [name, value] : review.headers)
        lines += QString::fromUtf8(name + ": " + value);
    for (QString& line : lines)
        line = visibleText(line);
    return lines.join(u'\n');
}

void clear(QVBoxLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

void ReviewView::hideChangedMeanwhile()
{
    m_changed->hide();
}

void ReviewView::addNote(const QString& sentence, bool isWarning)
{
    if (isWarning) {
        auto* bar = new MessageBar(this);
        bar->showMessage(MessageBar::Kind::Warning, sentence);
        m_notes->addWidget(bar);
    } else {
        QLabel* text = addText();
        text->setText(visibleText(sentence));
        m_notes->addWidget(text);
    }
}

void ReviewView::showReview(const Review& review, const Profile& profile)
{
    m_review = review;
    m_profile = profile;
    clear(*m_notes);
    for (const QString& each : review.warnings)
        addNote(each, true);
    for (const QString& each : review.notes)
        addNote(each, false);
    if (!review.roles.isEmpty())
        addNote(tr("Needs one of these roles: %1. Whether these credentials have it, the service decides.")
                    .arg(review.roles.join(u", "_s)),
            false);
    if (review.changedMeanwhile)
        m_changed->showMessage(MessageBar::Kind::Warning,
            tr("Somebody changed this since the form was opened. Go on with what you have, or begin again "
               "from how it is now; what you entered stays."),
            tr("Begin from how it is now"));
    else
        m_changed->hide();
    m_leaves->setLeaves(review.leaves);
    const bool hasStates = m_leaves->hasStates();
    m_table->setColumnHidden(LeafModel::OpenedColumn, !hasStates);
    m_table->setColumnHidden(LeafModel::NowColumn, !hasStates);
    m_table->setVisible(!review.leaves.isEmpty());
    m_nothing->setVisible(review.leaves.isEmpty() && !review.maskedBody.isEmpty());
    const int rows = std::min(int(review.leaves.size()), mostLeafRows) + 1;
    m_table->setFixedHeight(
        rows * (m_table->fontMetrics().height() * 3 / 2) + m_table->header()->sizeHint().height());
    m_table->resizeColumnToContents(LeafModel::FieldColumn);
    m_request->setPlainText(requestText(review));
    fitRequest();
    const QString body = prettyJson(review.maskedBody);
    m_body->setPlainText(body);
    m_body->setVisible(!body.isEmpty());
    const int lines = std::min(int(body.count(u'\n')) + 1, mostBodyLines);
    m_body->setFixedHeight(m_body->fontMetrics().lineSpacing() * (lines + 1) + 2 * m_body->frameWidth());
    const bool isTyped = !review.confirmText.isEmpty();
    m_confirmLabel->setText(tr("To confirm, &type %1").arg(captionText(review.confirmText)));
    m_confirmLabel->setVisible(isTyped);
    m_confirm->setVisible(isTyped);
    m_confirm->clear();
    m_onceMore->setVisible(review.asksOnceMore);
    m_onceMore->setChecked(false);
    m_onceMoreSentence->setVisible(review.asksOnceMore);
    m_onceMoreSentence->setText(visibleText(review.onceMoreSentence));
    m_copied->clear();
    Q_EMIT confirmationChanged();
}

// As tall as its text is when it is wrapped to the width of the moment.
void ReviewView::fitRequest()
{
    const QMargins around = layout()->contentsMargins();
    const int margin = 2 * (m_request->frameWidth() + int(m_request->document()->documentMargin()));
    const int room = width() - around.left() - around.right() - margin;
    const int perLine = std::max(1, room / m_request->fontMetrics().averageCharWidth());
    int lines = 0;
    const QStringList parts = m_request->toPlainText().split(u'\n');
    for (const QString& each : parts)
        lines += 1 + int(each.size()) / perLine;
    m_request->setFixedHeight(m_request->fontMetrics().lineSpacing() * lines + margin);
}

void ReviewView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitRequest();
}

bool ReviewView::isConfirmed() const
{
    return m_confirm->text() == m_review.confirmText && (!m_review.asksOnceMore || m_onceMore->isChecked());
}

void ReviewView::focusConfirmation()
{
    if (m_confirm->isVisibleTo(this))
        m_confirm->setFocus(Qt::OtherFocusReason);
    else if (m_onceMore->isVisibleTo(this))
        m_onceMore->setFocus(Qt::OtherFocusReason);
}

void ReviewView::copy(const QByteArray& text)
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
    m_copied->setText(m_review.secrets.isEmpty()
            ? tr("Copied.")
            : tr("Copied. Secrets are shell variables in it; set them before."));
}

} // namespace Telamon
