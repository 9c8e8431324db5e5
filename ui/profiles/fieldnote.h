// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace Telamon {

// One sentence below a field: what is wrong with its value, what is doubtful, or else what belongs there.
// Takes no room while it has nothing to say.
class FieldNote : public QWidget {
    Q_OBJECT
public:
    // The editor gets the mistake as its accessible description too.
    FieldNote(QWidget* editor, QWidget* parent);

    void setHint(const QString& hint);
    void setMistake(const QString& mistake); // empty: nothing is wrong
    void setAdvice(const QString& advice); // nothing is wrong, and it is worth a second look
    const QString& mistake() const { return m_mistake; }
    const QString& advice() const { return m_advice; }
    QString text() const
    {
        return !m_mistake.isEmpty() ? m_mistake : !m_advice.isEmpty() ? m_advice : m_hint;
    }

protected:
    void changeEvent(QEvent* event) override;

private:
    void update();

    QWidget* m_editor;
    QLabel* m_icon;
    QLabel* m_text;
    QString m_hint;
    QString m_mistake;
    QString m_advice;
};

} // namespace Telamon
