// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QFormLayout;

namespace Telamon {

struct Operation;

// What the service tells only once, in its answer to a write: a token. Masked until a person wants to see it,
// copied only by a button, and gone with this widget: neither the journal nor the request log keeps it.
class OnceSecrets : public QWidget {
    Q_OBJECT
public:
    explicit OnceSecrets(QWidget* parent = nullptr);

    // Hidden where the answer holds none.
    void showSecrets(const Operation& operation, const QByteArray& answer);
    bool holdsSecrets() const { return m_untaken > 0; } // that were neither shown nor copied

Q_SIGNALS:
    void taken(); // all of them

private:
    void add(const QString& title, const QString& secret);

    QFormLayout* m_lines;
    int m_untaken = 0;
};

} // namespace Telamon
