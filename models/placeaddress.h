// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/place.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Telamon {

// A place and the page shown there, as something that can be copied, sent to a colleague and opened again:
// "telamon:/organization/ID/project/ID/cluster/NAME?page=snapshots".
struct PlaceAddress {
    Place place {};
    QByteArray pageId {};
    QString filter {}; // of the page, from where a link leads there; not in the text

    bool operator==(const PlaceAddress&) const = default;

    QString toText() const;
    static std::optional<PlaceAddress> fromText(const QString& text); // nothing: not an address
};

} // namespace Telamon
