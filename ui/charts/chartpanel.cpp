// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartpanel.h"

#include "models/series/seriesmodel.h"
#include "ui/charts/chartlook.h"
#include "ui/charts/chartview.h"
#include "ui/charts/laneview.h"
#include "ui/charts/markshape.h"
#include "ui/charts/seriestable.h"
#include "ui/widgets/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {
constexpr int LongestLegendName = 24; // characters, in the legend
constexpr int LeastSaid = 32; // characters of the sentence beside it
} // namespace

ChartPanel::ChartPanel(SeriesModel& model, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_fold(new QToolButton(this)),
      m_says(new ElidedLabel(this)),
      m_legend(new QWidget(this)),
      m_other(new QToolButton(this)),
      m_asTable(new QToolButton(this)),
      m_body(new QWidget(this)),
      m_bodyLayout(new QHBoxLayout(m_body)),
      m_stack(new QStackedWidget(m_body))
{
    m_fold->setAutoRaise(true);
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setAccessibleName(tr("Chart: %1").arg(model.title()));
    m_fold->setToolTip(tr("Show or hide the chart (Ctrl+G)"));
    m_asTable->setText(tr("As table"));
    m_asTable->setCheckable(true); // with its frame: beside a legend it would look like one more name
    m_asTable->setToolTip(tr("The numbers of the chart as a table (Ctrl+Shift+G)"));
    m_other->setToolTip(tr("The other chart of this page instead"));
    m_other->hide();
    const int margin = fontMetrics().height() / 2;
    auto* head = new QHBoxLayout;
    head->setContentsMargins(margin / 2, 0, margin, 0);
    head->addWidget(m_fold);
    head->addWidget(m_says, 1);
    head->addWidget(m_legend);
    head->addSpacing(2 * margin);
    head->addWidget(m_other);
    head->addSpacing(margin / 2);
    head->addWidget(m_asTable);
    auto* legend = new QHBoxLayout(m_legend);
    legend->setContentsMargins(2 * margin, 0, 0, 0); // apart from a sentence that is cut
    m_legend->setMinimumWidth(1); // it gives way, and no window is made wider for it
    m_bodyLayout->setContentsMargins({});
    m_bodyLayout->setSpacing(0);
    m_bodyLayout->addWidget(m_stack, 2);
    m_body->hide();
    m_legend->hide();
    m_asTable->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_body);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    connect(m_fold, &QToolButton::clicked, this, [this] { setUnfolded(!m_isUnfolded); });
    connect(m_asTable, &QToolButton::toggled, this, &ChartPanel::setTableShown);
    connect(m_other, &QToolButton::clicked, this, &ChartPanel::otherRequested);
    connect(&model, &SeriesModel::counted, this, [this] {
        updateLegend();
        say({});
    });
}

void ChartPanel::makeParts()
{
    const bool areLanes = m_model.description().kind == SeriesDescription::Kind::Lanes;
    QWidget* drawn = areLanes ? makeLanes() : makeChart();
    m_stack->addWidget(drawn);
    m_stack->addWidget(makeTwin());
    m_stack->setCurrentIndex(m_asTable->isChecked() ? 1 : 0);
    connect(m_table, &SeriesTable::rowsChosen, this, &ChartPanel::rowsChosen);
    connect(m_table, &SeriesTable::clearRequested, this, &ChartPanel::clearRequested);
    setTabOrder(m_asTable, drawn);
    setTabOrder(drawn, m_table);
    updateLegend();
}

// The table, and below it what it leaves out.
QWidget* ChartPanel::makeTwin()
{
    auto* twin = new QWidget(m_stack);
    m_table = new SeriesTable(m_model, twin);
    auto* leftOut = new ElidedLabel(twin);
    leftOut->setObjectName(u"leftOut"_s);
    leftOut->setMargin(fontMetrics().height() / 4);
    auto* layout = new QVBoxLayout(twin);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addWidget(leftOut);
    twin->setFocusProxy(m_table);
    const auto tell = [this, leftOut] {
        leftOut->setText(m_table->leftOutText());
        leftOut->setVisible(!leftOut->text().isEmpty());
    };
    connect(m_table, &SeriesTable::leftOutChanged, leftOut, tell);
    tell();
    return twin;
}

QWidget* ChartPanel::makeChart()
{
    m_chart = new ChartView(m_model, m_stack);
    connect(m_chart, &ChartView::rowsChosen, this, &ChartPanel::rowsChosen);
    connect(m_chart, &ChartView::clearRequested, this, &ChartPanel::clearRequested);
    connect(m_chart, &ChartView::rowPointedAt, this, [this](int row) { say(m_model.text(row)); });
    return m_chart;
}

QWidget* ChartPanel::makeLanes()
{
    m_lanes = new LaneView(m_model, m_stack);
    connect(m_lanes, &LaneView::spanChosen, this, &ChartPanel::spanChosen);
    connect(m_lanes, &LaneView::clearRequested, this, &ChartPanel::clearRequested);
    connect(m_lanes, &LaneView::pointedAt, this, &ChartPanel::say);
    return m_lanes;
}

void ChartPanel::setUnfolded(bool isUnfolded)
{
    if (isUnfolded && !m_table)
        makeParts();
    m_isUnfolded = isUnfolded;
    m_fold->setArrowType(isUnfolded ? Qt::DownArrow : Qt::RightArrow);
    m_fold->setAccessibleDescription(isUnfolded ? tr("Shown") : tr("Hidden"));
    if (m_body->isHidden() != isUnfolded)
        return;
    m_body->setVisible(isUnfolded);
    m_asTable->setVisible(isUnfolded);
    m_other->setVisible(isUnfolded && !m_other->text().isEmpty());
    updateLegend();
    say({});
    Q_EMIT unfoldedChanged(isUnfolded);
}

bool ChartPanel::isTableShown() const
{
    return m_asTable->isChecked();
}

void ChartPanel::setTableShown(bool isShown)
{
    m_asTable->setChecked(isShown);
    if (m_stack->count() == 0 || m_stack->currentIndex() == int(isShown))
        return;
    const bool hadFocus = m_stack->isAncestorOf(window()->focusWidget());
    m_stack->setCurrentIndex(int(isShown));
    if (hadFocus)
        focusChart();
    say({});
    Q_EMIT tableShownChanged(isShown);
}

void ChartPanel::setBeside(QWidget* widget)
{
    m_bodyLayout->addWidget(widget, 1);
}

void ChartPanel::setOther(const QString& title)
{
    m_other->setText(QString(title).replace(u'&', "&&"_L1));
    m_other->setAccessibleName(tr("Chart instead: %1").arg(title));
    m_other->setVisible(isUnfolded());
}

void ChartPanel::focusChart()
{
    if (QWidget* shown = m_stack->currentWidget())
        shown->setFocus(Qt::ShortcutFocusReason);
}

QString ChartPanel::saidText() const
{
    return m_says->text();
}

// What the chart or its legend tells is not said again.
void ChartPanel::say(const QString& words)
{
    const SeriesData& drawn = m_model.series();
    const bool areLying = m_isUnfolded && !isTableShown() && drawn.lanes.empty() && !drawn.categories.empty();
    const bool areTold = areLying || m_shownLegend == Legend::Numbers;
    const QString whole = areTold ? m_model.headline() : m_model.summary();
    m_says->setText(words.isEmpty() ? whole : words);
    m_says->setAccessibleName(words.isEmpty() ? m_model.summary() : words);
}

QPixmap ChartPanel::swatchOf(std::size_t part) const
{
    const ChartLook look = chartLooks(m_model.series().series, palette()).at(qsizetype(part));
    const int size = fontMetrics().ascent();
    if (m_model.series().lanes.empty())
        return chartSwatch(look, size, devicePixelRatioF());
    return markSwatch(static_cast<SeriesMark::Part>(part), {look.colour, palette().color(QPalette::Window)},
        size, devicePixelRatioF());
}

// Of marks only the kinds that are there: each is told apart by itself.
bool ChartPanel::isInLegend(std::size_t part) const
{
    return m_model.series().lanes.empty() || m_model.series().totalOf(part) > 0;
}

QString ChartPanel::legendText(std::size_t part, Legend legend) const
{
    QString name = m_model.series().series[part].name;
    if (name.size() > LongestLegendName)
        name = name.left(LongestLegendName - 1) + u'…';
    return legend == Legend::Numbers ? name + ": "_L1 + m_model.partTotal(part) : name;
}

ChartPanel::Legend ChartPanel::fittingLegend() const
{
    const std::size_t parts = m_model.series().series.size();
    if (!isUnfolded() || parts < 2)
        return Legend::None;
    const int gap = m_legend->layout()->spacing();
    const int apart = fontMetrics().averageCharWidth();
    const int other = m_other->text().isEmpty() ? 0 : m_other->sizeHint().width();
    const int beside = m_fold->sizeHint().width() + other + m_asTable->sizeHint().width()
        + m_legend->layout()->contentsMargins().left() + LeastSaid * fontMetrics().averageCharWidth();
    for (const Legend legend : {Legend::Numbers, Legend::Names}) {
        int wide = beside;
        for (std::size_t part = 0; part < parts; ++part)
            wide += !isInLegend(part) ? 0
                                      : fontMetrics().ascent()
                    + fontMetrics().horizontalAdvance(legendText(part, legend)) + 3 * gap + apart;
        if (wide <= width())
            return legend;
    }
    return Legend::None;
}

// What a pattern means is said in words beside it, where there is room how much it is, too.
void ChartPanel::updateLegend()
{
    m_shownLegend = fittingLegend();
    m_legend->setVisible(m_shownLegend != Legend::None);
    const QList<QLabel*> labels = m_legend->findChildren<QLabel*>();
    while (QLayoutItem* item = m_legend->layout()->takeAt(0))
        delete item;
    for (QLabel* label : labels) {
        label->hide();
        label->deleteLater();
    }
    const std::size_t parts = m_shownLegend == Legend::None ? 0 : m_model.series().series.size();
    for (std::size_t part = 0; part < parts; ++part) {
        if (!isInLegend(part))
            continue;
        auto* swatch = new QLabel(m_legend);
        swatch->setPixmap(swatchOf(part));
        auto* text = new QLabel(m_legend);
        text->setTextFormat(Qt::PlainText);
        text->setText(legendText(part, m_shownLegend));
        text->setContentsMargins(0, 0, fontMetrics().averageCharWidth(), 0); // apart from the next
        m_legend->layout()->addWidget(swatch);
        m_legend->layout()->addWidget(text);
    }
}

void ChartPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (fittingLegend() == m_shownLegend)
        return;
    updateLegend();
    say({});
}

void ChartPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLegend();
}

} // namespace Telamon
