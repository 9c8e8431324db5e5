// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewview.h"

#include "api/records/plaintext.h"
#include "models/jsontext.h"
#include "ui/review/leafmodel.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextDocument>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr int mostLeafRows = 12; // of one line each
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
    showNames(review.where, {});
    clear(*m_notes);
    for (const QString& each : review.warnings)
        addNote(each, true);
    for (const QString& each : review.notes)
        addNote(each, false);
    if (!review.roles.isEmpty())
        addNote((review.roles.size() == 1 ? tr("Needs the role %1.") : tr("Needs one of these roles: %1."))
                    .arg(review.roles.join(u", "_s)),
            false);
    if (review.changedMeanwhile)
        m_changed->showMessage(MessageBar::Kind::Warning,
            tr("Somebody changed this since the form was opened. Go on with what you have, or begin again "
               "from how it is now; what you entered stays."),
            tr("Begin from how it is now"));
    else
        m_changed->hide();
    showLeaves(review);
    m_request->setPlainText(requestText(review));
    fitRequest();
    const QString body = prettyJson(review.maskedBody);
    m_body->setPlainText(body);
    m_body->setVisible(!body.isEmpty());
    const int lines = std::min(int(body.count(u'\n')) + 1, mostBodyLines);
    m_body->setFixedHeight(m_body->fontMetrics().lineSpacing() * (lines + 1) + 2 * m_body->frameWidth());
    m_copied->clear();
}

void ReviewView::showNames(const QStringList& where, const QHash<QString, QString>& names)
{
    m_where->setText(visibleText(where.join(u" › "_s)));
    m_where->setVisible(!where.isEmpty());
    m_leaves->setNames(names);
    fitTable();
}

void ReviewView::showLeaves(const Review& review)
{
    m_leaves->setReview(review);
    const bool isDeletion = m_leaves->isDeletion();
    const bool hasRows = m_leaves->rowCount() > 0;
    // What was read twice and found the same is said once.
    m_table->setColumnHidden(LeafModel::OpenedColumn, !review.changedMeanwhile);
    m_table->setColumnHidden(LeafModel::NowColumn, !m_leaves->hasStates());
    m_table->setColumnHidden(LeafModel::ProposedColumn, isDeletion);
    m_table->setVisible(hasRows);
    const QJsonValue body = review.arguments.value("body"_L1);
    const bool isEmpty = body.isObject() && body.toObject().isEmpty(); // and nothing to compare it with
    m_nothing->setVisible(!hasRows && !review.maskedBody.isEmpty() && (!isEmpty || review.changesNothing));
    fitTable();
}

// The field's name whole where there is room for it: what it becomes counts more.
void ReviewView::fitTable()
{
    // The table itself is laid out later.
    const QMargins around = layout()->contentsMargins();
    const int most = (width() - around.left() - around.right()) * 45 / 100;
    m_table->resizeColumnToContents(LeafModel::FieldColumn);
    m_table->setColumnWidth(
        LeafModel::FieldColumn, std::min(m_table->columnWidth(LeafModel::FieldColumn), most));
    fitRows();
}

// As tall as its rows are, which are as tall as what is wrapped in them.
void ReviewView::fitRows()
{
    const int most = mostLeafRows * (m_table->fontMetrics().height() * 3 / 2);
    int rows = 0;
    for (int row = 0; row < m_leaves->rowCount() && rows < most; ++row) {
        int height = 0;
        for (int column = 0; column < LeafModel::ColumnCount; ++column) {
            if (!m_table->isColumnHidden(column))
                height = std::max(height, m_table->sizeHintForIndex(m_leaves->index(row, column)).height());
        }
        rows += height;
    }
    m_table->setFixedHeight(
        std::min(rows, most) + m_table->header()->sizeHint().height() + 2 * m_table->frameWidth());
    m_table->doItemsLayout();
}

// As tall as its text is when it is wrapped to the width of the moment.
void ReviewView::fitRequest()
{
    const QMargins around = layout()->contentsMargins();
    const int frame = 2 * m_request->frameWidth();
    QTextDocument measured;
    measured.setDefaultFont(m_request->font());
    measured.setDefaultTextOption(m_request->document()->defaultTextOption());
    measured.setDocumentMargin(m_request->document()->documentMargin());
    measured.setPlainText(m_request->toPlainText());
    measured.setTextWidth(std::max(1, width() - around.left() - around.right() - frame));
    m_request->setFixedHeight(int(std::ceil(measured.size().height())) + frame);
}

void ReviewView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitRequest();
    fitTable();
}

void ReviewView::copy(const QByteArray& text)
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
    m_copied->setText(m_review.secrets.isEmpty()
            ? tr("Copied.")
            : tr("Copied. Secrets are shell variables in it; set them before."));
}

} // namespace Telamon
