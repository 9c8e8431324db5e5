// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/healthbar.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {
constexpr int LeastLines = 18; // of a page that has room for one more
constexpr int LeastStrip = 8; // characters
constexpr QChar Apart(0x2009); // a thin space: a button leaves little between its icon and its text

ChartLook lookOf(const HealthPart& part, const QPalette& palette)
{
    const QColor colour = attentionColour(Attention(part.attention), palette);
    switch (part.attention) {
    case RecordModel::Critical:
        return {colour, Qt::FDiagPattern};
    case RecordModel::Warning:
        return {colour, Qt::HorPattern};
    case RecordModel::Notice:
        return {colour, Qt::BDiagPattern};
    case RecordModel::NoAttention:
        break;
    }
    const bool isKnown = part.kind == HealthPart::Kind::Known;
    const SeriesPart::Kind kind = isKnown ? SeriesPart::Kind::Value : SeriesPart::Kind::Others;
    ChartLook look = chartLooks({SeriesPart {.kind = kind}}, palette).constFirst();
    if (part.kind == HealthPart::Kind::Unreadable)
        look.pattern = Qt::CrossPattern;
    return look;
}
} // namespace

HealthBar::HealthBar(const std::vector<HealthPart>& parts, RecordModel& records, QWidget* parent)
    : QWidget(parent),
      m_health(parts, records, this),
      m_layout(new QHBoxLayout(this)),
      m_strip(new QSpacerItem(0, 0, QSizePolicy::Expanding, QSizePolicy::Minimum))
{
    const int margin = fontMetrics().height() / 2;
    m_layout->setContentsMargins(margin, 0, margin, 0);
    m_layout->setSpacing(std::max(margin, 8));
    m_layout->addItem(m_strip);
    for (std::size_t part = 0; part < parts.size(); ++part) {
        auto* button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_layout->addWidget(button);
        m_buttons.append(button);
        connect(button, &QToolButton::clicked, this, [this, part] { toggle(part); });
    }
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    connect(&m_health, &Health::counted, this, &HealthBar::showCounts);
    connect(&records, &RecordModel::countsChanged, this, [this] { fitInto(m_page); });
    restyle();
    showCounts();
}

// It never makes a window larger: fitInto() hides it where it has no room.
QSize HealthBar::minimumSizeHint() const
{
    return {0, 0};
}

void HealthBar::follow()
{
    showSelected();
    m_health.follow();
}

void HealthBar::toggle(std::size_t part)
{
    const bool isSelected = m_health.selected() == part;
    Q_EMIT filterRequested(isSelected ? m_health.filterWithout() : m_health.filterFor(part));
    showSelected(); // whatever came of it
}

void HealthBar::showSelected()
{
    const auto selected = m_health.selected();
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setChecked(selected == std::size_t(i));
}

void HealthBar::showCounts()
{
    showSelected();
    setAccessibleName(tr("Health: %1").arg(m_health.summary()));
    const QLocale locale;
    for (std::size_t part = 0; part < m_health.parts().size(); ++part) {
        const int count = m_health.count(part);
        QToolButton* at = button(part);
        at->setAccessibleName(
            tr("%1 of %2: %3")
                .arg(locale.toString(count), locale.toString(m_health.total()), m_health.name(part)));
        at->setToolTip(
            tr("%1 of %2: %3. Only these, or all again")
                .arg(locale.toString(count), locale.toString(m_health.total()), m_health.name(part)));
        at->setVisible(count > 0 || at->isChecked());
    }
    fitInto(m_page);
    update();
}

int HealthBar::widthOf(bool areNamed) const
{
    const QMargins margins = m_layout->contentsMargins();
    int width = margins.left() + margins.right();
    for (std::size_t part = 0; part < m_health.parts().size(); ++part) {
        const QToolButton* at = button(part);
        if (at->isHidden())
            continue;
        const QString number = QLocale().toString(m_health.count(part));
        const QString text = Apart + (areNamed ? number + u' ' + m_health.name(part) : number);
        // What a button has beside its text: an icon, and as much again around both.
        width += m_layout->spacing() + at->fontMetrics().horizontalAdvance(text) + 2 * at->iconSize().width();
    }
    return width;
}

void HealthBar::fitInto(const QSize& page)
{
    m_page = page;
    const int strip = fontMetrics().averageCharWidth() * LeastStrip;
    const bool areNamed = widthOf(true) + strip <= page.width();
    for (std::size_t part = 0; part < m_health.parts().size(); ++part) {
        const QString number = QLocale().toString(m_health.count(part));
        button(part)->setText(Apart + (areNamed ? number + u' ' + m_health.name(part) : number));
    }
    const bool hasRoom =
        page.height() >= fontMetrics().height() * LeastLines && widthOf(false) + strip <= page.width();
    setVisible(hasRoom && m_health.hasRecords());
}

QRect HealthBar::stripRect(std::size_t part) const
{
    const int total = m_health.total();
    if (total == 0 || m_health.count(part) == 0)
        return {};
    const QRect strip = m_strip->geometry();
    int before = 0;
    for (std::size_t i = 0; i < part; ++i)
        before += m_health.count(i);
    const auto at = [&strip, total](int count) { return int(qint64(strip.width()) * count / total); };
    const int height = std::max(fontMetrics().height() * 2 / 3, 4);
    // The few among many are still seen.
    return {strip.left() + at(before), strip.center().y() - height / 2,
        std::max(at(before + m_health.count(part)) - at(before), 2), height};
}

void HealthBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const auto selected = m_health.selected();
    for (std::size_t part = 0; part < m_health.parts().size(); ++part) {
        const QRect rect = stripRect(part);
        if (rect.isEmpty())
            continue;
        const ChartLook& look = m_looks.at(qsizetype(part));
        painter.setOpacity(!selected || selected == part ? 1.0 : 0.35);
        painter.setPen(look.colour);
        painter.setBrush(look.brush());
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
    }
}

void HealthBar::mousePressEvent(QMouseEvent* event)
{
    for (std::size_t part = 0; part < m_health.parts().size(); ++part) {
        if (event->button() == Qt::LeftButton && stripRect(part).contains(event->pos())) {
            toggle(part);
            return;
        }
    }
    QWidget::mousePressEvent(event);
}

// What its buttons leave: Enter presses too, Esc takes the filter away.
void HealthBar::keyPressEvent(QKeyEvent* event)
{
    auto* pressed = qobject_cast<QToolButton*>(focusWidget());
    if (pressed && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        pressed->click();
    else if (event->key() == Qt::Key_Escape && m_health.selected())
        Q_EMIT filterRequested(m_health.filterWithout());
    else
        QWidget::keyPressEvent(event);
}

void HealthBar::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_health.setActive(true);
}

void HealthBar::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_health.setActive(false);
}

void HealthBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

void HealthBar::restyle()
{
    m_looks.clear();
    for (std::size_t part = 0; part < m_health.parts().size(); ++part) {
        m_looks.append(lookOf(m_health.parts()[part], palette()));
        const int side = fontMetrics().ascent();
        button(part)->setIconSize(QSize(side, side));
        button(part)->setIcon(chartSwatch(m_looks.constLast(), side, devicePixelRatioF()));
    }
    update();
}

} // namespace Telamon
