// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/usualtable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

UsualTable::UsualTable(const QString& list, const QStringList& keys) : m_list(list), m_keys(keys)
{
    m_proxy.setSourceModel(&m_model);
    m_proxy.setFilterKeyColumn(-1);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy.setSortCaseSensitivity(Qt::CaseInsensitive);
}

void UsualTable::load(const QByteArrayList& answers)
{
    for (const QByteArray& answer : answers) {
        const QJsonArray records = QJsonDocument::fromJson(answer)[m_list].toArray();
        for (const QJsonValue& value : records) {
            const QJsonObject record = value.toObject();
            QList<QStandardItem*> row;
            for (const QString& key : std::as_const(m_keys)) {
                auto* item = new QStandardItem;
                item->setData(record[key].toVariant(), Qt::DisplayRole);
                row.append(item);
            }
            m_model.appendRow(row);
        }
    }
}

void UsualTable::sort(int column)
{
    m_proxy.sort(column);
}

int UsualTable::filter(const QString& text)
{
    m_proxy.setFilterFixedString(text);
    return m_proxy.rowCount();
}
