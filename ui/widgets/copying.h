// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <Qt>

class QAbstractItemView;
class QHeaderView;
class QTreeView;

namespace Telamon {

// The rows selected, with the columns that are shown in their order on the screen, separated by tabs, below
// their titles. A role that a model does not know gives way to what is shown.
QString selectedRowsAsText(const QAbstractItemView& view, const QHeaderView& header, int role);

// Ctrl+C copies them, where a view is not a RecordView, which does so by itself.
void addRowCopying(QAbstractItemView& view, const QHeaderView& header, int role = Qt::DisplayRole);

// The same for the fields of a record: the value, and by the menu where it stands. The model is a
// DetailModel.
void addFieldCopying(QTreeView& fields);

} // namespace Telamon
