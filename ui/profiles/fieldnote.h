// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Telamon {

// One sentence below a field: what is wrong with its value, what is doubtful, or else what belongs there.
// Takes no room while it has nothing to say.
class FieldNote : public QWidget {
    Q_OBJECT
public:
    // The editor gets what is said as its accessible description too.
    FieldNote(QWidget* editor, QWidget* parent);

    // What of the hint is still needed beside a mistake: the help.
    void setHint(const QString& hint, const QString& help = {});
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
    void showHelp(const QString& help);

    QWidget* m_editor;
    QVBoxLayout* m_layout;
    QLabel* m_icon;
    QLabel* m_text;
    QLabel* m_helpLabel = nullptr;
    QString m_hint;
    QString m_help;
    QString m_mistake;
    QString m_advice;
};

} // namespace Telamon
