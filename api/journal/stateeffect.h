// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/writedescription.h"

#include <QJsonObject>

namespace Telamon {

struct Operation;

// What a state that was read says about a write (x-state). Bodies may be masked: a masked leaf says nothing.

// What reading can say about a write whose answer was lost.
struct Reading {
    enum class Says {
        IsAsProposed,
        IsNotAsProposed, // not carried out, not yet, or changed again
        NothingCertain,
    };
    Says says = Says::NothingCertain;
    QString sentence {}; // why it is not as proposed, or not certain
};

// Whether the state is as the write makes it; nothing where that cannot be told of any state.
std::optional<bool> shows(const StateRead& description, const QJsonValue& body, const QJsonValue& state);

// Why no reading can decide, whatever it finds; empty: it can. `before` undefined: it was not read.
QString whyUndecidable(
    const std::optional<StateRead>& description, const QJsonValue& body, const QJsonValue& before);

Reading judgeState(
    const StateRead& description, const QJsonValue& body, const QJsonValue& before, const QJsonValue& state);

// The state as it will be: undefined where it will be gone.
QJsonValue proposedState(const Operation& write, const QJsonValue& body, const QJsonValue& before);

} // namespace Telamon
