// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

namespace Telamon {

// The clusters of a fleet. What needs attention: a project that could not be read, a cluster that is not
// available, one with open alerts, one whose state changes.
class ClusterModel : public RecordModel {
    Q_OBJECT
public:
    explicit ClusterModel(QObject* parent = nullptr);

    Attention recordAttention(int record) const override;

protected:
    QVariant decoration(int row, int column, int role) const override;
};

} // namespace Telamon
