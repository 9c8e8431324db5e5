// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

#include <QPointer>
#include <QSet>

namespace Telamon {

class Journal;
struct Change;

// The journal's changes as a table, kept up to date while changes are made, here or by another process.
class JournalModel : public RecordModel {
    Q_OBJECT
public:
    enum class Which {
        All, // the newest `mostRead`
        Active, // not ended, or followed; and what was followed to its end while this model was there
    };
    static constexpr int mostRead = 5000;

    // The clock: "now" of whoever shows it, asked for with each reading too.
    JournalModel(Journal& journal, Which which, const Clock& clock, QObject* parent = nullptr);

    void reload(); // a little later, like all that it reads
    int activeCount() const; // not ended, or followed
    void forgetEnded(); // of Active
    Attention recordAttention(int record) const override;

protected:
    QVariant decoration(int row, int column, int role) const override;

private:
    void note(const QString& id);
    void readSoon();
    void read();
    QList<Change> all() const;

    QPointer<Journal> m_journal;
    Which m_which;
    QSet<QString> m_noted; // changes that are others now
    QSet<QString> m_followed; // changes that were followed to their end
    bool m_wantsAll = false;
    bool m_isReadingSoon = false;
};

} // namespace Telamon
