// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/navigatormodel.h"
#include "models/recordmodel.h"

namespace Telamon {

struct NavigatorModel::Node {
    Place place;
    QString name;
    QString note; // the tool tip, in which what the service says adds no line
    int attention = 0;
    bool isUnreadable = false;
    Node* parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;
};

struct NavigatorModel::Wanted {
    Place place {};
    QString name {};
    QString note {};
    int attention = 0;
    bool isUnreadable = false;
    int alerts = 0; // open ones on clusters, here and below
    RecordModel::Attention worstAlert = RecordModel::NoAttention; // of projects, here and below
    std::vector<Wanted> children {};
};

} // namespace Telamon
