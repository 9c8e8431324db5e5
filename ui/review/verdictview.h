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

// What came of a change: done, with the answer; or not known, and where to look.
class VerdictView : public QWidget {
    Q_OBJECT
public:
    explicit VerdictView(QWidget* parent = nullptr);

    // What the answer holds that is told only this once; before its verdict.
    void showSecrets(const Operation& operation, const QByteArray& answer);
    bool holdsSecrets() const; // that nobody has looked at or copied
    void showVerdict(const Operation& operation, const Change& change);
    QString text() const;

Q_SIGNALS:
    void secretsTaken();

private:
    MessageBar* m_verdict;
    QLabel* m_attempts;
    OnceSecrets* m_secrets;
    QStringList m_told; // where in the answer they are
    AnswerView* m_answer;
};

} // namespace Telamon
