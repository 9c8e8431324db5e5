// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>

namespace Telamon {

struct Schema;

// What a new item of a list is before anything is typed: its only value or its default, else an empty value
// of its type. Null where several kinds may stand there: the person chooses.
QJsonValue emptyItem(const Schema* schema);
// What a new member of a map is: the emptiest value that keeps its rules, where there is one.
QJsonValue emptyMember(const Schema* schema);

} // namespace Telamon
