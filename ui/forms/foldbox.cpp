// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/foldbox.h"

#include "ui/forms/fieldcontext.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace Telamon {

FoldBox::FoldBox(const QString& title, Maker make, QWidget* parent)
    : QWidget(parent), m_make(std::move(make)), m_heading(new QToolButton(this))
{
    m_heading->setCheckable(true);
    m_heading->setAutoRaise(true);
    m_heading->setArrowType(Qt::RightArrow);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setFocusPolicy(Qt::StrongFocus);
    m_heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTitle(title);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_heading, 0, Qt::AlignLeft);
    connect(m_heading, &QToolButton::toggled, this, &FoldBox::show);
}

void FoldBox::setTitle(const QString& title)
{
    m_heading->setText(captionText(title));
    m_heading->setAccessibleName(title);
}

bool FoldBox::isOpen() const
{
    return m_heading->isChecked();
}

void FoldBox::setOpen(bool isOpen)
{
    m_heading->setChecked(isOpen);
}

void FoldBox::show(bool isOpen)
{
    m_heading->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    if (isOpen && !m_content) {
        m_content = m_make(this);
        const int indent = fontMetrics().height();
        auto* row = new QHBoxLayout;
        row->setContentsMargins(indent, 0, 0, 0);
        row->addWidget(m_content);
        static_cast<QVBoxLayout*>(layout())->addLayout(row);
    }
    if (m_content)
        m_content->setVisible(isOpen);
}

} // namespace Telamon
