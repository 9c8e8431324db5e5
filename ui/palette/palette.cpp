// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palette.h"

#include "models/palettemodel.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// The title with its icon, the note in the quieter colour.
class EntryDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
        if (index.column() == 0) {
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->icon = themedIcon(index.data(PaletteModel::IconNameRole).toString());
        } else {
            option->palette.setColor(
                QPalette::Text, option->palette.color(QPalette::Active, QPalette::PlaceholderText));
        }
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize usual = QStyledItemDelegate::sizeHint(option, index);
        return {usual.width(), option.fontMetrics.height() * 7 / 4};
    }
};

} // namespace

Palette::Palette(std::vector<PaletteEntry> entries, const std::vector<PalettePage>& pages, QWidget* parent)
    : QDialog(parent),
      m_model(new PaletteModel(this)),
      m_edit(new QLineEdit(this)),
      m_list(new QTreeView(this)),
      m_nothing(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Go to a place, or run an operation"));
    m_edit->setPlaceholderText(tr("A few letters of a place, a page or an operation, or an address"));
    m_edit->setAccessibleName(tr("Find"));
    m_edit->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition)->setText(tr("Find"));
    m_edit->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setAccessibleName(tr("Found"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderHidden(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the line keeps it, the keys go to the list
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int side = fontMetrics().height();
    m_list->setIconSize(QSize(side, side));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->hide();
    layout->addWidget(m_nothing, 1);
    m_model->setEntries(std::move(entries));
    m_model->setPages(pages);
    showFound();
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setText(text);
        showFound();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, [this] { choose(m_list->currentIndex()); });
    connect(m_list, &QTreeView::clicked, this, &Palette::choose);
    resize(fontMetrics().averageCharWidth() * 110, side * 28);
    m_list->header()->setStretchLastSection(true);
    fitColumns();
    m_edit->setFocus();
}

// The best of what is found, or that nothing is.
void Palette::showFound()
{
    const bool isAny = m_model->rowCount() > 0;
    const bool isLikeAddress = m_edit->text().trimmed().startsWith("telamon:"_L1, Qt::CaseInsensitive);
    m_nothing->setText(isLikeAddress ? tr("No place has an address like this.")
                                     : tr("No place, page or operation matches."));
    m_edit->setAccessibleDescription(isAny ? QString() : m_nothing->text());
    m_nothing->setVisible(!isAny);
    m_list->setVisible(isAny);
    m_list->setCurrentIndex(m_model->index(0, 0));
    fitColumns();
}

// Where there is little room, the names take what they need and leave the rest to what tells them apart.
void Palette::fitColumns()
{
    constexpr int usual = 52; // characters
    const int names = fontMetrics().averageCharWidth() * usual;
    const int most = width() * 6 / 10;
    if (names > most)
        m_list->resizeColumnToContents(0);
    m_list->header()->resizeSection(0, names > most ? std::min(m_list->columnWidth(0), most) : names);
}

void Palette::choose(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const PaletteEntry entry = m_model->entryAt(index.row());
    close();
    if (entry.kind == PaletteEntry::Kind::Operation)
        Q_EMIT operationChosen(entry.operationId);
    else
        Q_EMIT placeChosen(entry.address);
}

void Palette::step(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int at = std::clamp(m_list->currentIndex().row() + rows, 0, count - 1);
    m_list->setCurrentIndex(m_model->index(at, 0));
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        constexpr int page = 12;
        for (const auto& [moves, rows] : {std::pair(Qt::Key_Down, 1), std::pair(Qt::Key_Up, -1),
                 std::pair(Qt::Key_PageDown, page), std::pair(Qt::Key_PageUp, -page)}) {
            if (key == moves) {
                step(rows);
                return true;
            }
        }
    }
    return QDialog::eventFilter(watched, event);
}

// At the top of the window, where the eye is, over what it leads away from.
void Palette::showEvent(QShowEvent* event)
{
    if (const QWidget* above = parentWidget()) {
        resize(std::min(width(), above->width()), std::min(height(), above->height()));
        move(above->mapToGlobal(QPoint((above->width() - width()) / 2, above->height() / 8)));
    }
    fitColumns();
    QDialog::showEvent(event);
}

} // namespace Telamon
