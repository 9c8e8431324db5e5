// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/lineseditor.h"

#include "api/catalog/jsonpointer.h"
#include "api/records/plaintext.h"
#include "models/forms/formmodel.h"
#include "ui/forms/enterfilter.h"
#include "ui/forms/pickbox.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPalette>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr int shownLines = 4;

QStringList linesOf(const QString& text)
{
    static const QRegularExpression lineBreak(u"[\r\n]+"_s);
    QStringList lines = text.split(lineBreak);
    for (QString& line : lines)
        line = line.trimmed();
    lines.removeAll(QString());
    return lines;
}

bool isStep(const QKeyEvent& key)
{
    return (key.key() == Qt::Key_Down || key.key() == Qt::Key_PageDown)
        && !key.modifiers().testFlag(Qt::ControlModifier);
}

} // namespace

QVariant LinesModel::data(const QModelIndex& index, int role) const
{
    QVariant value = QStringListModel::data(index, role);
    const bool isEmpty = QStringListModel::data(index, Qt::EditRole).toString().isEmpty();
    if (role == Qt::ForegroundRole && isEmpty)
        return QGuiApplication::palette().placeholderText();
    if (role != Qt::DisplayRole)
        return value;
    return isEmpty ? tr("(empty)") : visibleText(value.toString());
}

LinesEditor::LinesEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : FieldEditor(context, pointer)
{
    auto* widget = new QWidget(parent);
    setWidget(widget);
    if (!fieldPicker(model(), pointer).isEmpty())
        m_pick = new PickBox(context, pointer, widget);
    m_line = m_pick ? m_pick->box()->lineEdit() : new QLineEdit(widget);
    m_add = new QPushButton(tr("Add"), widget);
    m_list = new QListView(widget);
    m_remove = new QPushButton(tr("Remove"), widget);
    m_paste = new QPushButton(tr("Paste lines"), widget);
    m_lines = new LinesModel(m_list);
    m_list->setModel(m_lines);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_list->setUniformItemSizes(true);
    m_list->setFixedHeight(m_list->fontMetrics().lineSpacing() * shownLines + 4 * m_list->frameWidth());
    for (QPushButton* each : {m_add, m_remove, m_paste})
        each->setAutoDefault(false);
    control()->setAccessibleName(tr("New entry of %1").arg(label()));
    m_add->setAccessibleName(tr("Add to %1").arg(label()));
    m_remove->setAccessibleName(tr("Remove from %1").arg(label()));
    m_paste->setAccessibleName(tr("Paste lines into %1").arg(label()));
    m_list->setAccessibleName(label());
    auto* side = new QVBoxLayout;
    side->addWidget(m_remove);
    side->addWidget(m_paste);
    side->addStretch(1);
    auto* layout = new QGridLayout(widget); // the line as wide as the list, the buttons in one column
    layout->setContentsMargins({});
    layout->setColumnStretch(0, 1);
    layout->addWidget(m_pick ? static_cast<QWidget*>(m_pick) : m_line, 0, 0);
    layout->addWidget(m_add, 0, 1, Qt::AlignTop);
    layout->addWidget(m_list, 1, 0);
    layout->addLayout(side, 1, 1);

    connect(m_add, &QPushButton::clicked, this, &LinesEditor::addTyped);
    connect(m_paste, &QPushButton::clicked, this, &LinesEditor::paste);
    connect(m_remove, &QPushButton::clicked, this, &LinesEditor::removeSelected);
    connect(m_line, &QLineEdit::textChanged, this, &LinesEditor::updateButtons);
    connect(m_lines, &QAbstractItemModel::dataChanged, this, &LinesEditor::take);
    connect(
        m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LinesEditor::updateButtons);
    onEnter(*control(), [this] { addTyped(); });
    control()->installEventFilter(this);
    m_list->installEventFilter(this);
    if (m_pick) {
        connect(m_pick, &PickBox::picked, this, &LinesEditor::addPicked);
        connect(m_pick, &PickBox::filled, this, &LinesEditor::doubt);
        m_pick->fill();
    }
    refresh({pointer});
    updateButtons();
}

QWidget* LinesEditor::control() const
{
    return m_pick ? static_cast<QWidget*>(m_pick->box()) : m_line;
}

// What was typed is not left behind; a line edit makes one line of many, and a list knows neither of these
// keys.
bool LinesEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut && watched == control() && control()->isVisible()) {
        const Qt::FocusReason why = static_cast<QFocusEvent*>(event)->reason();
        if (why != Qt::PopupFocusReason && why != Qt::ActiveWindowFocusReason
            && why != Qt::MenuBarFocusReason)
            finishTyping();
    }
    if (event->type() != QEvent::KeyPress)
        return FieldEditor::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    const bool isInList = watched == m_list;
    if (m_pick && watched == control() && isStep(*key)) {
        m_pick->open(); // a closed box would pick the next entry, and each of them goes into the list
        return true;
    }
    if (key->matches(QKeySequence::Paste)
        && (isInList || linesOf(QGuiApplication::clipboard()->text()).size() > 1)) {
        paste();
        return true;
    }
    if (isInList && key->matches(QKeySequence::Delete)) {
        removeSelected();
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

void LinesEditor::addTyped()
{
    if (m_line->text().isEmpty())
        return;
    addLine();
    control()->setFocus(Qt::OtherFocusReason);
}

void LinesEditor::finishTyping()
{
    if (!m_line->text().trimmed().isEmpty())
        addLine();
}

void LinesEditor::addLine()
{
    const QString typed = m_line->text();
    m_lines->setStringList(m_lines->stringList() + QStringList(m_pick ? m_pick->valueOf(typed) : typed));
    m_line->clear();
    takeAdded();
}

void LinesEditor::addPicked(const QString& value)
{
    m_pick->box()->setCurrentIndex(-1);
    m_line->clear();
    addLines(value);
}

void LinesEditor::addLines(const QString& text)
{
    QStringList lines = m_lines->stringList();
    const bool isSet = schema() && schema()->hasUniqueItems;
    const QStringList added = linesOf(text);
    for (const QString& line : added) {
        if (!isSet || !lines.contains(line))
            lines.append(line);
    }
    m_lines->setStringList(lines);
    takeAdded();
}

// What was added is not being typed any more: it may be told of.
void LinesEditor::takeAdded()
{
    take();
    model().touch(pointer());
    m_list->scrollToBottom();
}

void LinesEditor::paste()
{
    addLines(QGuiApplication::clipboard()->text());
}

void LinesEditor::removeSelected()
{
    QList<int> rows;
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    for (const QModelIndex& index : selected)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end(), std::greater<>());
    for (const int row : std::as_const(rows))
        m_lines->removeRow(row);
    take();
}

void LinesEditor::take()
{
    const QJsonArray lines = QJsonArray::fromStringList(m_lines->stringList());
    setValue(lines.isEmpty() ? clearedValue(lines) : QJsonValue(lines));
    updateButtons();
}

void LinesEditor::updateButtons()
{
    m_add->setEnabled(!m_line->text().isEmpty());
    m_remove->setEnabled(m_list->selectionModel()->hasSelection());
}

void LinesEditor::refresh(const FieldChange& change)
{
    if (m_pick && change.pointer != pointer())
        m_pick->fill();
    const QString text = m_lines->rowCount() == 0 ? absence() : QString();
    if (m_pick)
        m_pick->setAbsence(text);
    else
        m_line->setPlaceholderText(text);
    QStringList lines;
    const QJsonArray values = value().toArray();
    for (const QJsonValue& each : values)
        lines.append(each.toString());
    if (lines != m_lines->stringList())
        m_lines->setStringList(lines);
    doubt();
    updateButtons();
}

void LinesEditor::doubt()
{
    if (!m_pick)
        return;
    const QStringList lines = m_lines->stringList();
    const auto found = std::find_if(
        lines.cbegin(), lines.cend(), [this](const QString& line) { return m_pick->isDoubtful(line); });
    model().setDoubt(pointer(),
        found == lines.cend() ? QString()
                              : tr("“%1” is not among those of the list").arg(visibleText(*found)));
}

QWidget* LinesEditor::reveal(const QString& place)
{
    if (place == pointer())
        return control();
    const int row = pointerTokens(place).value(pointerTokens(pointer()).size()).toInt();
    // This one alone, whatever key is held down.
    m_list->selectionModel()->setCurrentIndex(m_lines->index(row), QItemSelectionModel::ClearAndSelect);
    return m_list;
}

} // namespace Telamon
