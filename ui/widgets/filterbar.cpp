// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterbar.h"

#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTextDocument>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Telamon {

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent),
      m_layout(new QHBoxLayout(this)),
      m_edit(new QLineEdit(this)),
      m_mistake(new QLabel(this)),
      m_counts(new QLabel(this)),
      m_columns(new QToolButton(this))
{
    m_edit->setPlaceholderText(tr("Filter: words, or column:value"));
    m_edit->setToolTip(
        tr("All words must occur in a row. name:shop looks in one column, size:>1GiB compares,\n"
           "-word excludes, \"two words\" stay together."));
    m_edit->setAccessibleName(tr("Filter"));
    m_edit->setClearButtonEnabled(true);
    m_edit->addAction(themedIcon(u"filter"_s), QLineEdit::LeadingPosition)->setText(tr("Filter"));
    m_edit->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
    m_edit->setMaximumWidth(fontMetrics().averageCharWidth() * 60);
    m_edit->installEventFilter(this);
    m_mistake->setTextFormat(Qt::PlainText);
    m_mistake->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_counts->setTextFormat(Qt::PlainText);
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_columns->setIcon(themedIcon(u"columns"_s));
    m_columns->setAutoRaise(true);
    m_columns->setToolTip(tr("Choose columns"));
    m_columns->setAccessibleName(tr("Choose columns"));

    const int margin = fontMetrics().height() / 2;
    m_layout->setContentsMargins(margin, margin, margin, margin);
    m_layout->addWidget(m_edit, 3);
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
}

void FilterBar::setMistake(const QString& sentence)
{
    m_mistake->setText(sentence);
    m_mistake->setToolTip(sentence.isEmpty() ? QString() : Qt::convertFromPlainText(sentence));
    m_edit->setAccessibleDescription(sentence);
    QPalette palette;
    palette.setColor(QPalette::WindowText, attentionColour(Attention::Warning, palette));
    m_mistake->setPalette(palette);
}

void FilterBar::setCounts(int shown, int total)
{
    const QLocale locale;
    m_counts->setText(shown == total ? locale.toString(total)
                                     : tr("%1 of %2").arg(locale.toString(shown), locale.toString(total)));
}

void FilterBar::addChoice(const QString& label, QWidget* choice)
{
    auto* name = new QLabel(label, this);
    name->setTextFormat(Qt::PlainText);
    name->setBuddy(choice);
    const int before = m_layout->indexOf(m_mistake);
    m_layout->insertWidget(before, name);
    m_layout->insertWidget(before + 1, choice);
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
