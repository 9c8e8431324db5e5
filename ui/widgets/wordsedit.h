// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QStringList>

#include <functional>

class QAbstractItemView;
class QCompleter;
class QStringListModel;

namespace Telamon {

// A line of several words, with blanks or commas between them. What may be meant is found by any part of it
// as one types, or shown whole by Down; any other word may be written too.
class WordsEdit : public QLineEdit {
    Q_OBJECT
public:
    using Offer = std::function<QStringList()>; // asked for whenever a list is shown

    WordsEdit(Offer offer, QWidget* parent);

    QStringList words() const;
    QAbstractItemView* matches() const; // the list; it is not visible where nothing is offered

    static QStringList split(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Span {
        qsizetype from = 0;
        qsizetype size = 0;
    };
    Span wordAtCursor() const;
    void showMatches(bool areAskedFor);
    void take(const QString& word);

    Offer m_offer;
    QStringListModel* m_list;
    QCompleter* m_completer;
};

} // namespace Telamon
