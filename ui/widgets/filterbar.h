// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace Telamon {

class ElidedLabel;

// The line above a table: filter as one types, what is wrong with the filter, "n of m", and room for a page's
// choices: beside the filter, or below it where they would leave it too little.
class FilterBar : public QWidget {
    Q_OBJECT
public:
    explicit FilterBar(QWidget* parent = nullptr);

    QString text() const;
    void setText(const QString& text);
    void setMistake(const QString& sentence); // empty: none
    QString mistake() const;
    void setCounts(int shown, int total);
    // What the rows shown add up to, behind the counts where there is room ("126 nodes"), and said whole in
    // lines ("Nodes: 126") in any case. Nothing of it is text from the service.
    void setTotals(const QStringList& totals, const QStringList& lines);
    void addChoice(const QString& label, QWidget* choice);
    void addBeside(QWidget* button); // right behind the filter, where there is room
    void offerOnlyWords(); // a filter without columns: no "column:value", no column chooser
    void focusFilter();
    QLineEdit* lineEdit() const { return m_edit; }
    const QLabel* counts() const { return m_counts; }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void filterChanged(const QString& text);
    void columnsRequested(const QPoint& globalPosition);
    void leaveRequested(); // Down or Enter: on to the table

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeChoices();
    void wrapChoices(); // into as many lines as they need
    int choicesWidth() const; // in one line
    void fit(); // what gives way for lack of room
    int widthWithoutChoices() const;
    int widthBeside() const;

    QBoxLayout* m_lines;
    QHBoxLayout* m_layout;
    QWidget* m_choices;
    QList<QWidget*> m_choiceList; // each with its label
    QList<QList<QWidget*>> m_choiceLines; // as they are laid out
    bool m_areChoicesBelow = false;
    QLineEdit* m_edit;
    ElidedLabel* m_mistake;
    QLabel* m_counts;
    QString m_countsAlone; // without totals
    QStringList m_totals;
    QToolButton* m_columns;
    QWidget* m_beside = nullptr; // the filter; null: nothing is
};

} // namespace Telamon
