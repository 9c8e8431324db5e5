// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/jsonplaces.h"

#include "api/catalog/jsonpointer.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Telamon {

JsonPlaces::JsonPlaces(const QByteArray& validJson) : m_text(validJson)
{
    readValue({});
}

JsonPlaces::Place JsonPlaces::ofByte(const QByteArray& text, qsizetype offset)
{
    const QByteArray before = text.left(offset);
    const qsizetype line = before.lastIndexOf('\n') + 1;
    return {int(before.count('\n')) + 1, int(QString::fromUtf8(before.mid(line)).size()) + 1};
}

JsonPlaces::Place JsonPlaces::at(const QString& pointer) const
{
    QString near = pointer;
    while (!near.isEmpty() && !m_offsets.contains(near))
        near = parentPointer(near);
    return ofByte(m_text, m_offsets.value(near));
}

void JsonPlaces::skipSpace()
{
    while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text.at(m_at)))
        ++m_at;
}

void JsonPlaces::readValue(const QString& pointer)
{
    skipSpace();
    m_offsets.insert(pointer, m_at);
    if (m_at == m_text.size())
        return;
    if (m_text.at(m_at) == '{') {
        readObject(pointer);
    } else if (m_text.at(m_at) == '[') {
        readArray(pointer);
    } else if (m_text.at(m_at) == '"') {
        readText();
    } else {
        while (m_at < m_text.size() && !QByteArrayView(",]} \t\r\n").contains(m_text.at(m_at)))
            ++m_at;
    }
    skipSpace();
}

void JsonPlaces::readObject(const QString& pointer)
{
    ++m_at;
    skipSpace();
    while (m_at < m_text.size() && m_text.at(m_at) != '}') {
        const QString child = childPointer(pointer, readText());
        if (m_offsets.contains(child) && m_repeated.isEmpty())
            m_repeated = child;
        skipSpace();
        ++m_at; // ':'
        readValue(child);
        if (m_at < m_text.size() && m_text.at(m_at) == ',')
            ++m_at;
        skipSpace();
    }
    ++m_at;
}

void JsonPlaces::readArray(const QString& pointer)
{
    ++m_at;
    skipSpace();
    for (qsizetype i = 0; m_at < m_text.size() && m_text.at(m_at) != ']'; ++i) {
        readValue(childPointer(pointer, i));
        if (m_at < m_text.size() && m_text.at(m_at) == ',')
            ++m_at;
        skipSpace();
    }
    ++m_at;
}

QString JsonPlaces::readText()
{
    const qsizetype begin = m_at++;
    while (m_at < m_text.size() && m_text.at(m_at) != '"')
        m_at += m_text.at(m_at) == '\\' ? 2 : 1;
    ++m_at;
    return QJsonDocument::fromJson('[' + m_text.mid(begin, m_at - begin) + ']').array().at(0).toString();
}

} // namespace Telamon
