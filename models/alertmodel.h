// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

class QJsonObject;

namespace Telamon {

// The alerts of one project or of many. An open alert is a warning, critical where data or service is at
// stake, and only a notice once somebody has acknowledged it.
class AlertModel : public RecordModel {
    Q_OBJECT
public:
    explicit AlertModel(QObject* parent = nullptr);

    Attention recordAttention(int record) const override;

protected:
    QVariant decoration(int row, int column, int role) const override;
};

// Of an alert that is not closed: somebody has acknowledged it until a time to come.
bool isAcknowledgedAlert(const QJsonObject& alert, qint64 now);
// What the table says of an alert, of the alert itself: it is still open, and acknowledged until a time.
QString alertFieldWords(const QString& name, const QJsonObject& alert, qint64 now);

} // namespace Telamon
