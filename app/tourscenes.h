// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/place.h"
#include "ui/widgets/theme.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace Telamon {

class MainWindow;

// Something that is only seen when one does something on a page: what to do until the picture, and after it.
struct TourScene {
    // Called again until it is true, which then has happened.
    using Step = std::function<bool(MainWindow&)>;

    QString name {};
    Place::Kind kind = Place::Kind::Fleet;
    QByteArray pageId {};
    bool needsRows = false; // a place whose page is empty shows nothing of it
    bool writes = false; // or shows what was written: only at the sandbox
    std::vector<Step> before {};
    std::vector<Step> after {};
};

// In this order, since a later one shows what an earlier one has sent.
std::vector<TourScene> tourScenes(Theme theme);

// The form that is open in the window; null: none.
QWidget* openForm(const MainWindow& window);

} // namespace Telamon
