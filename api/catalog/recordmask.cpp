// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/recordmask.h"

#include "api/catalog/masking.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

QStringList tokensOf(const QByteArray& pointer)
{
    QStringList tokens = QString::fromUtf8(pointer).split(u'/');
    tokens.removeFirst(); // before the first "/"
    for (QString& token : tokens)
        token.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    return tokens;
}

} // namespace

RecordMask::RecordMask(const Schema& answer, const QByteArray& recordsPath, const QByteArray& nestedPath)
    : RecordMask(hasSecrets(answer) ? RecordShape(answer, recordsPath, nestedPath) : RecordShape())
{
}

RecordMask::RecordMask(const RecordShape& records)
{
    m_hasSecrets = records.hasSecrets();
    if (m_hasSecrets)
        m_records = records;
}

bool RecordMask::isSecret(const QByteArray& alternative) const
{
    QByteArray pointer = alternative;
    if (pointer.startsWith('+'))
        pointer.remove(0, 1);
    if (isEmpty() || pointer.startsWith('#') || pointer.startsWith('='))
        return false; // a count, a text of the table's own
    int place = pointer.startsWith('^') ? m_records.outer() : m_records.record();
    const QStringList tokens = tokensOf(pointer);
    for (const QString& token : tokens) {
        if (m_records.isSecret(place))
            return true;
        place = token == "*"_L1 ? m_records.element(place) : m_records.field(place, token);
    }
    return m_records.isSecret(place);
}

QJsonValue RecordMask::masked(int place, const QJsonValue& value) const
{
    if (place == RecordShape::Nothing || holdsNothing(value))
        return value;
    if (m_records.isSecret(place))
        return secretMark();
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            array.replace(i, masked(m_records.element(place), array.at(i)));
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        const QStringList names = object.keys();
        for (const QString& name : names)
            object.insert(name, masked(m_records.field(place, name), object.value(name)));
        return object;
    }
    return value;
}

QByteArray RecordMask::masked(const QByteArray& record) const
{
    if (isEmpty())
        return record;
    const QJsonDocument document = QJsonDocument::fromJson(record);
    if (!document.isObject()) {
        return '"'
            + QCoreApplication::translate("Masking", "(%1 bytes, not shown)").arg(record.size()).toUtf8()
            + '"';
    }
    const QJsonValue value = masked(m_records.record(), document.object());
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    return '"' + value.toString().toUtf8() + '"'; // the whole record is the secret
}

} // namespace Telamon
