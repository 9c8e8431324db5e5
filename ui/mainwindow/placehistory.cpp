// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/placehistory.h"

namespace Telamon {

namespace {
constexpr qsizetype keptEntries = 200;
}

void PlaceHistory::visit(const Entry& entry)
{
    if (m_at >= 0 && m_entries.at(m_at) == entry)
        return;
    m_entries.resize(m_at + 1);
    m_entries.append(entry);
    if (m_entries.size() > keptEntries)
        m_entries.removeFirst();
    m_at = m_entries.size() - 1;
}

PlaceHistory::Entry PlaceHistory::back()
{
    return canGoBack() ? m_entries.at(--m_at) : m_entries.value(m_at);
}

PlaceHistory::Entry PlaceHistory::forward()
{
    return canGoForward() ? m_entries.at(++m_at) : m_entries.value(m_at);
}

void PlaceHistory::clear()
{
    m_entries.clear();
    m_at = -1;
}

} // namespace Telamon
