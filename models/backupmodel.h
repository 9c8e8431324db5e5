// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

namespace Telamon {

// The backup snapshots of a cluster: of a replica set, sharded, or flex.
class BackupModel : public RecordModel {
    Q_OBJECT
public:
    explicit BackupModel(QObject* parent = nullptr);

    Attention recordAttention(int record) const override;

protected:
    QVariant decoration(int row, int column, int role) const override;
};

} // namespace Telamon
