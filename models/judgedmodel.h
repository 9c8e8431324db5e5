// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

namespace Telamon {

// A table whose rows are judged by a function: for resources of which that is all that is their own.
class JudgedModel : public RecordModel {
    Q_OBJECT
public:
    // How much a record needs a person.
    using Judge = Attention (*)(const RecordModel& model, int record);
    // What a cell says instead of the value; null leaves it, an empty text is shown where the column is of
    // others, as where nothing is known. With shown rows.
    using Words = QString (*)(const RecordModel& model, int row, const QByteArray& key);

    JudgedModel(TableLayout layout, Judge judge, Words words, QObject* parent);

    Attention recordAttention(int record) const override;

protected:
    QVariant decoration(int row, int column, int role) const override;

private:
    Judge m_judge;
    Words m_words; // may be null
    mutable bool m_isAsking = false; // words look at the cell's own text too
};

} // namespace Telamon
