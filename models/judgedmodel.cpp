// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judgedmodel.h"

#include <QScopedValueRollback>

#include <utility>

namespace Telamon {

JudgedModel::JudgedModel(TableLayout layout, Judge judge, Words words, QObject* parent)
    : RecordModel(std::move(layout), parent), m_judge(judge), m_words(words)
{
}

RecordModel::Attention JudgedModel::recordAttention(int record) const
{
    return m_judge ? m_judge(*this, record) : NoAttention;
}

QVariant JudgedModel::decoration(int row, int column, int role) const
{
    if (!m_words || m_isAsking || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const QScopedValueRollback<bool> asking(m_isAsking, true);
    const QString words = m_words(*this, row, columns()[size_t(column)].key);
    return words.isNull() ? QVariant() : QVariant(words);
}

} // namespace Telamon
