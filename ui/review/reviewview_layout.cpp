// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/leafmodel.h"
#include "ui/review/reviewview.h"
#include "ui/widgets/copying.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recorddelegate.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QTextOption>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

// How ReviewView is laid out.

namespace Telamon {

namespace {

constexpr int MostLines = 6; // of one cell

// What changes is seen whole: in several lines where one is not enough. The fields of one change begin alike;
// what tells them apart is their end.
class LeafDelegate : public RecordDelegate {
public:
    using RecordDelegate::RecordDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize one = RecordDelegate::sizeHint(option, index);
        const auto* table = qobject_cast<const QTreeView*>(option.widget);
        if (!table)
            return one;
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const QStyle& style = *table->style();
        const int margin = style.pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, table) + 1;
        const int width = table->columnWidth(index.column()) - 2 * margin;
        const QRect text = cell.fontMetrics.boundingRect(
            QRect(0, 0, std::max(1, width), QWIDGETSIZE_MAX), Qt::TextWordWrap, cell.text);
        const int line = cell.fontMetrics.lineSpacing();
        return {one.width(), one.height() + (std::clamp(text.height() / line, 1, MostLines) - 1) * line};
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        RecordDelegate::initStyleOption(option, index);
        option->features |= QStyleOptionViewItem::WrapText;
        if (index.column() == LeafModel::FieldColumn)
            option->textElideMode = Qt::ElideLeft;
    }
};

} // namespace

ReviewView::ReviewView(QWidget* parent)
    : QWidget(parent),
      m_layout(new QVBoxLayout(this)),
      m_where(addText()),
      m_changed(new MessageBar(this)),
      m_notes(new QVBoxLayout),
      m_nothing(addText()),
      m_table(new QTreeView(this)),
      m_leaves(new LeafModel(this)),
      m_body(new QPlainTextEdit(this)),
      m_request(new QPlainTextEdit(this)),
      m_copied(addText())
{
    m_layout->setSpacing(fontMetrics().height() / 2);
    QFont bold = m_where->font();
    bold.setBold(true);
    m_where->setFont(bold);
    m_layout->addWidget(m_where);
    m_layout->addWidget(m_changed);
    m_layout->addLayout(m_notes);
    buildTable();
    buildRequest();
    m_layout->addStretch(1);
    connect(m_changed, &MessageBar::actionTriggered, this, &ReviewView::takeNowRequested);
}

QLabel* ReviewView::addText(QWidget* parent)
{
    auto* text = new QLabel(parent ? parent : this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    return text;
}

void ReviewView::buildTable()
{
    m_table->setModel(m_leaves);
    m_table->setItemDelegate(new LeafDelegate(LeafModel::AttentionRole, -1, m_table));
    m_table->setRootIsDecorated(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    addRowCopying(*m_table, *m_table->header());
    m_table->setAccessibleName(tr("What changes"));
    m_table->header()->setAccessibleName(tr("States"));
    QHeaderView* header = m_table->header();
    header->setStretchLastSection(false);
    for (const int column : {LeafModel::OpenedColumn, LeafModel::NowColumn, LeafModel::ProposedColumn})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    // How wide they are is known last.
    connect(header, &QHeaderView::sectionResized, this, &ReviewView::fitRows);
    m_nothing->setText(tr("Nothing differs from how it is now."));
    m_layout->addWidget(m_table);
    m_layout->addWidget(m_nothing);
}

void ReviewView::buildRequest()
{
    auto* heading = new QLabel(tr("The request"), this);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (QPlainTextEdit* each : {m_request, m_body}) {
        each->setFont(fixed);
        each->setReadOnly(true);
        each->setTabChangesFocus(true);
    }
    // A target is one long word.
    m_request->setWordWrapMode(QTextOption::WrapAnywhere);
    m_request->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_request->setAccessibleName(tr("Request line and headers"));
    m_body->setAccessibleName(tr("Body of the request"));
    // Without letters of their own: any may be that of the button that sends.
    auto* call = new QPushButton(tr("Copy as telamon call"), this);
    auto* curl = new QPushButton(tr("Copy as curl"), this);
    for (QPushButton* each : {call, curl})
        each->setAutoDefault(false);
    auto* line = new QHBoxLayout;
    line->addWidget(call);
    line->addWidget(curl);
    line->addWidget(m_copied, 1);
    m_layout->addWidget(heading);
    m_layout->addWidget(m_request);
    m_layout->addWidget(m_body);
    m_layout->addLayout(line);
    connect(call, &QPushButton::clicked, this,
        [this] { copy(asTelamonCall(m_review, m_profile.isSessionOnly ? QString() : m_profile.name)); });
    connect(curl, &QPushButton::clicked, this,
        [this] { copy(asCurl(m_review, m_profile.baseUrl, m_profile.kind)); });
}

} // namespace Telamon
