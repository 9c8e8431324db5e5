// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/usualtable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

UsualTable::UsualTable()
{
    m_proxy.setSourceModel(&m_model);
    m_proxy.setFilterKeyColumn(-1);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy.setSortCaseSensitivity(Qt::CaseInsensitive);
}

void UsualTable::load(const QByteArrayList& answers)
{
    for (const QByteArray& answer : answers) {
        const QJsonArray records = QJsonDocument::fromJson(answer)[u"accessLogs"_s].toArray();
        for (const QJsonValue& value : records) {
            const QJsonObject record = value.toObject();
            QList<QStandardItem*> row;
            for (const QString& key : {u"username"_s, u"ipAddress"_s, u"hostname"_s, u"authSource"_s,
                     u"timestamp"_s, u"failureReason"_s, u"authResult"_s, u"groupId"_s}) {
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
