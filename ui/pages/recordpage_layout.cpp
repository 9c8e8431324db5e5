// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/celltext.h"
#include "models/inventory.h"
#include "models/judgedmodel.h"
#include "models/recordmasks.h"
#include "models/session.h"
#include "ui/charts/healthbar.h"
#include "ui/export/exportbar.h"
#include "ui/pages/detailreader.h"
#include "ui/pages/pageactions.h"
#include "ui/pages/pagechart.h"
#include "ui/pages/pagetext.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/factsview.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/jsonpart.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordview.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedLayout>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

// How RecordPage is laid out and wired.

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

JsonComparison comparisonOf(const PageDetailJson& part)
{
    if (part.alternatives.empty())
        return {};
    JsonComparison comparison {
        .own = pageText(part.own), .same = pageText(part.same), .difference = pageText(part.difference)};
    for (const PageDetailJson::Alternative& each : part.alternatives)
        comparison.patterns.append(
            {QString::fromLatin1(each.pointer), QString::fromLatin1(each.name), pageText(each.label)});
    return comparison;
}

} // namespace

// Places of another kind show other columns.
QString RecordPage::columnsKey() const
{
    return u"columns/%1-%2"_s.arg(QString::fromLatin1(m_description.id)).arg(int(m_place.kind));
}

void RecordPage::arrangeColumns()
{
    // What the place says already.
    if (!m_place.organizationId.isEmpty())
        m_view->hideAtFirst("orgName");
    if (!m_place.projectId.isEmpty())
        m_view->hideAtFirst("groupName");
    if (!m_place.clusterName.isEmpty())
        m_view->hideAtFirst(m_description.clusterKey);
    const QHeaderView* header = m_view->horizontalHeader();
    if (m_view->restoreColumns(m_settings, columnsKey())) {
        m_view->sortByColumn(header->sortIndicatorSection(), header->sortIndicatorOrder());
    } else if (const int column = m_model->columnOf(m_description.sortKey); column >= 0) {
        const bool isTime = m_model->columns()[size_t(column)].type == ColumnType::Time;
        m_view->sortByColumn(
            column, isTime && !m_description.isSoonestFirst ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
}

void RecordPage::saveLayout()
{
    if (m_view->isTidying())
        return; // nobody chose it
    m_view->saveColumns(m_settings, columnsKey());
    if (!m_facts) // facts have a height of their own
        m_settings.setValue("detail/splitter"_L1, m_splitter->saveState());
}

void RecordPage::tidyColumns()
{
    if (!m_facts)
        m_view->tidyColumns();
    fitFacts();
}

void RecordPage::buildFacts()
{
    m_facts = new FactsView(*m_model, this);
    m_facts->setAccessibleName(pageText(m_description.title));
    m_facts->addActions(m_actions->pageActions()); // their keys work where the focus is
    m_facts->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->hide(); // it keeps the current record, for actions and detail
    m_view->setFocusProxy(m_facts);
    m_stack->addWidget(m_facts);
}

// Of a time the moment: an age says nothing, and grows old.
QString RecordPage::titleOf(int row) const
{
    if (m_description.titleOf)
        return m_description.titleOf(*m_model, row);
    const QDateTime time = m_model->value(row, m_description.titleKey).toDateTime();
    return time.isValid() ? momentText(time.toMSecsSinceEpoch()) : m_model->text(row, m_description.titleKey);
}

QList<FieldTitles> RecordPage::fieldTitlesOf(int row) const
{
    QList<FieldTitles> titles;
    const auto sources = m_model->json(row);
    for (const auto& [source, record] : sources)
        titles.append(m_model->titles(source));
    return titles;
}

QList<QPair<QByteArray, QByteArray>> RecordPage::shownJson(int row) const
{
    QList<QPair<QByteArray, QByteArray>> shown;
    const auto sources = m_model->json(row);
    for (const auto& [source, record] : sources)
        shown.append({source, m_model->masks().masked(source, record)});
    return shown;
}

// A sentence each; of the fleet also the projects whose rows say so.
QStringList RecordPage::whatIsMissing(const QStringList& problems) const
{
    const bool isFleet = m_description.id == "fleet";
    return isFleet ? problems + m_session.inventory().unreadable() : problems;
}

void RecordPage::buildLayout()
{
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(fontMetrics().height() / 4);
    m_progress->setAccessibleName(tr("Reading"));
    QSizePolicy keepsRoom = m_progress->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsRoom);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setAlignment(Qt::AlignCenter);
    m_state->setWordWrap(true);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setMargin(fontMetrics().height() * 2);
    m_state->setFocusPolicy(Qt::TabFocus); // stands where the table would, also for who reads with the keys

    auto* table = new QWidget(m_splitter);
    table->setLayout(m_stack);
    if (m_description.isSingle)
        buildFacts();
    else
        m_stack->addWidget(m_view);
    m_stack->addWidget(m_state);
    m_splitter->addWidget(table);
    m_splitter->addWidget(m_detail);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    if (!m_facts)
        m_splitter->restoreState(m_settings.value("detail/splitter"_L1).toByteArray());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(m_actions);
    layout->addWidget(m_progress);
    layout->addWidget(m_message);
    layout->addWidget(m_exportBar);
    if (!m_description.charts.empty()) {
        m_chart = new PageChart(m_description, *m_model, *m_filter, m_settings, this);
        layout->addWidget(m_chart);
    }
    if (!m_description.health.empty()) {
        m_health = new HealthBar(m_description.health, *m_model, this);
        layout->addWidget(m_health);
    }
    layout->addWidget(m_splitter, 1);
}

void RecordPage::connectParts()
{
    connect(m_filter, &FilterBar::filterChanged, this, [this](const QString& text) {
        m_filter->setMistake(m_model->setFilter(text));
        scrollToCurrent();
        updateCounts(); // as many other rows have other totals
        m_view->fitColumns();
        if (m_health)
            m_health->follow();
    });
    if (m_health)
        connect(m_health, &HealthBar::filterRequested, m_filter, &FilterBar::setText);
    connect(m_filter, &FilterBar::leaveRequested, this, [this] {
        m_view->setFocus(Qt::ShortcutFocusReason);
        if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
            m_view->selectRow(0);
    });
    connect(m_filter, &FilterBar::columnsRequested, m_view, &RecordView::showColumnMenu);
    connect(m_model, &RecordModel::countsChanged, this, &RecordPage::updateCounts);
    connect(m_model, &RecordModel::loadFinished, this, &RecordPage::updateCounts);
    connect(m_model, &RecordModel::loadFinished, this, &RecordPage::showNote);
    connect(m_model, &RecordModel::loadFinished, this, &RecordPage::tidyColumns);
    connect(m_model, &RecordModel::loadFinished, this, &RecordPage::refreshDetail);
    connect(m_model, &RecordModel::nowChanged, m_detail, [this] { m_detail->setNow(m_model->now()); });
    connect(m_model, &RecordModel::answerRejected, this, &RecordPage::showRejection);
    connect(m_view, &RecordView::recordActivated, this, &RecordPage::activate);
    connect(m_view, &RecordView::currentRecordChanged, this, &RecordPage::showDetail);
    connect(m_view, &RecordView::menuRequested, this, [this](QMenu* menu) { m_actions->addTo(*menu); });
    connect(m_actions, &PageActions::operationRequested, this, &RecordPage::operationRequested);
    connect(m_actions, &PageActions::addressRequested, this, &RecordPage::addressRequested);
    connect(m_actions, &PageActions::noticeRequested, this, &RecordPage::noticeRequested);
    connect(m_actions, &PageActions::filterRequested, m_filter, &FilterBar::setText);
    if (m_chart) {
        connect(m_chart, &PageChart::left, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
        connect(m_chart, &PageChart::roomMissed, this,
            [this] { Q_EMIT noticeRequested(tr("There is no room for the chart in this window.")); });
    }
    connect(m_message, &MessageBar::actionTriggered, this, &RecordPage::followMessage);
    // Kept as soon as it is made: of several pages with the same columns the last change counts.
    const QHeaderView* header = m_view->horizontalHeader();
    connect(header, &QHeaderView::sectionMoved, this, &RecordPage::saveLayout);
    connect(header, &QHeaderView::sectionResized, this, &RecordPage::saveLayout);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &RecordPage::saveLayout);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_isPartedByHand = true;
        saveLayout();
    });
}

void RecordPage::buildDetail()
{
    for (const PageDetailTable& table : m_description.detailTables)
        m_detail->addTable(pageText(table.title),
            new JudgedModel(table.table(), table.judge, table.words, m_detail), table.sourceId, table.part);
    for (const PageDetailJson& part : m_description.detailJson)
        m_detail->addJson(pageText(part.title), QString::fromLatin1(part.pointer), comparisonOf(part));
    connect(m_detailReader, &DetailReader::received, this,
        [this](const QByteArray& record, const FieldTitles& titles) {
            const auto sources = m_model->json(m_view->currentIndex().row());
            const RecordSource* listed =
                sources.isEmpty() ? nullptr : m_model->layout().source(sources.constFirst().first);
            m_detail->showRecord(m_detail->title(), {{m_description.id, record}},
                {listed ? titles.withColumns(m_model->columns(), *listed) : titles});
        });
    connect(m_detail, &DetailPane::closeRequested, this, [this] { setDetailShown(false); });
    m_actions->addDeleteKeyTo(m_detail->fields());
}

} // namespace Telamon
