// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/problem.h"
#include "api/journal/change.h"

namespace Telamon {

// What the journal keeps of a change beside its columns (number, id, owner, profile, verdict, progress).
QJsonObject toJson(const Change& change);
Change changeFromJson(const QJsonObject& json);

QJsonObject toJson(const Problem& problem);
Problem problemFromJson(const QJsonObject& json);

// "asProposed": as columns and exports have them.
QString nameOf(Change::Verdict verdict);
QString nameOf(Change::Progress progress);
Change::Verdict verdictNamed(const QString& name); // Unknown where it is not known
Change::Progress progressNamed(const QString& name);

} // namespace Telamon
