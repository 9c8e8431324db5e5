// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace Telamon {

class FormModel;
struct Review;

// Where a review speaks by ids of what is picked from lists: the pointers of the path's parameters and of
// what differs, each with its list (x-picker).
QMap<QString, QString> pickersOf(const Review& review, const FormModel& model);

} // namespace Telamon
