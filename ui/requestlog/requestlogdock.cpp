// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requestlog/requestlogdock.h"

#include "api/http/ratemeter.h"
#include "api/http/requestlog.h"
#include "api/records/plaintext.h"
#include "models/requestlogmodel.h"
#include "ui/widgets/copying.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/recorddelegate.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr int LeastTarget = 24; // characters: beside the details, too, its end is seen

QPlainTextEdit* newText(const QString& name, QWidget* parent)
{
    auto* text = new QPlainTextEdit(parent);
    text->setReadOnly(true);
    text->setFrameShape(QFrame::NoFrame);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(name);
    return text;
}

} // namespace

RequestLogDock::RequestLogDock(RequestLog& log, QWidget* parent)
    : QDockWidget(tr("Request log"), parent),
      m_log(log),
      m_model(new RequestLogModel(log, this)),
      m_proxy(new QSortFilterProxyModel(this)),
      m_filter(new FilterBar(this)),
      m_table(new QTableView(this)),
      m_detail(newText(tr("Request and answer"), this)),
      m_service(newText(tr("What the service says"), this))
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterRole(RequestLogModel::CopyRole);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setSortRole(RequestLogModel::SortRole);
    m_table->setModel(m_proxy);
    m_table->setAccessibleName(tr("Requests"));
    m_table->setItemDelegate(new RecordDelegate(RequestLogModel::AttentionRole, -1, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RequestLogModel::TimeColumn, Qt::DescendingOrder);
    addRowCopying(*m_table, *m_table->horizontalHeader(), RequestLogModel::CopyRole);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_table->horizontalHeader()->setAccessibleName(tr("Columns of the request log"));
    layOutColumns();
    m_detail->setPlaceholderText(tr("Choose a request to see it and its answer."));

    auto* tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    tabs->setAccessibleName(tr("Parts of the request log"));
    tabs->addTab(m_detail, tr("Request and answer"));
    tabs->addTab(m_service, tr("Rate budgets and deprecations"));
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(m_table);
    splitter->addWidget(tabs);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    auto* clear = new QPushButton(tr("C&lear"), this);
    connect(clear, &QPushButton::clicked, &log, &RequestLog::clear);
    m_filter->offerOnlyWords();
    m_filter->addChoice({}, clear);
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(splitter, 1);
    setWidget(content);

    connect(m_filter, &FilterBar::filterChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_filter, &FilterBar::leaveRequested, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &RequestLogDock::showCurrent);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& changed) {
        if (m_proxy->mapFromSource(changed).row() == m_table->currentIndex().row())
            showCurrent();
    });
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &RequestLogDock::updateCounts);
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, &RequestLogDock::updateCounts);
    // The newest come in at the top; what a person has scrolled down to stays where it is.
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex& /*parent*/, int first, int last) {
            QScrollBar* bar = m_table->verticalScrollBar();
            if (bar->value() > 0 && first <= bar->value()) {
                bar->setMaximum(bar->maximum() + last - first + 1);
                bar->setValue(bar->value() + last - first + 1);
            }
        });
    updateCounts();
    showMeter();
}

void RequestLogDock::layOutColumns()
{
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    const int character = fontMetrics().averageCharWidth();
    const int widths[] = {17, 8, LeastTarget, 32, 8, 8, 10, 11};
    for (int column = 0; column < RequestLogModel::ColumnCount; ++column)
        m_table->setColumnWidth(
            column, std::max(widths[column] * character, header->sectionSizeHint(column)));
    // How it went stands before the long target.
    header->moveSection(header->visualIndex(RequestLogModel::StatusColumn), 2);
    header->moveSection(header->visualIndex(RequestLogModel::DurationColumn), 3);
    header->moveSection(header->visualIndex(RequestLogModel::AttemptColumn), 4);
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        m_isTargetOfAnyWidth =
            m_isTargetOfAnyWidth && (m_isFitting || column != RequestLogModel::TargetColumn);
    });
    m_table->viewport()->installEventFilter(this);
}

// To the right end of what is seen: requests differ at the end of their targets.
void RequestLogDock::fitTarget()
{
    if (!m_isTargetOfAnyWidth)
        return;
    const QScopedValueRollback<bool> fitting(m_isFitting, true);
    const int before = m_table->horizontalHeader()->sectionPosition(RequestLogModel::TargetColumn);
    m_table->setColumnWidth(RequestLogModel::TargetColumn,
        std::max(LeastTarget * fontMetrics().averageCharWidth(), m_table->viewport()->width() - before));
}

bool RequestLogDock::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitTarget();
    return QDockWidget::eventFilter(watched, event);
}

void RequestLogDock::setRateMeter(RateMeter* meter)
{
    m_meter = meter;
    if (m_meter)
        connect(m_meter, &RateMeter::changed, this, &RequestLogDock::showMeter);
    showMeter();
}

void RequestLogDock::showMeter()
{
    if (!m_meter) {
        m_service->setPlainText(tr("Not connected."));
        return;
    }
    QString text = tr("Rate budgets, as the service last told them:") + u'\n';
    const auto& budgets = m_meter->budgets();
    for (auto it = budgets.cbegin(); it != budgets.cend(); ++it)
        text += u"  %1 / %2  %3\n"_s.arg(it->remaining, 6).arg(it->limit, 6).arg(it.key());
    if (budgets.isEmpty())
        text += tr("  none yet") + u'\n';
    text += u'\n' + tr("Operations that the service says are going away:") + u'\n';
    const auto& ends = m_meter->endsOfLife();
    for (auto it = ends.cbegin(); it != ends.cend(); ++it)
        text += u"  %1  %2  %3\n"_s.arg(it.key(), visibleText(QString::fromUtf8(it->deprecation)),
            visibleText(QString::fromUtf8(it->sunset)));
    if (ends.isEmpty())
        text += tr("  none met") + u'\n';
    m_service->setPlainText(text);
}

// With the newest request open: what one wants to see of a log is mostly what happened just now.
void RequestLogDock::showEvent(QShowEvent* event)
{
    QDockWidget::showEvent(event);
    if (!m_table->currentIndex().isValid() && m_proxy->rowCount() > 0)
        m_table->selectRow(0);
}

void RequestLogDock::updateCounts()
{
    m_filter->setCounts(m_proxy->rowCount(), m_model->rowCount());
}

QString RequestLogDock::detailText() const
{
    return m_detail->toPlainText();
}

void RequestLogDock::showCurrent()
{
    const QModelIndex current = m_proxy->mapToSource(m_table->currentIndex());
    const LogEntry* entry = current.isValid() ? m_model->entryAt(current.row()) : nullptr;
    m_detail->setPlainText(entry ? toText(*entry) : QString());
}

} // namespace Telamon
