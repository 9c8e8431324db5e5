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
};

// What a few letters find among places, pages and operations, the best first: columns title and note. All
// words of the text have to be found, each in the title, the note or the other words. An address finds its
// place.
class PaletteModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { IconNameRole = Qt::UserRole + 1 };
    static constexpr int mostShown = 200;

    explicit PaletteModel(QObject* parent = nullptr);

    void setEntries(std::vector<PaletteEntry> entries); // in the order in which equals are shown
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
    };
    int scoreOf(const Prepared& prepared, const QStringList& words) const;
    void rank();

    std::vector<Prepared> m_entries;
    QString m_text;
    std::vector<const PaletteEntry*> m_shown;
    PaletteEntry m_addressed; // the place that the text is the address of
};

} // namespace Telamon
