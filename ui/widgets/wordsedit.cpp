// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wordsedit.h"

#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QStringListModel>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {
constexpr int MostShown = 12; // lines

bool isBetweenWords(QChar c)
{
    return c.isSpace() || c == u',' || c == u';';
}
} // namespace

WordsEdit::WordsEdit(Offer offer, QWidget* parent)
    : QLineEdit(parent),
      m_offer(std::move(offer)),
      m_list(new QStringListModel(this)),
      m_completer(new QCompleter(m_list, this))
{
    // Not setCompleter(): that completes the whole line.
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setMaxVisibleItems(MostShown);
    QAction* show = addAction(themedIcon(u"search"_s), QLineEdit::TrailingPosition);
    show->setText(tr("What there is to choose from (Down)"));
    connect(show, &QAction::triggered, this, [this] {
        setFocus(Qt::OtherFocusReason);
        showMatches(true);
    });
    connect(this, &QLineEdit::textEdited, this, [this] { showMatches(false); });
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &WordsEdit::take);
}

QStringList WordsEdit::split(const QString& text)
{
    static const QRegularExpression between(u"[,;\\s]+"_s);
    return text.split(between, Qt::SkipEmptyParts);
}

QStringList WordsEdit::words() const
{
    return split(text());
}

QAbstractItemView* WordsEdit::matches() const
{
    return m_completer->popup();
}

WordsEdit::Span WordsEdit::wordAtCursor() const
{
    const QString line = text();
    qsizetype from = cursorPosition();
    qsizetype end = from;
    while (from > 0 && !isBetweenWords(line.at(from - 1)))
        --from;
    while (end < line.size() && !isBetweenWords(line.at(end)))
        ++end;
    return {from, end - from};
}

// What the line has already is not offered again.
void WordsEdit::showMatches(bool areAskedFor)
{
    const Span at = wordAtCursor();
    const QString typed = text().sliced(at.from, at.size);
    QStringList others = words();
    others.removeOne(typed);
    QStringList offered;
    const QStringList all = m_offer();
    for (const QString& word : all) {
        if (!others.contains(word))
            offered.append(word);
    }
    m_list->setStringList(offered);
    m_completer->setCompletionPrefix(typed);
    matches()->setAccessibleName(tr("Matches"));
    const bool isWhole = m_completer->completionCount() == 1 && m_completer->currentCompletion() == typed;
    if (isWhole || (typed.isEmpty() && !areAskedFor))
        matches()->hide();
    else
        m_completer->complete();
}

void WordsEdit::take(const QString& word)
{
    const Span at = wordAtCursor();
    setSelection(static_cast<int>(at.from), static_cast<int>(at.size));
    insert(word + u' '); // room for the next
}

void WordsEdit::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    const bool isOpen = matches()->isVisible();
    if (!isOpen && key == Qt::Key_Down && !(event->modifiers() & ~Qt::KeypadModifier)) {
        showMatches(true);
        return;
    }
    if (isOpen && isEnter && !matches()->currentIndex().isValid()) {
        matches()->hide(); // what is written is meant
    } else if (isOpen && (isEnter || key == Qt::Key_Escape)) {
        event->ignore(); // the list's
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace Telamon
