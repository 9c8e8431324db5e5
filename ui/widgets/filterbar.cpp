// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterbar.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {
int widthOf(const QLabel& label, const QString& text)
{
    return label.fontMetrics().horizontalAdvance(text);
}
} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent),
      m_lines(new QVBoxLayout(this)),
      m_layout(new QHBoxLayout),
      m_choices(new QWidget(this)),
      m_edit(new QLineEdit(this)),
      m_mistake(new ElidedLabel(this)),
      m_counts(new QLabel(this)),
      m_columns(new QToolButton(this))
{
    m_edit->setPlaceholderText(tr("Filter: words, or column:value"));
    m_edit->setToolTip(
        tr("All words must occur in a row. name:shop looks in one column, size:>1GiB compares,\n"
           "-word excludes, \"two words\" stay together, attention:warning finds what is marked so."));
    m_edit->setAccessibleName(tr("Filter"));
    m_edit->setClearButtonEnabled(true);
    m_edit->addAction(themedIcon(u"filter"_s), QLineEdit::LeadingPosition)->setText(tr("Filter"));
    m_edit->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
    m_edit->setMaximumWidth(fontMetrics().averageCharWidth() * 76); // two moments of a chart
    m_edit->installEventFilter(this);
    m_counts->setTextFormat(Qt::PlainText);
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_columns->setIcon(themedIcon(u"columns"_s));
    m_columns->setAutoRaise(true);
    m_columns->setToolTip(tr("Choose columns"));
    m_columns->setAccessibleName(tr("Choose columns"));

    const int margin = fontMetrics().height() / 2;
    m_lines->setContentsMargins(margin, margin, margin, margin);
    m_lines->addLayout(m_layout);
    auto* choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins({});
    m_choices->hide();
    m_layout->addWidget(m_edit, 3);
    m_layout->addWidget(m_choices);
    m_layout->addWidget(m_mistake, 2);
    m_layout->addWidget(m_counts);
    m_layout->addWidget(m_columns);
    connect(m_edit, &QLineEdit::textChanged, this, &FilterBar::filterChanged);
    connect(m_edit, &QLineEdit::returnPressed, this, &FilterBar::leaveRequested);
    connect(m_columns, &QToolButton::clicked, this,
        [this] { Q_EMIT columnsRequested(m_columns->mapToGlobal(QPoint(0, m_columns->height()))); });
}

QString FilterBar::text() const
{
    return m_edit->text();
}

void FilterBar::setText(const QString& text)
{
    m_edit->setText(text);
    m_edit->setCursorPosition(0); // a long one is read from its beginning
}

void FilterBar::setMistake(const QString& sentence)
{
    m_mistake->setText(sentence);
    m_edit->setAccessibleDescription(sentence);
    QPalette palette;
    palette.setColor(QPalette::WindowText, attentionColour(Attention::Warning, palette));
    m_mistake->setPalette(palette);
    fit();
}

QString FilterBar::mistake() const
{
    return m_mistake->text();
}

void FilterBar::setCounts(int shown, int total)
{
    const QLocale locale;
    const QString rows = total == 1 ? tr("1 row") : tr("%1 rows").arg(locale.toString(total));
    m_countsAlone = total == 0 ? QString()
        : shown == total       ? rows
                               : tr("%1 of %2").arg(locale.toString(shown), rows);
    fit();
}

void FilterBar::setTotals(const QStringList& totals, const QStringList& lines)
{
    m_totals = totals;
    m_counts->setToolTip(lines.join(u'\n'));
    m_counts->setAccessibleDescription(lines.join(u", "_s));
    fit();
}

void FilterBar::fit()
{
    int room = width() - widthWithoutChoices();
    if (!m_choices->isHidden() && !m_areChoicesBelow)
        room -= choicesWidth() + m_layout->spacing();
    if (m_beside) {
        m_beside->setVisible(widthBeside() <= room);
        room -= m_beside->isHidden() ? 0 : widthBeside();
    }
    const QString whole = (QStringList {m_countsAlone} + m_totals).join(u", "_s);
    const int totals = widthOf(*m_counts, whole) - widthOf(*m_counts, m_countsAlone);
    // A mistake needs the room more.
    const bool isWhole = !m_countsAlone.isEmpty() && m_mistake->text().isEmpty() && totals <= room;
    m_counts->setText(isWhole ? whole : m_countsAlone);
}

void FilterBar::addChoice(const QString& label, QWidget* choice)
{
    auto* both = new QWidget(m_choices);
    auto* name = new QLabel(label, both);
    name->setTextFormat(Qt::PlainText);
    name->setBuddy(choice);
    name->setVisible(!label.isEmpty());
    auto* line = new QHBoxLayout(both);
    line->setContentsMargins({});
    line->addWidget(name);
    line->addWidget(choice, 1);
    m_choiceList.append(both);
    m_choices->show();
    placeChoices();
    wrapChoices();
}

void FilterBar::addBeside(QWidget* button)
{
    m_beside = button;
    m_layout->insertWidget(m_layout->indexOf(m_edit) + 1, button);
    setTabOrder(m_edit, button);
    fit();
}

int FilterBar::widthBeside() const
{
    return m_beside ? m_beside->sizeHint().width() + m_layout->spacing() : 0;
}

void FilterBar::placeChoices()
{
    const int choices = choicesWidth();
    const int besideFilter = widthWithoutChoices() + widthBeside() + choices + m_layout->spacing();
    const bool areBelow = besideFilter > width() || choices * 2 > width();
    if (areBelow == m_areChoicesBelow)
        return;
    m_areChoicesBelow = areBelow;
    if (areBelow) {
        m_layout->removeWidget(m_choices);
        m_lines->addWidget(m_choices);
    } else {
        m_lines->removeWidget(m_choices);
        m_layout->insertWidget(m_layout->indexOf(m_mistake), m_choices);
    }
}

int FilterBar::choicesWidth() const
{
    int width = 0;
    for (const QWidget* each : m_choiceList)
        width += each->sizeHint().width() + (width > 0 ? m_layout->spacing() : 0);
    return width;
}

void FilterBar::wrapChoices()
{
    const QMargins margins = m_lines->contentsMargins();
    const int room = m_areChoicesBelow ? width() - margins.left() - margins.right() : choicesWidth();
    QList<QList<QWidget*>> lines;
    int left = -1;
    for (QWidget* each : std::as_const(m_choiceList)) {
        const int needed = each->minimumSizeHint().width() + m_layout->spacing();
        if (lines.isEmpty() || needed > left) {
            lines.append(QList<QWidget*>());
            left = room + m_layout->spacing();
        }
        lines.last().append(each);
        left -= needed;
    }
    if (lines == m_choiceLines)
        return;
    m_choiceLines = lines;
    auto* all = static_cast<QVBoxLayout*>(m_choices->layout());
    while (QLayoutItem* line = all->takeAt(0))
        delete line;
    for (const QList<QWidget*>& each : std::as_const(lines)) {
        auto* line = new QHBoxLayout;
        for (QWidget* choice : each)
            line->addWidget(choice);
        line->addStretch(1);
        all->addLayout(line);
    }
}

int FilterBar::widthWithoutChoices() const
{
    const QMargins margins = m_lines->contentsMargins();
    return m_edit->minimumWidth() + widthOf(*m_counts, m_countsAlone) + m_columns->minimumSizeHint().width()
        + 3 * m_layout->spacing() + margins.left() + margins.right();
}

// The choices go below where there is no room for them beside the filter, and there into several lines.
QSize FilterBar::minimumSizeHint() const
{
    int widest = 0;
    for (const QWidget* each : m_choiceList)
        widest = std::max(widest, each->minimumSizeHint().width());
    const QMargins margins = m_lines->contentsMargins();
    return {std::max(widthWithoutChoices(), widest + margins.left() + margins.right()),
        QWidget::minimumSizeHint().height()};
}

void FilterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (!m_choices->isHidden()) {
        placeChoices();
        wrapChoices();
    }
    fit();
    m_lines->activate(); // what there is no room for is gone before anybody sees it
}

void FilterBar::offerOnlyWords()
{
    m_edit->setPlaceholderText(tr("Filter"));
    m_edit->setToolTip({});
    m_columns->hide();
}

void FilterBar::focusFilter()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        // The table's export; the end of the line, for which a text field takes it on some systems, has a
        // key.
        if (key->key() == Qt::Key_E && key->modifiers() == Qt::ControlModifier) {
            event->ignore();
            return true;
        }
    }
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Down) {
            Q_EMIT leaveRequested();
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_edit->text().isEmpty()) {
            m_edit->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Telamon
