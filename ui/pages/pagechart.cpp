// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pagechart.h"

#include "models/recordmodel.h"
#include "models/series/seriesmodel.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/seriestable.h"
#include "ui/pages/pagedescription.h"
#include "ui/widgets/filterbar.h"

#include <QKeyEvent>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {
QString settingOf(const PageDescription& page, const char* what)
{
    return u"charts/"_s + QString::fromLatin1(page.id) + u'/' + QString::fromLatin1(what);
}
} // namespace

PageChart::PageChart(const PageDescription& description, RecordModel& records, FilterBar& filter,
    QSettings& settings, QWidget* parent)
    : QWidget(parent), m_description(description), m_records(records), m_filter(filter), m_settings(settings)
{
    for (const SeriesDescription& chart : description.charts)
        m_series.append(new SeriesModel(chart, records, this));
    m_panel = new ChartPanel(*m_series.first(), this);
    for (qsizetype i = 1; i < m_series.size(); ++i)
        addTop(*m_series.at(i));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_panel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    SeriesModel& drawn = *m_series.first();
    connect(m_panel, &ChartPanel::rowsChosen, this,
        [this, &drawn](int first, int last) { choose(drawn, first, last); });
    connect(m_panel, &ChartPanel::clearRequested, this, [this, &drawn] { clear(drawn); });
    m_panel->setTableShown(settings.value(settingOf(description, "isTable")).toBool());
    m_panel->setUnfolded(
        settings.value(settingOf(description, "isShown"), description.isChartShownAtFirst).toBool());
    connect(m_panel, &ChartPanel::unfoldedChanged, this, [this](bool is) {
        remember("isShown", is);
        fitInto(m_page);
    });
    connect(m_panel, &ChartPanel::tableShownChanged, this, [this](bool is) { remember("isTable", is); });
    connect(&filter, &FilterBar::filterChanged, this, &PageChart::follow);
    connect(&records, &RecordModel::countsChanged, this, &PageChart::follow);
    connect(&records, &RecordModel::loadFinished, this, &PageChart::follow);
    follow();
}

void PageChart::fitInto(const QSize& page)
{
    constexpr int leastLines = 16; // of the page, or not even the chart's sentence has room
    m_page = page;
    setVisible(
        m_panel->isUnfolded() || !page.isValid() || page.height() >= fontMetrics().height() * leastLines);
}

void PageChart::addTop(SeriesModel& series)
{
    if (!m_tops) {
        m_tops = new QTabWidget(this);
        m_tops->setDocumentMode(true);
        m_tops->tabBar()->setAccessibleName(tr("Most frequent"));
        m_panel->setBeside(m_tops);
    }
    auto* table = new SeriesTable(series, m_tops);
    m_tops->addTab(table, series.title().replace(u'&', "&&"_L1));
    connect(table, &SeriesTable::rowsChosen, this,
        [this, &series](int first, int last) { choose(series, first, last); });
    connect(table, &SeriesTable::clearRequested, this, [this, &series] { clear(series); });
}

void PageChart::remember(const char* what, bool is)
{
    m_settings.setValue(settingOf(m_description, what), is);
}

void PageChart::choose(const SeriesModel& series, int first, int last)
{
    if (const auto filter = series.filterFor(first, last))
        m_filter.setText(*filter);
}

void PageChart::clear(const SeriesModel& series)
{
    if (series.selection())
        m_filter.setText(series.filterWithout());
}

void PageChart::follow()
{
    for (SeriesModel* series : std::as_const(m_series))
        series->follow();
    setVisible(m_records.totalCount() > 0);
}

void PageChart::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    for (SeriesModel* series : std::as_const(m_series))
        series->setActive(true);
}

void PageChart::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    for (SeriesModel* series : std::as_const(m_series))
        series->setActive(false);
}

bool PageChart::reachOrFold()
{
    if (m_panel->isUnfolded() && isAncestorOf(window()->focusWidget())) {
        m_panel->setUnfolded(false);
        return true;
    }
    m_panel->setUnfolded(true);
    m_panel->focusChart();
    return false;
}

void PageChart::swapTable()
{
    m_panel->setUnfolded(true);
    m_panel->setTableShown(!m_panel->isTableShown());
    m_panel->focusChart();
}

void PageChart::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Telamon
