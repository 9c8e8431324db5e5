// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

class QLabel;
class QPlainTextEdit;
class QSortFilterProxyModel;
class QTableView;

namespace Telamon {

class FilterBar;
class RateMeter;
class RequestLog;
class RequestLogModel;

// Every request as it went over the wire, masked: time, attempts, status, duration, size, headers and bodies;
// what is left of the rate budgets, and which operations the service says are going away.
class RequestLogDock : public QDockWidget {
    Q_OBJECT
public:
    RequestLogDock(RequestLog& log, QWidget* parent);

    void setRateMeter(RateMeter* meter); // null: none
    QTableView* table() const { return m_table; }
    QString detailText() const;

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOutColumns();
    void fitTarget();
    void showCurrent();
    void showMeter();
    void updateCounts();

    RequestLog& m_log;
    RequestLogModel* m_model;
    QSortFilterProxyModel* m_proxy;
    FilterBar* m_filter;
    QTableView* m_table;
    QPlainTextEdit* m_detail;
    QPlainTextEdit* m_service;
    RateMeter* m_meter = nullptr;
    bool m_isTargetOfAnyWidth = true; // nobody has set one
    bool m_isFitting = false;
};

} // namespace Telamon
