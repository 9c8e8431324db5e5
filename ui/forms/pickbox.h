// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldcontext.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace Telamon {

// A box with what there is to pick for a field; anything else may be typed. Says in it when the list is being
// read, below it when it could not be, or goes on.
class PickBox : public QWidget {
    Q_OBJECT
public:
    PickBox(const FieldContext& context, const QString& pointer, QWidget* parent);

    QComboBox* box() const { return m_box; }
    void setAbsence(const QString& text); // what stands in it while nothing else does
    void open(); // the list, at an entry
    void fill(); // with what there is by now; what was typed stays
    // What is listed is meant by its line as well as by its name, where only one has that name.
    QString valueOf(const QString& text) const;
    QString textOf(const QString& value) const;
    // The list says all that there is, and this is not in it.
    bool isDoubtful(const QString& value) const;

Q_SIGNALS:
    void typed(const QString& text);
    void picked(const QString& value);
    void filled(); // with another list than before

private:
    void request(bool isAgain);
    void showState(const PickList& list);
    void showAbsence();
    void followOtherFields(const QString& changed);

    const FieldContext& m_context;
    QString m_pointer;
    QComboBox* m_box;
    QLabel* m_note;
    QToolButton* m_again;
    QString m_absence;
    bool m_isReading = false;
    bool m_isWhole = false;
    QStringList m_shown; // the values that the box has
    bool m_isWaiting = false;
    bool m_isStale = false;
};

} // namespace Telamon
