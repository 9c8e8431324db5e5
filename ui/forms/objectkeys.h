// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Telamon {

class FormModel;

// The fields of an object that a schema names, in the order to show them.
QStringList describedFields(const FormModel& model, const QString& pointer);
// The members whose names a person has chosen.
QStringList freeKeys(const FormModel& model, const QString& pointer);
// Whether a person gave it its name.
bool isFreeMember(const FormModel& model, const QString& pointer);

} // namespace Telamon
