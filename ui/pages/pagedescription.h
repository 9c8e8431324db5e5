// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/detailmodel.h"
#include "models/health.h"
#include "models/judgedmodel.h"
#include "models/place.h"
#include "models/recordload.h"
#include "models/series/seriesdata.h"
#include "ui/pages/pageaction.h"
#include "ui/pages/pagelink.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <vector>

namespace Telamon {

class Inventory;
class Session;

// What a page was asked to show.
struct PageQuery {
    Session& session;
    Place place;
    QHash<QByteArray, QString> choices; // by PageChoice::key; empty: not restricted
};

// A restriction that the service applies, offered as a combo box, or where any text may be right as a line.
struct PageChoice {
    struct Value {
        const char* value; // as the service spells it; "" is not sent
        const char* label; // QT_TRANSLATE_NOOP("Page", ...)
    };
    QByteArray key;
    const char* label;
    std::vector<Value> values {}; // the first is chosen at first; none: a line to write in
    const char* hint = ""; // QT_TRANSLATE_NOOP("Page", ...): what may be written
    // What is offered for it, where several words may be written. Null: nothing.
    QStringList (*offered)(const PageQuery&) = nullptr;
    QList<Place::Kind> places {}; // where there is this choice; none: wherever the page is
};

// What is to be said of a list that has been read.
struct PageNote {
    QString sentence;
    QString actionText {}; // what `more` does
    std::optional<Read> more {}; // brings records besides those that are there
};

// How a list that has been read again, the latest part of it, joins what was there.
struct PageJoin {
    enum class Joint {
        None, // there was nothing, or the answer is the whole list
        Joined, // nothing is missing in between
        Parted, // something may be
    };
    Joint joint = Joint::None;
    std::vector<quint8> stays {}; // by record: also where the answer does not name it
};

struct PageDetailTable {
    const char* title;
    TableLayout (*table)();
    QByteArray sourceId;
    JudgedModel::Judge judge = nullptr; // which rows need a person, and what their cells say
    JudgedModel::Words words = nullptr;
    QByteArray part {}; // the source of the page's table that told it, where that told nothing else
};

// A part of the record, and what of the record it can be compared with.
struct PageDetailJson {
    struct Alternative {
        const char* pointer; // "*" in it: each element
        const char* name; // a pointer in the element: what it is called
        const char* label; // QT_TRANSLATE_NOOP("Page", ...), "%1": that name
    };

    const char* title;
    const char* pointer;
    std::vector<Alternative> alternatives {};
    // QT_TRANSLATE_NOOP("Page", ...), where there are alternatives:
    const char* own = ""; // what the part itself is called
    const char* same = ""; // a sentence: the alternative does not differ from it
    const char* difference = ""; // a sentence: "%1" lines are only in the alternative, "%2" only in the part
};

// One page as data: where it is offered, what it reads, what its detail shows, and what can be done there. A
// new resource is a new entry in a file of entries/.
struct PageDescription {
    QByteArray id; // "alerts": addresses and settings
    const char* title; // QT_TRANSLATE_NOOP("Page", ...)
    const char* iconName;
    QList<Place::Kind> places;
    RecordModel* (*newModel)(QObject* parent);
    // The inventory's own table, where the page shows it; otherwise the page fills a model of its own with
    // `load`.
    RecordModel& (*shared)(Inventory&) = nullptr;
    void (*load)(const PageQuery&, RecordLoad&) = nullptr;
    // Of what a load has left in the table, asked after each; `last`: the read that was added last.
    std::optional<PageNote> (*note)(const PageQuery&, const RecordModel&, const Read& last) = nullptr;
    // Where a list is read in parts, the latest first: `named` and `before` are RecordModel::Staying's. The
    // note of what is missing is not asked for where the new part joins a list that was whole.
    PageJoin (*join)(
        const Read& last, const RecordModel&, const std::vector<quint8>& named, std::size_t before) = nullptr;
    const char* partedText = ""; // QT_TRANSLATE_NOOP("Page", ...): a sentence, added to the note
    // Why a place of the right kind has nothing of this; null: it has.
    const char* (*hindrance)(const PageQuery&) = nullptr;
    // A model that keeps itself up to date, where the page reads nothing from the service; null where there
    // is none.
    RecordModel* (*kept)(Session&, QObject* parent) = nullptr;
    const char* emptyText; // what an empty list means and what to do
    std::vector<PageChoice> choices {};
    // The read that brings one record again, whole: operation and arguments; an empty operationId for none.
    Read (*detail)(const PageQuery&, const RecordModel&, int row) = nullptr;
    DetailModel::Words fieldWords = nullptr; // as the table says it
    std::vector<PageDetailTable> detailTables {};
    std::vector<PageDetailJson> detailJson {};
    // Where Enter or a double click on a record leads; nothing: the detail.
    std::optional<Place> (*target)(const RecordModel&, int row) = nullptr;
    QByteArray titleKey = "name"; // the column that names a record in the detail
    QString (*titleOf)(const RecordModel&, int row) = nullptr; // instead, where no column does
    QByteArray clusterKey = "clusterName"; // the column that a place of one cluster says already
    QByteArray sortKey = "name"; // at first; times newest first, all else ascending
    bool isSoonestFirst = false; // times ascending too
    bool isSingle = false; // one record: it is shown as facts
    std::vector<PageAction> actions {};
    std::vector<PageLink> links {}; // offered after the actions
    // Above the table: the first is drawn, another over time or of lanes instead of it when asked for;
    // categories stand beside it as short tables.
    std::vector<SeriesDescription> charts {};
    bool isChartShownAtFirst = true; // until somebody folds or unfolds it
    // A line right above the table: how many rows are in which part. None: no line.
    std::vector<HealthPart> health {};
};

const std::vector<PageDescription>& pageTable();
QList<const PageDescription*> pagesOf(Place::Kind kind);

} // namespace Telamon
