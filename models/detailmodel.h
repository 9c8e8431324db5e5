// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fieldtitles.h"

#include <QAbstractItemModel>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace Telamon {

// One record's fields as a tree, name and value, as a person reads them; the service's own spelling is in the
// tool tips and is what is copied. What the record is called and how it is come first; links to the service's
// own addresses are left out.
class DetailModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, ValueColumn, ColumnCount };
    enum Role {
        PointerRole = Qt::UserRole + 1, // JSON Pointer of the value
        CopyRole
    }; // the value alone, as text or JSON

    // What a field of the record says instead of its value; an empty text leaves it.
    using Words = QString (*)(const QString& name, const QJsonObject& record, qint64 now);

    explicit DetailModel(QObject* parent = nullptr);
    ~DetailModel() override;

    void setWords(Words words) { m_words = words; } // of what is set next
    void setValue(const QJsonValue& value, const FieldTitles& titles = {});
    void setNow(qint64 msecsSinceEpoch); // what ages are counted from

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node {
        QString name;
        QString title; // what is shown of the name
        QJsonValue value;
        Node* parent = nullptr;
        int row = 0;
        bool isElement = false; // of an array
        bool isWord = false; // it, or its elements
        std::vector<std::unique_ptr<Node>> children;
    };
    static void fill(Node& node, const FieldTitles& titles, int place, int depth);
    const Node* node(const QModelIndex& index) const;
    void renewAges(const QModelIndex& parent);
    QString shownText(const Node& node) const;
    QString toolTip(const Node& node, int column) const;

    std::unique_ptr<Node> m_root;
    Words m_words = nullptr;
    std::optional<qint64> m_now; // the clock's where it is not set
};

} // namespace Telamon
