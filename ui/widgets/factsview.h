// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QScrollArea>
#include <QString>

class QFormLayout;

namespace Telamon {

class RecordModel;

// The one record of a model as facts, a line each: what it is called and what it is. Shows the columns that
// are shown at first, as far as they are known.
class FactsView : public QScrollArea {
    Q_OBJECT
public:
    FactsView(const RecordModel& model, QWidget* parent);

    QStringList facts() const; // "State: Idle"
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent* event) override; // of another theme, colours are others
    void keyPressEvent(QKeyEvent* event) override; // Ctrl+C: a line each, as a spreadsheet takes it

private:
    struct Fact {
        QString title;
        QString text;
        QString tip;
        QString copied;
        int attention;
        bool operator==(const Fact&) const = default;
    };
    QList<Fact> factsOf() const;
    void fill();
    void addFact(const Fact& fact);

    const RecordModel& m_model;
    QFormLayout* m_lines = nullptr;
    QList<Fact> m_shown;
    QString m_copied;
};

} // namespace Telamon
