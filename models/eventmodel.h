// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/judgedmodel.h"

#include <QHash>

namespace Telamon {

// Events; what they name by a cluster's ID is called by its name.
class EventModel : public JudgedModel {
    Q_OBJECT
public:
    explicit EventModel(QObject* parent = nullptr);

    void setClusterNames(const QHash<QString, QString>& byId) { m_clusterNames = byId; } // before a load

protected:
    QVariant decoration(int row, int column, int role) const override;

private:
    QHash<QString, QString> m_clusterNames;
};

} // namespace Telamon
