// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/navigator/placedelegate.h"

#include "models/navigatormodel.h"

#include <QPainter>

namespace Telamon {

namespace {

int markSide(const QStyleOptionViewItem& option)
{
    return option.fontMetrics.ascent() + 1;
}

} // namespace

PlaceDelegate::PlaceDelegate(QObject* parent)
    : RecordDelegate(NavigatorModel::AttentionRole, NavigatorModel::IconNameRole, parent)
{
}

void PlaceDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    const QPalette usual = option->palette;
    RecordDelegate::initStyleOption(option, index);
    const Attention attention = attentionOf(index);
    if (attention == Attention::None)
        return;
    option->icon = themedIcon(iconName(index));
    if (attention != Attention::Critical)
        option->palette = usual;
    const int side = markSide(*option);
    const int room = option->rect.width() - option->decorationSize.width() - side * 2;
    option->text = option->fontMetrics.elidedText(option->text, option->textElideMode, qMax(room, side));
}

void PlaceDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    RecordDelegate::paint(painter, option, index);
    const Attention attention = attentionOf(index);
    if (attention == Attention::None)
        return;
    const int side = markSide(option);
    const QRect place(option.rect.right() - side - side / 3, option.rect.center().y() - side / 2, side, side);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    attentionIcon(attention).paint(painter, QStyle::visualRect(option.direction, option.rect, place),
        Qt::AlignCenter, isSelected ? QIcon::Selected : QIcon::Normal);
}

} // namespace Telamon
