// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordmodel.h"

#include "api/records/plaintext.h"
#include "models/celltext.h"
#include "models/recordmodel_p.h"

#include <QCoreApplication>
#include <QDateTime>

#include <utility>

namespace Telamon {

RecordModel::Private::Private(RecordModel* model, TableLayout layout)
    : q(model), table(std::move(layout)), queue(table.columns(), nullptr)
{
    takeTimer.setSingleShot(true);
    QObject::connect(&takeTimer, &QTimer::timeout, q, [this] { takeParsed(); });
    showTimer.setSingleShot(true);
    QObject::connect(&showTimer, &QTimer::timeout, q, [this] { showTaken(); });
    QObject::connect(&queue, &ParseQueue::ready, q, [this] { scheduleTaking(); });
    clockTimer.setInterval(std::chrono::seconds(30));
    QObject::connect(&clockTimer, &QTimer::timeout, q, [this] { q->askClock(); });
}

qint64 RecordModel::Private::currentTime() const
{
    return fixedNow.value_or(QDateTime::currentMSecsSinceEpoch());
}

RecordModel::RecordModel(TableLayout layout, QObject* parent)
    : QAbstractTableModel(parent), d(std::make_unique<Private>(this, std::move(layout)))
{
}

RecordModel::RecordModel(Columns columns, QList<QByteArray> idColumns, QObject* parent)
    : RecordModel(TableLayout {std::move(columns), std::move(idColumns), {}}, parent)
{
}

RecordModel::~RecordModel() = default;

const TableLayout& RecordModel::layout() const
{
    return d->table.layout();
}

const Columns& RecordModel::columns() const
{
    return d->table.columns();
}

int RecordModel::columnOf(const QByteArray& key) const
{
    const Columns& all = columns();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].key == key)
            return static_cast<int>(i);
    }
    return -1;
}

bool RecordModel::isAnyKnown(int column) const
{
    const CellColumn& cells = d->table.column(static_cast<std::size_t>(column));
    for (std::size_t row = 0; row < d->table.size(); ++row) {
        if (cells.isKnown(row))
            return true;
    }
    return false;
}

QString RecordModel::setFilter(const QString& text)
{
    const Result<Filter, QString> parsed = Filter::parse(text, columns(), d->currentTime());
    d->showTaken();
    Filter filter = parsed ? parsed.value() : Filter::nothing();
    const bool isNarrower = filter.isNarrowerThan(d->filter);
    d->filter = std::move(filter);
    d->filterText = text;
    d->match(0, isNarrower);
    d->show(d->matchingRows());
    return parsed ? QString() : parsed.error();
}

QString RecordModel::filter() const
{
    return d->filterText;
}

int RecordModel::totalCount() const
{
    return static_cast<int>(d->table.size());
}

int RecordModel::toldCount() const
{
    return static_cast<int>(d->told);
}

const RecordTable& RecordModel::records() const
{
    return d->table;
}

QString RecordModel::recordText(int record, const QByteArray& key) const
{
    const int column = columnOf(key);
    if (column >= 0 && columns()[static_cast<std::size_t>(column)].type == ColumnType::Enum)
        return recordValue(record, key).toString();
    return column < 0 ? QString()
                      : cellText(d->table, static_cast<std::size_t>(record), static_cast<std::size_t>(column),
                          d->currentTime());
}

QVariant RecordModel::recordValue(int record, const QByteArray& key) const
{
    const int column = columnOf(key);
    return column < 0
        ? QVariant()
        : cellValue(d->table, static_cast<std::size_t>(record), static_cast<std::size_t>(column));
}

RecordModel::Attention RecordModel::recordAttention(int /*record*/) const
{
    return NoAttention;
}

RecordModel::Attention RecordModel::attention(int row) const
{
    return row >= 0 && row < rowCount() ? recordAttention(static_cast<int>(d->rowAt(row))) : NoAttention;
}

QString RecordModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? QString::fromUtf8(d->table.idOf(d->rowAt(row))) : QString();
}

int RecordModel::rowOf(const QString& id) const
{
    const quint32 row = d->table.rowOf(id.toUtf8());
    return row == RecordTable::NoRow ? -1 : d->positionOf(row);
}

QString RecordModel::text(int row, const QByteArray& key) const
{
    return index(row, columnOf(key)).data(Qt::DisplayRole).toString();
}

QVariant RecordModel::value(int row, const QByteArray& key) const
{
    return index(row, columnOf(key)).data(RawValueRole);
}

std::optional<double> RecordModel::sum(int column) const
{
    const CellColumn& cells = d->table.column(static_cast<std::size_t>(column));
    const bool isNumber = cells.type() == ColumnType::Number;
    double added = 0;
    bool isAnyKnown = false;
    for (const quint32 row : d->shown) {
        if ((!isNumber && cells.type() != ColumnType::Integer) || !cells.isKnown(row))
            continue;
        added += isNumber ? cells.number(row) : static_cast<double>(cells.integer(row));
        isAnyKnown = true;
    }
    return isAnyKnown ? std::optional(added) : std::nullopt;
}

QList<QPair<QByteArray, QByteArray>> RecordModel::json(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    return d->table.json(d->rowAt(row));
}

quint64 RecordModel::memory() const
{
    return d->table.bytes() + d->order.bytes() + d->matches.capacity() + d->shown.capacity() * sizeof(quint32)
        + d->positions.capacity() * sizeof(int);
}

int RecordModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->shown.size());
}

int RecordModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns().size());
}

QVariant RecordModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (QVariant own = decoration(index.row(), index.column(), role); own.isValid())
        return own;
    const quint32 row = d->rowAt(index.row());
    const auto column = static_cast<std::size_t>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(d->table, row, column, d->currentTime());
    case Qt::ToolTipRole:
        return cellToolTip(d->table, row, column, d->currentTime());
    case Qt::TextAlignmentRole: {
        const ColumnType type = columns()[column].type;
        if (type == ColumnType::Integer || type == ColumnType::Number)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    }
    case RawValueRole:
        return cellValue(d->table, row, column);
    case CopyRole: {
        const QString copied = cellCopy(d->table, row, column);
        return copied.isEmpty() ? data(index, Qt::DisplayRole).toString() : copied;
    }
    case IdRole:
        return idAt(index.row());
    case AttentionRole:
        return index.column() == 0 ? recordAttention(static_cast<int>(row)) : NoAttention;
    default:
        return {};
    }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    const Column& column = columns()[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return QCoreApplication::translate("Column", column.title);
    if (role == Qt::TextAlignmentRole)
        return column.type == ColumnType::Integer || column.type == ColumnType::Number
            ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
            : QVariant();
    return {};
}

void RecordModel::sort(int column, Qt::SortOrder order)
{
    if (column >= columnCount())
        return;
    d->showTaken();
    d->order.setColumn(std::max(column, -1), order == Qt::DescendingOrder);
    d->showAll();
}

void RecordModel::setNow(qint64 msecsSinceEpoch)
{
    if (std::exchange(d->fixedNow, msecsSinceEpoch) == msecsSinceEpoch)
        return;
    // Not ages alone: what needs a person, and what is said of it, may hang on the time too.
    if (!d->shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT nowChanged();
}

void RecordModel::setClock(Clock clock)
{
    d->nowClock = std::move(clock);
    if (d->isWatched)
        d->clockTimer.start();
    askClock();
}

void RecordModel::askClock()
{
    setNow(d->nowClock());
}

void RecordModel::setRenewal(std::chrono::milliseconds interval)
{
    d->clockTimer.setInterval(interval); // one that stands still stays so
}

void RecordModel::setWatched(bool isWatched)
{
    d->isWatched = isWatched;
    if (!isWatched)
        d->clockTimer.stop();
    else if (d->nowClock && !d->clockTimer.isActive())
        setClock(d->nowClock);
}

qint64 RecordModel::now() const
{
    return d->currentTime();
}

QVariant RecordModel::decoration(int /*row*/, int /*column*/, int /*role*/) const
{
    return {};
}

} // namespace Telamon
