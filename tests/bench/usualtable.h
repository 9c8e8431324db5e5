// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

// The usual Qt way to the same table: QJsonDocument, one QStandardItem a cell, a proxy that sorts and
// filters.
class UsualTable {
public:
    UsualTable();
    void load(const QByteArrayList& answers);
    void sort(int column);
    int filter(const QString& text);
    QAbstractItemModel* model() { return &m_proxy; }

private:
    QStandardItemModel m_model;
    QSortFilterProxyModel m_proxy;
};
