// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/clusteralerts.h"
#include "models/recordmodel.h"

#include <QPointer>

#include <optional>

namespace Telamon {

// The clusters of a fleet. What needs attention: a project that could not be read, a cluster that is not
// available, one with open alerts, as much as the worst of them, one whose state changes.
class ClusterModel : public RecordModel {
    Q_OBJECT
public:
    explicit ClusterModel(QObject* parent = nullptr);

    // They outlive the model, or it counts on the number of alerts alone again.
    void setAlerts(const ClusterAlerts& alerts);
    Attention recordAttention(int record) const override;

protected:
    QVariant decoration(int row, int column, int role) const override;

private:
    std::optional<Attention> worstAlert(int record) const; // nothing where it is not known

    QPointer<const ClusterAlerts> m_alerts;
};

} // namespace Telamon
