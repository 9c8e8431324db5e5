// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palettemodel.h"

#include "api/records/plaintext.h"

#include <QSet>
#include <QVarLengthArray>

#include <algorithm>
#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

constexpr int outsideTitle = 3; // a third of what the title gives
constexpr int whereBeforeWhat = 250; // of two that match much alike, the one to go to, not the one to run
constexpr int elsewhere = 150; // of two pages, the one of the place that is shown

// How well each word is found.
using Scores = QVarLengthArray<int, 8>;

Scores scoresOf(const FuzzyText& text, const QStringList& words)
{
    Scores scores;
    for (const QString& word : words)
        scores.append(text.score(word));
    return scores;
}

bool isAny(const Scores& scores)
{
    return std::any_of(scores.cbegin(), scores.cend(), [](int score) { return score > 0; });
}

// Of a place that has one of the words in its name; the others may be of what is around it.
Scores scoresOfPlace(const FuzzyText& name, const FuzzyText& around, const QStringList& words)
{
    Scores scores = scoresOf(name, words);
    if (!isAny(scores))
        return scores;
    for (qsizetype word = 0; word < scores.size(); ++word)
        scores[word] = std::max(scores[word], around.score(words[word]) / outsideTitle);
    return scores;
}

// Of a place and a page that find all words between them. 0: they do not, or one of them adds nothing.
int scoreOfBoth(const Scores& place, const Scores& page)
{
    int score = 0;
    bool doesPlaceHelp = false;
    bool doesPageHelp = false;
    for (qsizetype word = 0; word < place.size(); ++word) {
        const int found = std::max(place[word], page[word]);
        if (found == 0)
            return 0;
        score += found;
        doesPlaceHelp = doesPlaceHelp || place[word] > page[word];
        doesPageHelp = doesPageHelp || page[word] > place[word];
    }
    return doesPlaceHelp && doesPageHelp ? score : 0;
}

// Its title, and what its address and the service call it.
FuzzyText wordsOfPage(const QString& title, const QByteArray& id)
{
    return FuzzyText(title + u' ' + QString::fromLatin1(id));
}

} // namespace

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
        const FuzzyText all(
            entry.title + FuzzyText::Between + entry.note + FuzzyText::Between + entry.moreWords);
        const bool isPage = entry.kind == PaletteEntry::Kind::Page;
        const FuzzyText page = isPage ? wordsOfPage(entry.title, entry.address.pageId) : FuzzyText();
        const FuzzyText placeName = isPage ? FuzzyText(entry.placeName) : FuzzyText();
        const FuzzyText placePath = isPage ? FuzzyText(entry.placePath) : FuzzyText();
        m_entries.push_back({std::move(entry), title, all, page, placeName, placePath});
    }
    rank();
    endResetModel();
}

void PaletteModel::setPages(const std::vector<PalettePage>& pages)
{
    beginResetModel();
    m_pages.clear();
    for (const PalettePage& page : pages)
        m_pages.push_back({page, wordsOfPage(page.title, page.id)});
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

int PaletteModel::scoreOf(const Prepared& prepared, const QStringList& words)
{
    const int base = prepared.entry.kind == PaletteEntry::Kind::Operation ? 1 : 1 + whereBeforeWhat;
    int score = base;
    for (const QString& word : words) {
        const int found = std::max(prepared.title.score(word), prepared.all.score(word) / outsideTitle);
        if (found == 0) {
            score = 0;
            break;
        }
        score += found;
    }
    if (prepared.entry.kind == PaletteEntry::Kind::Page && words.size() > 1) {
        const Scores place = scoresOfPlace(prepared.placeName, prepared.placePath, words);
        const int both = scoreOfBoth(place, scoresOf(prepared.page, words));
        score = std::max(score, both > 0 ? base + both : 0);
    }
    return score;
}

// Pages times places are too many to be listed: the pages that a word finds are few, and so are the places.
void PaletteModel::addPagesElsewhere(const QStringList& words, std::vector<Found>& found)
{
    m_elsewhere.clear();
    if (words.size() < 2)
        return;
    struct FoundPage {
        const PalettePage* page;
        Scores scores;
    };
    std::vector<FoundPage> pages;
    for (const PreparedPage& prepared : m_pages) {
        if (const Scores scores = scoresOf(prepared.words, words); isAny(scores))
            pages.push_back({&prepared.page, scores});
    }
    if (pages.empty())
        return;
    QSet<Place> listed; // with their pages
    for (const Prepared& prepared : m_entries) {
        if (prepared.entry.kind == PaletteEntry::Kind::Page)
            listed.insert(prepared.entry.address.place);
    }
    struct Pair {
        int score;
        const PaletteEntry* place;
        const PalettePage* page;
    };
    std::vector<Pair> pairs;
    for (const Prepared& prepared : m_entries) {
        const Place& place = prepared.entry.address.place;
        if (prepared.entry.kind != PaletteEntry::Kind::Place)
            continue;
        const Scores scores = scoresOfPlace(prepared.title, prepared.all, words);
        if (!isAny(scores) || listed.contains(place))
            continue;
        for (const FoundPage& page : pages) {
            const int score = page.page->kind == place.kind ? scoreOfBoth(scores, page.scores) : 0;
            if (score > 0)
                pairs.push_back({1 + whereBeforeWhat - elsewhere + score, &prepared.entry, page.page});
        }
    }
    std::stable_sort(
        pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.score > b.score; });
    pairs.resize(std::min(pairs.size(), size_t(mostPagesElsewhere)));
    m_elsewhere.reserve(pairs.size()); // so that they stay where they are
    for (const Pair& pair : pairs) {
        m_elsewhere.push_back({.kind = PaletteEntry::Kind::Page,
            .title = pair.page->title,
            .note = tr("Page of %1").arg(pair.place->title + u"  ›  "_s + pair.place->note),
            .iconName = pair.page->iconName,
            .address = {pair.place->address.place, pair.page->id}});
        found.push_back({pair.score, &m_elsewhere.back()});
    }
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
    const QStringList words = FuzzyText::folded(m_text).split(u' ', Qt::SkipEmptyParts);
    std::vector<Found> found;
    for (const Prepared& prepared : m_entries) {
        if (const int score = scoreOf(prepared, words); score > 0)
            found.push_back({score, &prepared.entry});
    }
    addPagesElsewhere(words, found);
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
    if (role == Qt::ToolTipRole && !entry.operationId.isEmpty())
        return visibleText(entry.operationId); // as scripts and the service's pages call it
    return {};
}

} // namespace Telamon
