// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/recorddelegate.h"

namespace Telamon {

// Draws a place: the icon of its kind, its name, and at the end a mark where something needs attention. Only
// what is critical colours the name: a tree in which most names are coloured says nothing.
class PlaceDelegate : public RecordDelegate {
    Q_OBJECT
public:
    explicit PlaceDelegate(QObject* parent);

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace Telamon
