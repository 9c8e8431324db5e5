// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

namespace Telamon {

// The search indexes of a cluster, text and vector.
class SearchIndexModel : public RecordModel {
    Q_OBJECT
public:
    explicit SearchIndexModel(QObject* parent = nullptr);

    Attention recordAttention(int record) const override;

protected:
    QVariant decoration(int row, int column, int role) const override;
};

} // namespace Telamon
