// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace Telamon {

// One part of what a table's rows are like, as data: those that a filter finds.
struct HealthPart {
    enum class Kind {
        Known,
        Unknown, // neither well nor not
        Unreadable,
    };
    const char* name; // QT_TRANSLATE_NOOP("Page", ...): "critical"
    const char* words; // of a filter; no two parts have the same
    RecordModel::Attention attention = RecordModel::NoAttention;
    Kind kind = Kind::Known;
};

// How many records of a table are in which part. They follow the RecordModel, whose filter they share but for
// the part that it asks for. Owned by whoever shows it; the RecordModel and the parts outlive it.
class Health : public QObject {
    Q_OBJECT
public:
    Health(const std::vector<HealthPart>& parts, RecordModel& records, QObject* parent);

    const std::vector<HealthPart>& parts() const { return m_parts; }
    QString name(std::size_t part) const;
    int count(std::size_t part) const { return m_counts[part]; }
    int total() const;
    bool hasRecords() const; // whatever the filter shows
    QString summary() const; // in words: "1 critical, 3 warning"

    // Nothing is counted while nobody looks.
    void setActive(bool isActive);
    // The records or their filter may have changed: counted anew some moments later.
    void follow();
    void countNow();

    std::optional<std::size_t> selected() const; // the part that the filter of the moment asks for
    QString filterFor(std::size_t part) const; // only this part, and what is asked for besides
    QString filterWithout() const; // the filter of the moment without the part

Q_SIGNALS:
    void counted(); // the numbers, or what is selected, may differ

private:
    const std::vector<HealthPart>& m_parts;
    RecordModel& m_records;
    std::vector<int> m_counts;
    QTimer m_timer;
    bool m_isActive = false;
    bool m_isStale = true;
    qint64 m_cost = 0; // milliseconds that counting took the last time
};

} // namespace Telamon
