// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/keysdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

struct KeysLine {
    QString keys;
    QString words;
};

QString nativeText(const QKeySequence& keys)
{
    return keys.toString(QKeySequence::NativeText);
}

void addMenuLines(const QMenuBar& menus, QList<KeysLine>& lines)
{
    const QList<QAction*> all = menus.actions();
    for (const QAction* menu : all) {
        const QList<QAction*> entries = menu->menu()->actions();
        for (const QAction* action : entries) {
            if (!action->shortcut().isEmpty() && action->isVisible())
                lines.append({nativeText(action->shortcut()), action->text().remove(u'&')});
        }
    }
}

// What is in no menu.
void addOtherLines(QList<KeysLine>& lines)
{
    struct Entry {
        QKeySequence keys;
        const char* words; // QT_TRANSLATE_NOOP("KeysDialog", ...)
    };
    const std::array entries {
        Entry {
            Qt::Key_Enter, QT_TRANSLATE_NOOP("KeysDialog", "Open what the row stands for, or its details")},
        Entry {Qt::Key_Insert, QT_TRANSLATE_NOOP("KeysDialog", "Add to what the page lists")},
        Entry {Qt::Key_F2, QT_TRANSLATE_NOOP("KeysDialog", "Edit")},
        Entry {Qt::Key_Delete, QT_TRANSLATE_NOOP("KeysDialog", "Delete")},
        Entry {QKeySequence::Copy, QT_TRANSLATE_NOOP("KeysDialog", "Copy the selected rows")},
        Entry {Qt::Key_Escape,
            QT_TRANSLATE_NOOP("KeysDialog", "Clear the filter, stop reading, hide the details")},
    };
    lines.append({KeysDialog::tr("%1 … %2").arg(nativeText(QKeyCombination(Qt::CTRL, Qt::Key_1)),
                      nativeText(QKeyCombination(Qt::CTRL, Qt::Key_9))),
        KeysDialog::tr("Pages of a place")});
    for (const Entry& entry : entries)
        lines.append({nativeText(entry.keys), KeysDialog::tr(entry.words)});
}

} // namespace

KeysDialog::KeysDialog(const QMenuBar& menus, QWidget* parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    QList<KeysLine> lines;
    addMenuLines(menus, lines);
    addOtherLines(lines);

    auto* list = new QWidget;
    auto* grid = new QGridLayout(list);
    grid->setHorizontalSpacing(fontMetrics().averageCharWidth() * 4);
    grid->setColumnStretch(1, 1);
    const auto addLabel = [list, grid](const QString& name, const QString& text, int row, int column) {
        auto* label = new QLabel(text, list);
        label->setObjectName(name);
        label->setTextFormat(Qt::PlainText);
        grid->addWidget(label, row, column);
    };
    for (int row = 0; row < static_cast<int>(lines.size()); ++row) {
        addLabel(u"keys"_s, lines.at(row).keys, row, 0);
        addLabel(u"words"_s, lines.at(row).words, row, 1);
    }

    auto* scroll = new QScrollArea(this);
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(windowTitle());
    scroll->setMinimumWidth(list->sizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(scroll);
    layout->addWidget(buttons);
    // All at once where the screen has room: a scroll area by itself asks for less.
    const QSize hint = layout->sizeHint();
    const int whole = hint.height() - scroll->sizeHint().height() + list->sizeHint().height();
    resize(hint.width(), std::min(whole, screen()->availableSize().height() * 9 / 10));
}

} // namespace Telamon
