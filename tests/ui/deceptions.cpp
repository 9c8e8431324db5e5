// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown, looked at widget by widget.
#include "tests/ui/controlwalk.h"
#include "tests/ui/hostiletexts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QHelpEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QStatusBar>
#include <QTabBar>
#include <QToolTip>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr int lookedAtRows = 70; // of each level; more than there are hostile texts

// Not the program's own list of such characters: Unicode's categories, and the tags beyond them.
bool isDeceptive(const QString& text, const QString& allowed)
{
    const QList<uint> points = text.toUcs4();
    return std::any_of(points.cbegin(), points.cend(), [&allowed](uint point) {
        const QChar::Category category = QChar::category(char32_t(point));
        if (point < 0x80 && allowed.contains(QChar(char16_t(point))))
            return false;
        // Joiners inside of a pictograph and Arabic number signs are format characters that hide nothing.
        return category == QChar::Other_Control || category == QChar::Separator_Line
            || category == QChar::Separator_Paragraph || category == QChar::Other_Surrogate
            || (category == QChar::Other_Format && !(point >= 0x0600 && point <= 0x0605));
    });
}

class Look {
public:
    void check(const QString& where, const QString& text, const QString& allowed = {})
    {
        if (isDeceptive(text, allowed))
            m_found.append(where + u": "_s + QString::fromLatin1(toJsonString(text.left(120))));
    }
    // A text that Qt itself decides about: it must not look like markup.
    void checkUndecided(const QString& where, const QString& text)
    {
        check(where, text, u"\n"_s);
        if (text.contains(hostileMarker()) && Qt::mightBeRichText(text))
            m_found.append(where + u" is taken for markup: "_s + text.left(120));
    }
    void fail(const QString& what) { m_found.append(what); }
    QStringList found() const { return m_found; }

private:
    QStringList m_found;
};

void eachIndex(const QAbstractItemModel& model, const QModelIndex& parent, int depth,
    const std::function<void(const QModelIndex&)>& visit)
{
    const int rows = std::min(model.rowCount(parent), lookedAtRows);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column)
            visit(model.index(row, column, parent));
        if (depth < 6)
            eachIndex(model, model.index(row, 0, parent), depth + 1, visit);
    }
}

void lookAtView(QAbstractItemView& view, Look& look)
{
    const QAbstractItemModel* model = view.model();
    if (!model)
        return;
    const QString where = describe(&view);
    int toolTips = 0;
    eachIndex(*model, {}, 0, [&](const QModelIndex& index) {
        const QString shown = index.data(Qt::DisplayRole).toString();
        look.check(where, shown);
        if (shown.size() > 1100)
            look.fail(where + u" shows %1 characters"_s.arg(shown.size()));
        for (const int role :
            {Qt::ToolTipRole, Qt::StatusTipRole, Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole})
            look.check(where, index.data(role).toString(), u"\n"_s);
        // The delegate's own tool tip, of the first cells that have markup to show.
        const QRect rect = view.visualRect(index);
        if (rect.isEmpty() || !shown.contains(u'<') || ++toolTips > 12)
            return;
        QHelpEvent help(QEvent::ToolTip, rect.center(), view.viewport()->mapToGlobal(rect.center()));
        QStyleOptionViewItem option;
        option.rect = QRect(rect.topLeft(), QSize(1, rect.height()));
        view.itemDelegateForIndex(index)->helpEvent(&help, &view, option, index);
        const QString tip = QToolTip::text();
        if (tip.contains(hostileMarker()) && (tip.contains("<b"_L1) || tip.contains("<img"_L1)))
            look.fail(where + u" has a tool tip with markup: "_s + tip.left(120));
        QToolTip::hideText();
    });
    for (int column = 0; column < model->columnCount(); ++column)
        look.check(where, model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
}

void lookAtWidget(QWidget& widget, Look& look)
{
    const QString where = describe(&widget);
    look.check(where + u" title"_s, widget.windowTitle());
    look.checkUndecided(where + u" tool tip"_s, widget.toolTip());
    look.check(where + u" accessible name"_s, widget.accessibleName(), u"\n"_s);
    look.check(where + u" accessible description"_s, widget.accessibleDescription(), u"\n"_s);
    if (const auto* label = qobject_cast<QLabel*>(&widget)) {
        if (label->text().contains(hostileMarker()) && label->textFormat() != Qt::PlainText)
            look.fail(where + u" is not plain text"_s);
        if (label->textFormat() != Qt::PlainText)
            look.checkUndecided(where, label->text());
        look.check(where, label->text(), u"\n"_s);
    } else if (const auto* box = qobject_cast<QMessageBox*>(&widget)) {
        if (box->textFormat() != Qt::PlainText)
            look.fail(where + u" is not plain text"_s);
    } else if (const auto* button = qobject_cast<QAbstractButton*>(&widget)) {
        look.check(where, button->text());
    } else if (const auto* tabs = qobject_cast<QTabBar*>(&widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab)
            look.check(where, tabs->tabText(tab) + tabs->tabToolTip(tab));
    } else if (const auto* status = qobject_cast<QStatusBar*>(&widget)) {
        look.check(where, status->currentMessage());
    } else if (const auto* text = qobject_cast<QPlainTextEdit*>(&widget)) {
        look.check(where, text->toPlainText(), u"\n"_s);
    } else if (auto* view = qobject_cast<QAbstractItemView*>(&widget)) {
        lookAtView(*view, look);
    }
    const QList<QAction*> actions = widget.actions();
    for (const QAction* action : actions)
        look.checkUndecided(where + u" action"_s, action->text() + action->toolTip());
}

QList<QWidget*> all(const QWidget& root)
{
    return QList<QWidget*> {const_cast<QWidget*>(&root)} + root.findChildren<QWidget*>();
}

} // namespace

QStringList deceptionsIn(const QWidget& root)
{
    Look look;
    const QList<QWidget*> widgets = all(root);
    for (QWidget* widget : widgets)
        lookAtWidget(*widget, look);
    return look.found();
}

int hostileTextsShownIn(const QWidget& root)
{
    int shown = 0;
    const QList<QWidget*> widgets = all(root);
    for (QWidget* widget : widgets) {
        if (const auto* label = qobject_cast<QLabel*>(widget))
            shown += label->text().contains(hostileMarker());
        else if (const auto* text = qobject_cast<QPlainTextEdit*>(widget))
            shown += text->toPlainText().contains(hostileMarker());
        else if (const auto* view = qobject_cast<QAbstractItemView*>(widget); view && view->model())
            eachIndex(*view->model(), {}, 0, [&shown](const QModelIndex& index) {
                shown += index.data(Qt::DisplayRole).toString().contains(hostileMarker());
            });
    }
    return shown;
}

} // namespace Telamon
