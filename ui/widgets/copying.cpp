// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copying.h"

#include "models/detailmodel.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QHeaderView>
#include <QTreeView>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QString copyingText(const char* text)
{
    return QCoreApplication::translate("Copying", text);
}

QAction* newAction(QAbstractItemView& view, const char* text)
{
    auto* action = new QAction(copyingText(text), &view);
    view.addAction(action);
    view.setContextMenuPolicy(Qt::ActionsContextMenu);
    return action;
}

QAction* newCopyAction(QAbstractItemView& view, const char* text)
{
    QAction* action = newAction(view, text);
    action->setIcon(themedIcon(u"copy"_s));
    action->setShortcut(QKeySequence::Copy);
    action->setShortcutContext(Qt::WidgetShortcut);
    return action;
}

} // namespace

QString selectedRowsAsText(const QAbstractItemView& view, const QHeaderView& header, int role)
{
    if (!view.model() || !view.selectionModel())
        return {};
    QList<int> columns;
    for (int visual = 0; visual < header.count(); ++visual) {
        if (const int column = header.logicalIndex(visual); !header.isSectionHidden(column))
            columns.append(column);
    }
    QList<int> rows;
    const QModelIndexList selected = view.selectionModel()->selectedRows();
    for (const QModelIndex& index : selected)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());

    const QAbstractItemModel& model = *view.model();
    QString text;
    const auto line = [&text, &columns](auto cell) {
        for (qsizetype i = 0; i < columns.size(); ++i)
            text += (i > 0 ? u"\t"_s : QString()) + cell(columns.at(i));
        text += u'\n';
    };
    line([&model](int column) { return model.headerData(column, Qt::Horizontal).toString(); });
    for (const int row : std::as_const(rows)) {
        line([&model, row, role](int column) {
            const QModelIndex cell = model.index(row, column);
            const QVariant value = cell.data(role);
            return (value.isValid() ? value : cell.data()).toString();
        });
    }
    return text;
}

void addRowCopying(QAbstractItemView& view, const QHeaderView& header, int role)
{
    view.setSelectionMode(QAbstractItemView::ExtendedSelection);
    const QAction* copy = newCopyAction(view, QT_TRANSLATE_NOOP("Copying", "Copy &rows"));
    QObject::connect(copy, &QAction::triggered, &view, [&view, &header, role] {
        QApplication::clipboard()->setText(selectedRowsAsText(view, header, role));
    });
}

void addFieldCopying(QTreeView& fields)
{
    const auto copyOnTrigger = [&fields](const QAction* action, int role) {
        QObject::connect(action, &QAction::triggered, &fields, [&fields, role] {
            if (const QModelIndex index = fields.currentIndex(); index.isValid())
                QApplication::clipboard()->setText(index.data(role).toString());
        });
    };
    copyOnTrigger(newCopyAction(fields, QT_TRANSLATE_NOOP("Copying", "Copy value")), DetailModel::CopyRole);
    copyOnTrigger(newAction(fields, QT_TRANSLATE_NOOP("Copying", "Copy path")), DetailModel::PointerRole);
}

} // namespace Telamon
