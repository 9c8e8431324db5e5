// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palettemodel.h"

#include "api/records/plaintext.h"

#include <algorithm>
#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

PaletteModel::PaletteModel(QObject* parent) : QAbstractTableModel(parent)
{
}

void PaletteModel::setEntries(std::vector<PaletteEntry> entries)
{
    beginResetModel();
    m_entries.clear();
    m_entries.reserve(entries.size());
    for (PaletteEntry& entry : entries) {
        const FuzzyText title(entry.title);
        const FuzzyText all(entry.title + u' ' + entry.note + u' ' + entry.moreWords);
        m_entries.push_back({std::move(entry), title, all});
    }
    rank();
    endResetModel();
}

void PaletteModel::setText(const QString& text)
{
    if (text == m_text)
        return;
    beginResetModel();
    m_text = text;
    rank();
    endResetModel();
}

int PaletteModel::scoreOf(const Prepared& prepared, const QStringList& words) const
{
    constexpr int outsideTitle = 3; // a third of what the title gives
    constexpr int whereBeforeWhat = 250; // of two that match much alike, the one to go to, not the one to run
    int score = prepared.entry.kind == PaletteEntry::Kind::Operation ? 1 : 1 + whereBeforeWhat;
    for (const QString& word : words) {
        const int found = std::max(prepared.title.score(word), prepared.all.score(word) / outsideTitle);
        if (found == 0)
            return 0;
        score += found;
    }
    return score;
}

void PaletteModel::rank()
{
    m_shown.clear();
    if (const auto address = PlaceAddress::fromText(m_text)) {
        m_addressed = {.title = tr("Go to this address"), .note = m_text.trimmed(), .iconName = u"search"_s};
        m_addressed.address = *address;
        for (const Prepared& prepared : m_entries) {
            if (prepared.entry.kind == PaletteEntry::Kind::Place
                && prepared.entry.address.place == address->place) {
                m_addressed.title = prepared.entry.title;
                m_addressed.iconName = prepared.entry.iconName;
            }
        }
        m_shown.push_back(&m_addressed);
        return;
    }
    struct Found {
        int score;
        const PaletteEntry* entry;
    };
    const QStringList words = FuzzyText::folded(m_text).split(u' ', Qt::SkipEmptyParts);
    std::vector<Found> found;
    for (const Prepared& prepared : m_entries) {
        if (const int score = scoreOf(prepared, words); score > 0)
            found.push_back({score, &prepared.entry});
    }
    std::stable_sort(
        found.begin(), found.end(), [](const Found& a, const Found& b) { return a.score > b.score; });
    const size_t count = std::min(found.size(), size_t(mostShown));
    m_shown.reserve(count);
    for (size_t i = 0; i < count; ++i)
        m_shown.push_back(found[i].entry);
}

const PaletteEntry& PaletteModel::entryAt(int row) const
{
    return *m_shown[size_t(row)];
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int PaletteModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteEntry& entry = entryAt(index.row());
    if (role == Qt::DisplayRole)
        return visibleText(index.column() == 0 ? entry.title : entry.note);
    if (role == IconNameRole)
        return entry.iconName;
    return {};
}

} // namespace Telamon
