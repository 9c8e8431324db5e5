// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filter.h"
#include "models/parsequeue.h"
#include "models/recordmasks.h"
#include "models/recordmodel.h"
#include "models/recordorder.h"

#include <QTimer>

#include <optional>

namespace Telamon {

// The table, its order, its filter, and the rows that come out of them: which are shown, and how a view is
// told of a change so that selection, current row and position stay.
class RecordModel::Private {
public:
    Private(RecordModel* model, TableLayout layout);

    // recordmodel_load.cpp
    void takeParsed(); // some milliseconds' worth of what is parsed
    void scheduleTaking();
    void showTaken(); // what has been taken in since the last time
    void finish();

    // recordmodel_show.cpp
    void presentAppended(std::size_t firstNew, const std::vector<quint32>& differing);
    void showAll(); // after a change of order, filter or cells
    void show(std::vector<quint32> rows);
    void emitChanged(const std::vector<quint32>& rows);
    std::vector<quint32> matchingRows() const; // in their order
    int positionOf(quint32 row) const; // -1: not shown

    quint32 rowAt(int position) const { return shown[static_cast<std::size_t>(position)]; }
    qint64 currentTime() const;
    void match(std::size_t from, bool onlyMatching); // by the filter, into matches

    RecordModel* q;
    RecordTable table;
    RecordOrder order;
    RecordMasks masks;
    Filter filter;
    QString filterText;
    std::vector<quint8> matches; // by row
    std::vector<quint32> shown; // rows, as a view sees them
    mutable std::vector<int> positions; // by row; empty: to be made anew
    std::optional<qint64> fixedNow;
    RecordModel::Clock nowClock;
    QTimer clockTimer;
    bool isWatched = true;

    ParseQueue queue;
    QTimer takeTimer;
    std::size_t told = 0; // records of the load's answers that are in the table, doubles too
    std::size_t takenOfFirst = 0; // records of the first parsed answer that are in the table
    QTimer showTimer;
    std::vector<quint32> changed; // rows that differ from what a view was told
    bool isOpen = false; // between beginLoad and finishLoad
    bool isLoading = false;
    bool keepsUnseen = false;
    RecordModel::Staying staying;
    std::size_t sizeBefore = 0; // when the load began, or one that it cut short
    bool needsOrder = false; // cells changed that the order may hang on

private:
    void permute(std::vector<quint32> rows);
    void removePositions(const std::vector<quint8>& stays);
};

} // namespace Telamon
