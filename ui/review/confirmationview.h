// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace Telamon {

struct Review;

// What a person does before a change is sent, where a button is not enough: types the name of what is lost,
// says yes to losing their own access. Stands beside the buttons, so that what keeps them off is in sight.
class ConfirmationView : public QWidget {
    Q_OBJECT
public:
    explicit ConfirmationView(QWidget* parent = nullptr);

    void ask(const Review& review); // for nothing, where it needs nothing: hidden then
    void offerName(const QString& name); // of what the review asks for, where it is known later
    bool isConfirmed() const;
    bool asksSomething() const;
    void focusFirst(); // on what is not done yet
    QString missingSentence() const; // what is still to be done; empty: nothing

Q_SIGNALS:
    void confirmationChanged();

private:
    bool isNamed() const;
    void updatePrompt();

    QString m_text; // either of them is right
    QString m_name;
    bool m_asksOnceMore = false;
    QLabel* m_prompt;
    QLineEdit* m_edit;
    QLabel* m_onceMoreSentence;
    QCheckBox* m_onceMore;
};

} // namespace Telamon
