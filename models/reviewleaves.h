// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/schemaset.h"
#include "models/review.h"

namespace Telamon {

// The three states of one change, in one shape.
struct ReviewStates {
    QString root {}; // pointer that stands for it
    SchemaSet schemas {}; // what says how it is shaped
    QJsonValue opened {QJsonValue::Undefined};
    QJsonValue now {QJsonValue::Undefined};
    QJsonValue proposed {QJsonValue::Undefined};
    bool hasOpened = false;
    bool hasNow = false;
};

// What the answer that shows the state says of the part that is meant.
SchemaSet stateSchemas(const ReviewInput& input);
// Where they differ, in the order in which a form shows the fields.
QList<ReviewLeaf> differingLeaves(const ReviewStates& states);
// Without what is not lost, in the order of the pointers that say what is (StateRead::lost).
QList<ReviewLeaf> lostLeaves(const QList<ReviewLeaf>& leaves, const QStringList& lost);

} // namespace Telamon
