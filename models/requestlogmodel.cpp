// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/requestlogmodel.h"

#include "api/http/requestlog.h"
#include "api/records/plaintext.h"
#include "models/jsontext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QString wholeTarget(const LogEntry& entry)
{
    return visibleText(QString::fromUtf8(entry.target));
}

// Nearly all targets begin alike, which says nothing and takes the room of what differs.
QString withoutCommonPart(const QString& target)
{
    constexpr QLatin1StringView common("/api/atlas/v2");
    const bool isCommon =
        target.size() > common.size() + 1 && target.startsWith(common) && target.at(common.size()) == u'/';
    return isCommon ? target.sliced(common.size()) : target;
}

} // namespace

RequestLogModel::RequestLogModel(RequestLog& log, QObject* parent)
    : QAbstractTableModel(parent), m_log(log), m_rows(int(log.entries().size()))
{
    connect(&log, &RequestLog::entryAdded, this, [this] {
        beginInsertRows({}, m_rows, m_rows);
        ++m_rows;
        endInsertRows();
    });
    connect(&log, &RequestLog::entryChanged, this, [this](quint64 id) {
        if (m_log.entries().empty() || id < m_log.entries().front().id)
            return;
        const int row = int(id - m_log.entries().front().id);
        if (row < m_rows)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    });
    connect(&log, &RequestLog::entriesDropped, this, [this](int count) {
        beginRemoveRows({}, 0, count - 1);
        m_rows -= count;
        endRemoveRows();
    });
}

const LogEntry* RequestLogModel::entryAt(int row) const
{
    return row >= 0 && row < int(m_log.entries().size()) ? &m_log.entries()[size_t(row)] : nullptr;
}

int RequestLogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int RequestLogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString RequestLogModel::text(const LogEntry& entry, int column) const
{
    switch (column) {
    case TimeColumn:
        return entry.startedAt.toLocalTime().toString(u"HH:mm:ss.zzz"_s);
    case MethodColumn:
        return QString::fromLatin1(entry.method);
    case TargetColumn:
        return withoutCommonPart(wholeTarget(entry));
    case OperationColumn:
        return entry.operationId.isEmpty() ? tr("sign-in") : entry.operationId;
    case AttemptColumn:
        return QString::number(entry.attempt);
    case StatusColumn:
        if (!entry.isFinished)
            return tr("…");
        return entry.status > 0 ? QString::number(entry.status) : tr("failed");
    case DurationColumn:
        return entry.isFinished ? tr("%1 ms").arg(entry.duration.count()) : QString();
    case SizeColumn:
        return entry.isFinished ? QLocale().formattedDataSize(entry.received) : QString();
    default:
        return {};
    }
}

QVariant RequestLogModel::data(const QModelIndex& index, int role) const
{
    const LogEntry* entry = index.isValid() ? entryAt(index.row()) : nullptr;
    if (!entry)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*entry, index.column());
    case Qt::ToolTipRole:
        if (index.column() == TimeColumn)
            return entry->startedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
        if (index.column() == TargetColumn)
            return wholeTarget(*entry);
        return index.column() == StatusColumn ? visibleText(entry->problem) : QString();
    case CopyRole:
        return index.column() == TargetColumn ? wholeTarget(*entry) : text(*entry, index.column());
    case Qt::TextAlignmentRole:
        return index.column() >= AttemptColumn ? int(Qt::AlignRight | Qt::AlignVCenter)
                                               : int(Qt::AlignLeft | Qt::AlignVCenter);
    case AttentionRole:
        if (index.column() != StatusColumn || !entry->isFinished)
            return 0;
        return entry->status == 0 || entry->status >= 500 ? 3 : entry->status >= 400 ? 2 : 0;
    case SortRole:
        switch (index.column()) {
        case TimeColumn:
            return quint64(entry->id);
        case AttemptColumn:
            return entry->attempt;
        case StatusColumn:
            return entry->status;
        case DurationColumn:
            return qint64(entry->duration.count());
        case SizeColumn:
            return entry->received;
        default:
            return text(*entry, index.column());
        }
    default:
        return {};
    }
}

QVariant RequestLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= AttemptColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case MethodColumn:
        return tr("Method");
    case TargetColumn:
        return tr("Target");
    case OperationColumn:
        return tr("Operation");
    case AttemptColumn:
        return tr("Attempt");
    case StatusColumn:
        return tr("Status");
    case DurationColumn:
        return tr("Duration");
    case SizeColumn:
        return tr("Size");
    default:
        return {};
    }
}

QString toText(const LogEntry& entry)
{
    const auto headers = [](const HeaderList& list) {
        QString lines;
        for (const auto& [name, value] : list)
            lines += visibleText(QString::fromUtf8(name)) + ": "_L1 + visibleText(QString::fromUtf8(value))
                + u'\n';
        return lines;
    };
    const auto body = [](const QByteArray& bytes) {
        return bytes.isEmpty() ? QString() : u'\n' + prettyJson(bytes) + u'\n';
    };
    QString text = QString::fromLatin1(entry.method) + u' ' + wholeTarget(entry) + u'\n'
        + headers(entry.requestHeaders) + body(entry.requestBody) + u'\n';
    if (!entry.isFinished)
        return text + RequestLogModel::tr("No answer yet.");
    if (entry.status > 0)
        text += RequestLogModel::tr("Status %1").arg(entry.status) + u'\n' + headers(entry.responseHeaders);
    if (!entry.problem.isEmpty())
        text += visibleText(entry.problem) + u'\n';
    return text + body(entry.responseBody);
}

} // namespace Telamon
