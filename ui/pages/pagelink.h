// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/result.h"
#include "models/place.h"
#include "models/placeaddress.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <variant>

namespace Telamon {

class RecordModel;
class Session;

// What following a link does. Nothing of it is an operation of the service.
struct LinkTarget {
    struct Filter {
        QString text; // of the page's filter
    };
    struct Copy {
        QString text;
    };

    std::variant<PlaceAddress, Filter, Copy, QUrl> leads {}; // QUrl: opened outside the program
    QString label {}; // instead of the link's own, and what tells several apart
};

// One target at least, or why there is none.
using LinkTargets = Result<QList<LinkTarget>, QString>;

// Where a row leads, or what it gives away, as data beside the page's actions. Of several targets a person
// chooses in a menu.
struct PageLink {
    const char* id; // of the action
    const char* label; // QT_TRANSLATE_NOOP("Page", ...)
    const char* iconName;
    LinkTargets (*targets)(
        Session&, const Place&, const RecordModel&, int row); // row -1: only without needsRow
    bool needsRow = true;
    QList<Place::Kind> places {}; // where there is this link; none: wherever the page is
};

} // namespace Telamon
