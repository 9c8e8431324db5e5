// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/valuenumbers.h"

namespace Telamon {

ValueNumbers::ValueNumbers(const CellColumn* cells, std::string_view (*group)(std::string_view))
    : m_cells(cells), m_group(group)
{
    if (!cells)
        m_values.push_back({});
    else if (cells->type() == ColumnType::Enum)
        m_byEnum.assign(cells->enumTexts().size(), None);
    else if (cells->type() == ColumnType::Flag)
        m_values = {{"yes", true, 0}, {"no", true, 0}}; // in this order, whichever is met first
}

quint32 ValueNumbers::numberOf(std::size_t row)
{
    if (!m_cells)
        return 0;
    if (!m_cells->isKnown(row))
        return unknown();
    switch (m_cells->type()) {
    case ColumnType::Flag:
        return m_cells->flag(row) ? 0 : 1;
    case ColumnType::Enum: {
        quint32& number = m_byEnum[m_cells->enumNumber(row)];
        if (number == None)
            number = numberOfText(m_cells->textOrEnum(row).view());
        return number;
    }
    case ColumnType::Text:
        return numberOfText(m_cells->text(row).view());
    default:
        return unknown();
    }
}

quint32 ValueNumbers::numberOfText(std::string_view text)
{
    if (m_group)
        text = m_group(text);
    const auto [found, isNew] = m_numbers.try_emplace(text, static_cast<quint32>(m_values.size()));
    if (isNew)
        m_values.push_back({text, true, 0});
    return found->second;
}

quint32 ValueNumbers::unknown()
{
    if (m_unknown == None) {
        m_unknown = static_cast<quint32>(m_values.size());
        m_values.push_back({{}, false, 0});
    }
    return m_unknown;
}

} // namespace Telamon
