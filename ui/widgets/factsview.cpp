// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factsview.h"

#include "models/recordmodel.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>

#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

QLabel* plainLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

FactsView::FactsView(const RecordModel& model, QWidget* parent) : QScrollArea(parent), m_model(model)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::StrongFocus);
    setBackgroundRole(QPalette::Base);
    for (const auto& changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, changed, this, &FactsView::fill);
    connect(&model, &QAbstractItemModel::dataChanged, this, &FactsView::fill);
    connect(&model, &RecordModel::loadFinished, this, &FactsView::fill);
    fill();
}

QList<FactsView::Fact> FactsView::factsOf() const
{
    QList<Fact> facts;
    for (int column = 0; m_model.rowCount() > 0 && column < m_model.columnCount(); ++column) {
        const QModelIndex index = m_model.index(0, column);
        const QString text = index.data().toString();
        if (text.isEmpty() || !m_model.columns()[size_t(column)].isShownAtFirst)
            continue;
        facts.append({m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), text,
            index.data(Qt::ToolTipRole).toString(), index.data(RecordModel::CopyRole).toString(),
            index.data(RecordModel::AttentionRole).toInt()});
    }
    return facts;
}

void FactsView::fill()
{
    QList<Fact> facts = factsOf();
    if (m_lines && facts == m_shown)
        return; // what is marked in them stays so
    m_shown = std::move(facts);
    m_copied.clear();
    auto* page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    m_lines = new QFormLayout(page);
    const int line = fontMetrics().height();
    m_lines->setContentsMargins(line / 2, line / 2, line / 2, line / 2);
    m_lines->setHorizontalSpacing(2 * line);
    m_lines->setVerticalSpacing(line / 3);
    m_lines->setLabelAlignment(Qt::AlignLeft);
    for (const Fact& fact : std::as_const(m_shown))
        addFact(fact);
    setWidget(page); // the one before goes
    updateGeometry();
}

void FactsView::addFact(const Fact& fact)
{
    QWidget* page = m_lines->parentWidget();
    QLabel* name = plainLabel(fact.title, page);
    name->setForegroundRole(QPalette::PlaceholderText);
    QLabel* value = plainLabel(fact.text, page);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setAccessibleName(fact.title + u": "_s + fact.text);
    const bool saysMore = !fact.tip.isEmpty() && fact.tip != fact.text;
    value->setToolTip(saysMore ? Qt::convertFromPlainText(fact.tip) : QString());
    const auto attention = Attention(fact.attention);
    if (attention != Attention::None) {
        QPalette palette;
        palette.setColor(QPalette::WindowText, attentionColour(attention, palette));
        value->setPalette(palette);
        value->setForegroundRole(QPalette::WindowText); // on a base it is Text otherwise
    }
    m_lines->addRow(name, value);
    m_copied += fact.title + u'\t' + fact.copied + u'\n';
}

QStringList FactsView::facts() const
{
    QStringList facts;
    for (int row = 0; row < m_lines->rowCount(); ++row)
        facts.append(m_lines->itemAt(row, QFormLayout::FieldRole)->widget()->accessibleName());
    return facts;
}

void FactsView::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_shown.isEmpty())
        return;
    m_shown.clear();
    fill();
}

void FactsView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy) && !m_copied.isEmpty())
        QApplication::clipboard()->setText(m_copied);
    else
        QScrollArea::keyPressEvent(event);
}

QSize FactsView::sizeHint() const
{
    return widget() ? widget()->sizeHint() : QScrollArea::sizeHint();
}

} // namespace Telamon
