// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/journal/change.h"

#include <QStringList>
#include <QWidget>

class QLabel;

namespace Telamon {

class AnswerView;
class MessageBar;
class OnceSecrets;
struct Operation;
struct Schema;

// What came of a change: done, with the answer; or not known, and where to look.
class VerdictView : public QWidget {
    Q_OBJECT
public:
    explicit VerdictView(QWidget* parent = nullptr);

    // What the answer holds that is told only this once; before its verdict.
    void showSecrets(const Operation& operation, const QByteArray& answer);
    bool holdsSecrets() const; // that nobody has looked at or copied
    // `before`: how the state that it changes is described; null: not at all.
    void showVerdict(const Operation& operation, const Change& change, const Schema* before = nullptr);
    QString text() const;

Q_SIGNALS:
    void secretsTaken();

private:
    void showData(const Operation& operation, const Change& change, const Schema* before);

    QLabel* m_what; // was done, and where
    MessageBar* m_verdict;
    QLabel* m_attempts;
    OnceSecrets* m_secrets;
    QStringList m_told; // where in the answer they are
    AnswerView* m_answer;
};

} // namespace Telamon
