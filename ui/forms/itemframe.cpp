// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/itemframe.h"

#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"
#include "ui/forms/valuepane.h"
#include "ui/forms/valuetext.h"
#include "ui/profiles/fieldnote.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLineEdit>
#include <QPainter>
#include <QStyleOptionFrame>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr qsizetype longestSummary = 60;

// What tells one element from the next: its first texts.
QString summary(const QJsonValue& value)
{
    if (!value.isObject())
        return value.isArray() || value.isNull() ? QString() : valueText(value).left(longestSummary);
    QStringList parts;
    const QJsonObject members = value.toObject();
    for (const QJsonValue& each :
        {members.value("name"_L1), members.value("type"_L1), members.value("path"_L1)}) {
        if (each.isString())
            parts += valueText(each);
    }
    for (auto it = members.begin(); it != members.end() && parts.isEmpty(); ++it) {
        if (it->isString())
            parts += valueText(*it);
    }
    return parts.join(u" · "_s).left(longestSummary);
}

} // namespace

ItemFrame::ItemFrame(const FieldContext& context, const QString& pointer, Kind kind, QWidget* parent)
    : QFrame(parent),
      m_context(context),
      m_pointer(pointer),
      m_kind(kind),
      m_layout(new QVBoxLayout(this)),
      m_heading(new QToolButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    const int margin = fontMetrics().height() / 3;
    m_layout->setContentsMargins(margin, margin, margin, margin);
    auto* line = new QHBoxLayout;
    line->setSpacing(margin);
    m_heading->setAutoRaise(true);
    m_heading->setCheckable(true);
    m_heading->setArrowType(Qt::RightArrow);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setFocusPolicy(Qt::StrongFocus);
    line->addWidget(m_heading);
    const QString name = pointerTokens(pointer).value(pointerTokens(pointer).size() - 1);
    if (kind == Kind::Member) {
        m_name = new QLineEdit(name, this);
        m_name->setAccessibleName(tr("Name"));
        line->addWidget(m_name, 1);
        connect(m_name, &QLineEdit::editingFinished, this, [this, name] {
            if (m_name->text() != name)
                Q_EMIT renameRequested(m_name->text());
        });
        m_nameNote = new FieldNote(m_name, this);
        connect(m_name, &QLineEdit::textEdited, m_nameNote, [this] { m_nameNote->setMistake({}); });
    } else {
        line->addStretch(1);
        line->addWidget(m_up = addButton(u"↑"_s, tr("Move up")));
        line->addWidget(m_down = addButton(u"↓"_s, tr("Move down")));
        connect(m_up, &QToolButton::clicked, this, [this] { Q_EMIT moveRequested(-1); });
        connect(m_down, &QToolButton::clicked, this, [this] { Q_EMIT moveRequested(1); });
    }
    line->addWidget(m_remove = addButton(tr("Remove"), tr("Remove")));
    connect(m_remove, &QToolButton::clicked, this, &ItemFrame::removeRequested);
    m_layout->addLayout(line);
    if (m_nameNote)
        m_layout->addWidget(m_nameNote);
    connect(m_heading, &QToolButton::toggled, this, &ItemFrame::setOpen);
    updateHeading();
}

// What belongs to one element has to be seen: with the edge of a field, not the line that only divides.
void ItemFrame::paintEvent(QPaintEvent* /*event*/)
{
    QStyleOptionFrame option;
    initStyleOption(&option);
    option.palette.setColor(QPalette::Mid, option.palette.color(QPalette::Dark));
    QPainter painter(this);
    style()->drawControl(QStyle::CE_ShapedFrame, &option, &painter, this);
}

QToolButton* ItemFrame::addButton(const QString& text, const QString& purpose)
{
    auto* button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setText(text);
    button->setToolTip(purpose);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QString ItemFrame::heading() const
{
    const QStringList tokens = pointerTokens(m_pointer);
    if (m_kind == Kind::Member)
        return {};
    const QString number = QString::number(tokens.last().toLongLong() + 1);
    const QString text = summary(m_context.model.value(m_pointer));
    return text.isEmpty() ? number : u"%1. %2"_s.arg(number, text);
}

void ItemFrame::updateHeading()
{
    const QString text = heading();
    m_heading->setText(captionText(text));
    const QString name = m_name ? valueText(m_name->text()) : text;
    m_heading->setAccessibleName(isOpen() ? tr("Close %1").arg(name) : tr("Open %1").arg(name));
    m_heading->setToolTip(isOpen() ? tr("Close") : tr("Open"));
    m_remove->setAccessibleName(tr("Remove %1").arg(name));
    if (m_up) {
        m_up->setAccessibleName(tr("Move %1 up").arg(name));
        m_down->setAccessibleName(tr("Move %1 down").arg(name));
    }
}

void ItemFrame::setMovable(bool up, bool down)
{
    m_up->setEnabled(up);
    m_down->setEnabled(down);
}

void ItemFrame::setOpen(bool isOpen)
{
    if (isOpen == (m_pane != nullptr))
        return;
    if (isOpen) {
        m_pane = new ValuePane(m_context, m_pointer, ValuePane::Note::Here, this);
        m_layout->addWidget(m_pane);
        m_pane->setVisible(true);
    } else {
        m_pane->hide();
        m_pane->deleteLater();
        m_pane = nullptr;
    }
    m_heading->setChecked(isOpen);
    m_heading->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    updateHeading();
}

void ItemFrame::refresh(const FieldChange& change)
{
    updateHeading();
    if (m_pane)
        m_pane->refresh(change);
}

void ItemFrame::keepName(const QString& sentence)
{
    m_name->setText(pointerTokens(m_pointer).constLast());
    m_nameNote->setMistake(sentence);
}

// By the Tab key the focus is past the name already.
void ItemFrame::takeFocusOf(const ItemFrame& other)
{
    if (other.m_name->hasFocus())
        m_name->setFocus(Qt::OtherFocusReason);
    else if (other.m_heading->hasFocus())
        m_heading->setFocus(Qt::OtherFocusReason);
    else if (other.isAncestorOf(QApplication::focusWidget()))
        m_remove->setFocus(Qt::OtherFocusReason);
}

QWidget* ItemFrame::reveal(const QString& place)
{
    setOpen(true);
    return m_pane->reveal(place);
}

} // namespace Telamon
