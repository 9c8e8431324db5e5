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

#include <algorithm>

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
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    for (const SeriesDescription& chart : description.charts) {
        auto* series = new SeriesModel(chart, records, this);
        m_series.append(series);
        if (m_panels.isEmpty() || chart.kind != SeriesDescription::Kind::Categories)
            addPanel(*series);
        else
            addTop(*series);
    }
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    const bool isTable = settings.value(settingOf(description, "isTable")).toBool();
    const bool isShown =
        settings.value(settingOf(description, "isShown"), description.isChartShownAtFirst).toBool();
    const int drawn = settings.value(settingOf(description, "drawn")).toInt();
    m_panel = m_panels.value(drawn, m_panels.constFirst());
    m_panel->setTableShown(isTable);
    m_panel->setUnfolded(isShown);
    draw(*m_panel);
    connect(&filter, &FilterBar::filterChanged, this, &PageChart::follow);
    connect(&records, &RecordModel::countsChanged, this, &PageChart::follow);
    connect(&records, &RecordModel::loadFinished, this, &PageChart::follow);
    follow();
}

// It never makes a window wider: fitInto() hides it where it has no room.
QSize PageChart::minimumSizeHint() const
{
    return {0, QWidget::minimumSizeHint().height()};
}

void PageChart::fitInto(const QSize& page, int height)
{
    m_page = page;
    m_room = height;
    fit();
}

void PageChart::fit()
{
    constexpr int leastLines = 16; // of the page, or not even the chart's sentence has room
    const QSize least = m_panel->minimumSizeHint();
    const bool hasRoom = least.height() <= m_room
        && (m_panel->isUnfolded() ? least.width() <= m_page.width()
                                  : m_page.height() >= fontMetrics().height() * leastLines);
    setVisible(m_records.totalCount() > 0 && (hasRoom || !m_page.isValid()));
}

void PageChart::addPanel(SeriesModel& series)
{
    auto* panel = new ChartPanel(series, this);
    panel->hide(); // until it is drawn
    layout()->addWidget(panel);
    connect(panel, &ChartPanel::rowsChosen, this,
        [this, &series](int first, int last) { choose(series, first, last); });
    connect(panel, &ChartPanel::spanChosen, this,
        [this, &series](const LaneSpan& span) { choose(series, span); });
    connect(panel, &ChartPanel::clearRequested, this, [this, &series] { clear(series); });
    connect(panel, &ChartPanel::otherRequested, this, &PageChart::swapChart);
    connect(panel, &ChartPanel::unfoldedChanged, this, [this, panel](bool is) {
        if (panel != m_panel || panel->isHidden())
            return; // it is being made ready
        remember("isShown", is);
        fit();
    });
    connect(panel, &ChartPanel::tableShownChanged, this, [this, panel](bool is) {
        if (panel == m_panel && !panel->isHidden())
            remember("isTable", is);
    });
    m_panels.append(panel);
    for (qsizetype i = 0; i < m_panels.size() && m_panels.size() > 1; ++i)
        m_panels.at(i)->setOther(m_panels.at((i + 1) % m_panels.size())->series().title());
}

// As unfolded as the one that was drawn before.
void PageChart::draw(ChartPanel& panel)
{
    panel.setTableShown(m_panel->isTableShown());
    panel.setUnfolded(m_panel->isUnfolded());
    m_panel = &panel;
    for (ChartPanel* each : std::as_const(m_panels))
        each->setVisible(each == m_panel);
    watch();
}

void PageChart::swapChart()
{
    const qsizetype next = (m_panels.indexOf(m_panel) + 1) % m_panels.size();
    draw(*m_panels.at(next));
    m_settings.setValue(settingOf(m_description, "drawn"), int(next));
    m_panel->focusChart();
}

void PageChart::watch()
{
    for (SeriesModel* series : std::as_const(m_series)) {
        const bool isHidden =
            std::any_of(m_panels.cbegin(), m_panels.cend(), [this, series](const ChartPanel* panel) {
                return panel != m_panel && &panel->series() == series;
            });
        series->setActive(isVisible() && !isHidden);
    }
}

void PageChart::addTop(SeriesModel& series)
{
    if (!m_tops) {
        m_tops = new QTabWidget(this);
        m_tops->setDocumentMode(true);
        m_tops->tabBar()->setAccessibleName(tr("Most frequent"));
        m_panels.constFirst()->setBeside(m_tops);
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

void PageChart::choose(const SeriesModel& series, const LaneSpan& span)
{
    if (const auto filter = series.filterFor(span))
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
    fit();
}

void PageChart::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    watch();
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
    if (unfold())
        m_panel->focusChart();
    return false;
}

bool PageChart::unfold()
{
    m_panel->setUnfolded(true);
    const bool isShown = !isHidden() || m_records.totalCount() == 0;
    if (!isShown)
        Q_EMIT roomMissed();
    return isShown;
}

void PageChart::swapTable()
{
    const bool isShown = unfold();
    m_panel->setTableShown(!m_panel->isTableShown());
    if (isShown)
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
