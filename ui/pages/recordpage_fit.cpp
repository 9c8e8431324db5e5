// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/healthbar.h"
#include "ui/pages/pagechart.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/factsview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordview.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

// How RecordPage shares its height among its parts.

namespace Telamon {

namespace {

// The titles, a row, and the bar that scrolls sideways.
int leastHeight(const RecordView& view)
{
    return view.horizontalHeader()->sizeHint().height() + view.verticalHeader()->defaultSectionSize()
        + view.horizontalScrollBar()->sizeHint().height() + 2 * view.frameWidth();
}

} // namespace

void RecordPage::fitFacts()
{
    if (!m_facts || m_isPartedByHand)
        return;
    const int all = m_splitter->height() - m_splitter->handleWidth();
    const int facts = std::min(m_facts->sizeHint().height(), all * 2 / 3);
    m_splitter->setSizes({facts, all - facts});
}

// In a low window the parts of the page are lower, and scroll.
QSize RecordPage::minimumSizeHint() const
{
    constexpr int leastLines = 10;
    const QSize whole = QWidget::minimumSizeHint();
    return {whole.width(), std::min(whole.height(), fontMetrics().height() * leastLines)};
}

// What stands above the table is read whole: where there is little room, less of the table is seen, and the
// chart gives way.
void RecordPage::fitChart()
{
    constexpr int usualLines = 6; // the titles, and a row or two
    constexpr int fewLines = 5;
    const int line = fontMetrics().height();
    const auto leastOfAll = [this] {
        return layout()->hasHeightForWidth() ? layout()->minimumHeightForWidth(width())
                                             : layout()->minimumSize().height();
    };
    const bool isTableShown = m_stack->currentWidget() != m_state;
    QSizePolicy policy = m_state->sizePolicy(); // what it says when it is not seen needs no room
    policy.setVerticalPolicy(isTableShown ? QSizePolicy::Ignored : QSizePolicy::Preferred);
    m_state->setSizePolicy(policy);
    const int others =
        leastOfAll() - (isTableShown ? m_view->minimumHeight() : m_state->minimumSizeHint().height());
    const bool isTight = others + usualLines * line > height();
    const int least =
        isTight ? std::clamp(height() - others, leastHeight(*m_view), fewLines * line) : usualLines * line;
    if (m_view->minimumHeight() != least)
        m_view->setMinimumHeight(least);
    m_state->setMargin(isTight ? line / 2 : line * 2);
    if (!m_chart)
        return;
    const int own = m_chart->isHidden() ? 0 : m_chart->minimumSizeHint().height();
    m_chart->fitInto(size(), height() - (leastOfAll() - own));
}

bool RecordPage::event(QEvent* event)
{
    const bool isTaken = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) // the details may have come or gone
        fitChart();
    return isTaken;
}

// What there is no room for is gone before anybody sees it.
void RecordPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitChart();
    if (m_health)
        m_health->fitInto(size());
    // A toolbar that shows its "more" while it is laid out has all laid out, within what is under way: what
    // comes behind it would stay where it was.
    layout()->invalidate();
    layout()->activate();
    fitFacts();
}

} // namespace Telamon
