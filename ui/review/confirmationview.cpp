// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/confirmationview.h"

#include "api/records/plaintext.h"
#include "models/review.h"
#include "ui/forms/valuetext.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr qsizetype longestName = 500;

// Whole, or it cannot be typed: a name without blanks, which a label does not break, takes several lines.
QString nameToType(const QString& name)
{
    constexpr qsizetype longestLine = 64;
    QString shown;
    qsizetype unbroken = 0;
    const QString visible = visibleText(name, longestName);
    for (const QChar c : visible) {
        unbroken = c == u' ' || c == u'-' || c == u'/' ? 0 : unbroken + 1;
        if (unbroken > longestLine && !c.isLowSurrogate()) {
            shown += u'\n';
            unbroken = 1;
        }
        shown += c;
    }
    return shown.replace(u'&', "&&"_L1);
}

} // namespace

ConfirmationView::ConfirmationView(QWidget* parent)
    : QWidget(parent),
      m_prompt(new QLabel(this)),
      m_edit(new QLineEdit(this)),
      m_onceMoreSentence(new QLabel(this)),
      m_onceMore(new QCheckBox(tr("&Yes, I may lose my own access"), this))
{
    for (QLabel* each : {m_prompt, m_onceMoreSentence}) {
        each->setTextFormat(Qt::PlainText);
        each->setWordWrap(true);
    }
    m_prompt->setBuddy(m_edit);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    for (QWidget* each : {static_cast<QWidget*>(m_onceMoreSentence), static_cast<QWidget*>(m_onceMore),
             static_cast<QWidget*>(m_prompt), static_cast<QWidget*>(m_edit)})
        layout->addWidget(each);
    connect(m_edit, &QLineEdit::textChanged, this, &ConfirmationView::confirmationChanged);
    connect(m_onceMore, &QCheckBox::toggled, this, &ConfirmationView::confirmationChanged);
}

void ConfirmationView::ask(const Review& review)
{
    m_text = review.confirmText;
    m_name = review.confirmName;
    m_asksOnceMore = review.asksOnceMore;
    const bool isTyped = !m_text.isEmpty();
    updatePrompt();
    m_prompt->setVisible(isTyped);
    m_edit->setVisible(isTyped);
    m_edit->clear();
    m_onceMoreSentence->setText(visibleText(review.onceMoreSentence));
    m_onceMoreSentence->setVisible(m_asksOnceMore);
    m_onceMore->setVisible(m_asksOnceMore);
    m_onceMore->setChecked(false);
    Q_EMIT confirmationChanged();
}

void ConfirmationView::updatePrompt()
{
    m_prompt->setText(
        tr("To confirm, &type %1").arg(nameToType(edgedText(m_name.isEmpty() ? m_text : m_name))));
    m_prompt->setToolTip(m_name.isEmpty() ? QString() : visibleText(m_text));
}

void ConfirmationView::offerName(const QString& name)
{
    if (m_text.isEmpty() || name.isEmpty() || name == m_text)
        return;
    m_name = name;
    updatePrompt();
    Q_EMIT confirmationChanged();
}

bool ConfirmationView::asksSomething() const
{
    return m_asksOnceMore || !m_text.isEmpty();
}

bool ConfirmationView::isNamed() const
{
    const QString typed = m_edit->text();
    return typed == m_text || (!m_name.isEmpty() && typed == m_name);
}

bool ConfirmationView::isConfirmed() const
{
    return isNamed() && (!m_asksOnceMore || m_onceMore->isChecked());
}

void ConfirmationView::focusFirst()
{
    if (m_asksOnceMore && !m_onceMore->isChecked())
        m_onceMore->setFocus(Qt::OtherFocusReason);
    else if (!m_text.isEmpty())
        m_edit->setFocus(Qt::OtherFocusReason);
}

QString ConfirmationView::missingSentence() const
{
    if (m_asksOnceMore && !m_onceMore->isChecked())
        return tr("Say first that you may lose your own access.");
    return isNamed() ? QString() : tr("Type the name first.");
}

} // namespace Telamon
