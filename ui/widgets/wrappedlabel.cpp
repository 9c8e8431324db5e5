// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrappedlabel.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QTextDocument>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>

namespace Telamon {

WrappedLabel::WrappedLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

// Not by heightForWidth(): that lays the text out anew, after which it is painted once more.
bool WrappedLabel::isCut() const
{
    const QRect room = contentsRect();
    const QRect whole =
        fontMetrics().boundingRect(QRect(0, 0, room.width(), QWIDGETSIZE_MAX), Qt::TextWordWrap, text());
    return room.height() < whole.height();
}

QString WrappedLabel::shownText() const
{
    if (!isCut())
        return text();
    const QRect room = contentsRect();
    const int most = std::max(1, room.height() / fontMetrics().lineSpacing());
    const QString whole = text().replace(u'\n', QChar(QChar::LineSeparator));
    QTextLayout layout(whole, font());
    QString shown;
    layout.beginLayout();
    for (int count = 1; count <= most; ++count) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(room.width());
        const QString own = whole.mid(line.textStart(), line.textLength());
        const QString rest = whole.mid(line.textStart()).replace(QChar(QChar::LineSeparator), u' ');
        shown += count < most ? QString(own.trimmed() + u'\n')
                              : fontMetrics().elidedText(rest, Qt::ElideRight, room.width());
    }
    layout.endLayout();
    return shown;
}

bool WrappedLabel::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !isCut())
        return QLabel::event(event);
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), Qt::convertFromPlainText(text()), this);
    return true;
}

void WrappedLabel::paintEvent(QPaintEvent* event)
{
    if (!isCut()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    style()->drawItemText(&painter, contentsRect(), int(Qt::AlignLeft | Qt::AlignTop), palette(), isEnabled(),
        shownText(), foregroundRole());
}

} // namespace Telamon
