// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

// The usual Qt way to the same table: QJsonDocument, one QStandardItem a cell, a proxy that sorts and
// filters.
class UsualTable {
public:
    // Of the records in the list of that name; one column for each of their keys.
    UsualTable(const QString& list, const QStringList& keys);
    void load(const QByteArrayList& answers);
    void sort(int column);
    int filter(const QString& text);
    QAbstractItemModel* model() { return &m_proxy; }

private:
    QString m_list;
    QStringList m_keys;
    QStandardItemModel m_model;
    QSortFilterProxyModel m_proxy;
};
