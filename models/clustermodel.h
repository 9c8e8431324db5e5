// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/clusteralerts.h"
#include "models/recordmodel.h"

#include <QPointer>
#include <QVarLengthArray>

#include <optional>

namespace Telamon {

// The clusters of a fleet. What needs attention: a project that could not be read, a cluster that is not
// available, one with open alerts, as much as the worst of them, one whose state changes. The tool tip of its
// name says why.
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
    enum class Cause { Unreadable, WorstAlert, OpenAlerts, Availability, State, Paused, WithoutBackup };
    struct Reason {
        Attention attention;
        Cause cause;
    };
    using Reasons = QVarLengthArray<Reason, 6>;

    std::optional<Attention> worstAlert(int record) const; // nothing where it is not known
    Reasons reasons(int record) const; // to mark it; without words, as all records are judged often
    QString words(int row, const Reason& reason) const;
    QVariant nameToolTip(int row) const;

    QPointer<const ClusterAlerts> m_alerts;
};

} // namespace Telamon
