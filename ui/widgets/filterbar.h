// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    void setCounts(int shown, int total);
    void addChoice(const QString& label, QWidget* choice);
    void offerOnlyWords(); // a filter without columns: no "column:value", no column chooser
    void focusFilter();
    QLineEdit* lineEdit() const { return m_edit; }
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
    int widthWithoutChoices() const;

    QBoxLayout* m_lines;
    QHBoxLayout* m_layout;
    QWidget* m_choices;
    bool m_areChoicesBelow = false;
    QLineEdit* m_edit;
    ElidedLabel* m_mistake;
    QLabel* m_counts;
    QToolButton* m_columns;
};

} // namespace Telamon
