// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/result.h"
#include "models/operationrequest.h"
#include "models/place.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace Telamon {

class RecordModel;
class Session;
struct Operation;

// A value that a place or a row has, and where it goes.
//
// From: "@organizationId", "@projectId", "@clusterName" of the place; "/pointer" into the row's JSON; "=json"
// that value itself; else the key of one of the row's columns. "|" parts alternatives, of which the first
// that is there counts.
struct ActionValue {
    const char*
        to; // a parameter's name; in PageAction::start a pointer ("/body/x"; "/body/x/-": a list of this one)
    const char* from;
};

// An operation that can be used from a page, as data.
struct PageAction {
    enum class Key { None, New, Edit, Delete }; // Ins, F2, Del while the table has the focus

    // Only rows that have the text there (of several "|") are meant; of "!text" those that have another.
    struct RowCondition {
        const char* key; // of a column
        const char* text; // "*": anything that is known
        const char* reason; // QT_TRANSLATE_NOOP("Page", ...): what another row is told
    };

    const char* operationId;
    const char* label; // QT_TRANSLATE_NOOP("Page", ...)
    const char* iconName;
    bool needsRow = true;
    std::vector<ActionValue> fixed {};
    std::vector<ActionValue> start {};
    std::vector<RowCondition> conditions {}; // the first that is not met counts
    Key key = Key::None;
    const char* note = ""; // QT_TRANSLATE_NOOP("Page", ...): what to know before, told in the tool tip
    bool isMenuOnly = false; // not in the page's bar: seldom used, or deprecated
    const char* title = ""; // QT_TRANSLATE_NOOP("Page", ...): what it does; empty: the operation's title
    bool isComplete = false; // `fixed` and `start` say all: the review comes at once
    // For what no table says: the request for a row, or why there is none. Instead of operationId and values.
    Result<OperationRequest, QString> (*make)(const Session&, const RecordModel&, int row) = nullptr;
};

// What an action asks for. `row` -1: none. A value that is nowhere is left out.
OperationRequest requestFor(const PageAction& action, const Place& place, const RecordModel& model, int row);

// Why the row is none that the action is for, as a text to translate; null: it is one.
const char* unmetCondition(const PageAction& action, const RecordModel& model, int row);

// The same for an operation that was found by its name: the path parameters that the place knows by itself.
OperationRequest requestAt(const Place& place, const Operation& operation);

} // namespace Telamon
