// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/parsedrecords.h"

#include <QAbstractTableModel>
#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace Telamon {

class FieldTitles;
class RecordMasks;
class RecordSnapshot;
class RecordTable;
struct Schema;

// A table of records as the service sent them: parsed off the GUI thread into typed vectors, sorted and
// filtered on those vectors. Row numbers here are those shown, after sort and filter.
class RecordModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        RawValueRole =
            Qt::UserRole + 1, // QString, qint64, double, QDateTime (UTC), bool; invalid where unknown
        IdRole, // QString: the record's id
        CopyRole, // QString: what a copied row holds; as shown, but for words, times and numbers (cellCopy())
        AttentionRole, // int Attention: how much a row needs a person (0 none, 1 notice, 2 warning, 3
                       // critical)
        UserRole,
    };

    enum Attention { NoAttention, Notice, Warning, Critical };

    using KnownValues = Telamon::KnownValues;
    // Which records stay where no answer of a load names them, asked at its end. By the order they came: for
    // each record, whether it is named, and the result; the first `before` were there when the load began.
    using Staying = std::function<std::vector<quint8>(const std::vector<quint8>& named, std::size_t before)>;

    explicit RecordModel(TableLayout layout, QObject* parent = nullptr);
    // `idColumns`: the keys that together name a record ("groupId", "name").
    RecordModel(Columns columns, QList<QByteArray> idColumns, QObject* parent = nullptr);
    ~RecordModel() override;

    const TableLayout& layout() const;
    const Columns& columns() const;
    int columnOf(const QByteArray& key) const; // -1 where there is none
    bool isAnyKnown(int column) const; // in any record, whatever the filter shows

    // A load: begin, any number of answers, finish. Rows appear as answers are parsed; those that were there
    // before are merged by id, so that selection and position stay; finishLoad() removes what no answer
    // named, but for what is staying, unless `keepUnseen` or an answer was rejected.
    void beginLoad(Staying staying = {});
    void addAnswer(const RecordSource& source, const QByteArray& answer, const KnownValues& known = {});
    void addAnswer(const QByteArray& sourceId, const QByteArray& answer, const KnownValues& known = {});
    void finishLoad(bool keepUnseen = false);
    // Before the answers of a source: the schema that says what is secret in them.
    void noteSchema(const QByteArray& sourceId, const Schema& answer);
    const RecordMasks& masks() const;
    // What the fields of a source's records are called; without a schema, what the columns are.
    FieldTitles titles(const QByteArray& sourceId) const;
    void clear();
    bool isLoading() const; // between beginLoad and the end of parsing after finishLoad

    // Words that all must occur in a row, in any column, without regard to case; "column:value" looks in one
    // column
    // ("status:open"), ">" "<" compare ("size:>1GiB"), "-" in front excludes, quotes keep spaces together,
    // "attention:warning" asks for how much a row needs a person.
    // Returns what is wrong with the text, of which no row is shown, or an empty string.
    QString setFilter(const QString& text);
    QString filter() const;
    int totalCount() const; // rows before the filter
    const RecordTable& records() const; // before the filter, in the order they came
    int toldCount() const; // records in the answers of the last load, each as often as it came

    // Records by the order they came, 0 to totalCount() - 1, whatever filter and sort show. A word of the
    // service is told as it spells it.
    QString recordText(int record, const QByteArray& key) const;
    QVariant recordValue(int record, const QByteArray& key) const;
    // How much a record needs a person; the first column shows it (AttentionRole).
    virtual Attention recordAttention(int record) const;
    Attention attention(int row) const;

    QString idAt(int row) const;
    int rowOf(const QString& id) const; // -1 where not shown
    QString text(int row, const QByteArray& key) const; // display text of one column
    QVariant value(int row, const QByteArray& key) const; // as RawValueRole
    std::optional<double> sum(int column) const; // over the rows shown; nothing: none of them knows a number
    quint64 memory() const; // bytes held, answers included
    // The record's own bytes, one per source that told of it: (source id, JSON).
    QList<QPair<QByteArray, QByteArray>> json(int row) const;

    // A copy for another thread to read: the rows shown, or all of them in the order of the moment. It is
    // begun without cells; each call of continueSnapshot() copies a column. False: the table has changed
    // since, and the copy has to be begun anew.
    std::shared_ptr<RecordSnapshot> beginSnapshot(bool ofAllRows, const QList<int>& columns) const;
    bool continueSnapshot(RecordSnapshot& snapshot) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    // "Now" for relative times; fixed in screenshots and tests.
    void setNow(qint64 msecsSinceEpoch);
    qint64 now() const;
    // The same, asked for at once and then every half minute: ages go on by themselves.
    using Clock = std::function<qint64()>;
    void setClock(Clock clock);
    void askClock(); // now, and not when it is due
    void setRenewal(std::chrono::milliseconds interval); // of what the clock says
    // While nobody looks, the clock is not asked; afterwards it is at once. At first somebody does.
    void setWatched(bool isWatched);

Q_SIGNALS:
    void loadFinished();
    void countsChanged(); // shown or total
    void nowChanged();
    void answerRejected(const QString& why); // an answer that could not be parsed

protected:
    // What a resource adds: AttentionRole, colours, icons, another display text. Called with shown rows, for
    // every role, first; an invalid answer leaves the cell to RecordModel.
    virtual QVariant decoration(int row, int column, int role) const;
    // What recordAttention() hangs on besides the records has changed.
    void judgeAgain();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Telamon
