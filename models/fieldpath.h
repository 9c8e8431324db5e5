// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/schemaset.h"

#include <QList>
#include <QString>

namespace Telamon {

// One field or element on the way to a place of a use or of a state, with what is said of it.
struct FieldStep {
    QString name {}; // of an element: of its list
    QString token {};
    SchemaSet parent {};
    SchemaSet stated {};
    bool isElement = false;
};

// Inwards from the root, "/body" or "/before", which these schemas describe.
QList<FieldStep> fieldSteps(const SchemaSet& root, const QString& pointer);
// As a form calls them: "Criteria › Date field", "Fields › 2 › Path". Empty of the root itself.
QString fieldPath(const QList<FieldStep>& steps);
// As JSON has them: "criteria.dateField", "fields[1].path".
QString rawFieldPath(const QList<FieldStep>& steps);

} // namespace Telamon
