// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace Telamon {

class RequestLog;
struct LogEntry;

// The request log as a table, oldest first: one row an attempt.
class RequestLogModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        TimeColumn,
        MethodColumn,
        TargetColumn,
        OperationColumn,
        AttemptColumn,
        StatusColumn,
        DurationColumn,
        SizeColumn,
        ColumnCount
    };
    enum Role {
        AttentionRole = Qt::UserRole + 1,
        SortRole,
        CopyRole, // as shown, but for the target: all of it
    };

    RequestLogModel(RequestLog& log, QObject* parent);

    const LogEntry* entryAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const LogEntry& entry, int column) const;

    RequestLog& m_log;
    int m_rows = 0; // those told to views; the log may be ahead by the entry being announced
};

// An entry as text: request line, headers and body of both sides, as the log keeps them: masked.
QString toText(const LogEntry& entry);

} // namespace Telamon
