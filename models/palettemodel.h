// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fuzzymatch.h"
#include "models/placeaddress.h"

#include <QAbstractTableModel>

#include <vector>

namespace Telamon {

// Something that the palette can lead to.
struct PaletteEntry {
    enum class Kind { Page, Place, Operation };

    Kind kind = Kind::Place;
    QString title {};
    QString note {}; // what it is, and where
    QString iconName {};
    PlaceAddress address {}; // of a place or page
    QString operationId {};
    QString moreWords {}; // by which it is found too: ids, paths
    QString placeName {}; // of a page
    QString placePath {}; // what is around that place
};

// A page that every place of its kind has.
struct PalettePage {
    Place::Kind kind = Place::Kind::Fleet;
    QByteArray id {};
    QString title {};
    QString iconName {};
};

// What a few letters find among places, pages and operations, the best first: columns title and note. All
// words of the text have to be found, each in the title, the note or the other words. Some words of a place's
// name and some of a page's find that page of that place, wherever it is; others may be of what is around the
// place. An address finds its place.
class PaletteModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { IconNameRole = Qt::UserRole + 1 };
    static constexpr int mostShown = 200;
    static constexpr int mostPagesElsewhere = 50; // of them

    explicit PaletteModel(QObject* parent = nullptr);

    void setEntries(std::vector<PaletteEntry> entries); // in the order in which equals are shown
    // Of the places among the entries, but for those whose pages are entries.
    void setPages(const std::vector<PalettePage>& pages);
    void setText(const QString& text);
    const PaletteEntry& entryAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Prepared {
        PaletteEntry entry;
        FuzzyText title;
        FuzzyText all;
        FuzzyText page; // title and id
        FuzzyText placeName;
        FuzzyText placePath;
    };
    struct PreparedPage {
        PalettePage page;
        FuzzyText words;
    };
    struct Found {
        int score;
        const PaletteEntry* entry;
    };
    static int scoreOf(const Prepared& prepared, const QStringList& words);
    void addPagesElsewhere(const QStringList& words, std::vector<Found>& found);
    void rank();

    std::vector<Prepared> m_entries;
    std::vector<PreparedPage> m_pages;
    std::vector<PaletteEntry> m_elsewhere; // pages found of places that are not shown
    QString m_text;
    std::vector<const PaletteEntry*> m_shown;
    PaletteEntry m_addressed; // the place that the text is the address of
};

} // namespace Telamon
