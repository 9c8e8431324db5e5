// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/recordmask.h"

#include "api/catalog/masking.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

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
{
    if (!hasSecrets(answer))
        return;
    Known known;
    const SchemaSet outer = recordsAt({&answer}, recordsPath);
    m_outer = nodeFor(outer, known);
    m_record = nestedPath.isEmpty() ? m_outer : nodeFor(recordsAt(outer, nestedPath), known);
    if (std::none_of(m_nodes.cbegin(), m_nodes.cend(), [](const Node& node) { return node.isSecret; }))
        m_nodes.clear();
}

int RecordMask::nodeFor(const SchemaSet& stated, Known& known)
{
    if (stated.empty())
        return Nothing;
    SchemaSet schemas = withSiblings(stated);
    std::sort(schemas.begin(), schemas.end());
    if (const auto found = known.find(schemas); found != known.cend())
        return found->second;
    const int number = int(m_nodes.size());
    known.emplace(schemas, number);
    Node node {isAnySecret(schemas), {}, Nothing, Nothing};
    m_nodes.push_back(node);
    if (node.isSecret)
        return number;
    for (const Schema* schema : schemas) {
        for (const Property& property : schema->properties)
            node.fields.insert(property.name, nodeFor(schemasOfField(schemas, property.name), known));
    }
    SchemaSet others;
    std::copy_if(schemas.cbegin(), schemas.cend(), std::back_inserter(others),
        [](const Schema* schema) { return schema->additionalProperties != nullptr; });
    std::transform(others.cbegin(), others.cend(), others.begin(),
        [](const Schema* schema) { return schema->additionalProperties; });
    node.others = nodeFor(others, known);
    node.items = nodeFor(schemasOfItems(schemas), known);
    m_nodes[std::size_t(number)] = node;
    return number;
}

int RecordMask::fieldOf(int node, const QString& name) const
{
    if (node == Nothing)
        return Nothing;
    const Node& object = m_nodes[std::size_t(node)];
    return object.fields.value(name, object.others);
}

bool RecordMask::isSecret(const QByteArray& alternative) const
{
    QByteArray pointer = alternative;
    if (pointer.startsWith('+'))
        pointer.remove(0, 1);
    if (isEmpty() || pointer.startsWith('#') || pointer.startsWith('='))
        return false; // a count, a text of the table's own
    int node = pointer.startsWith('^') ? m_outer : m_record;
    const QStringList tokens = tokensOf(pointer);
    for (const QString& token : tokens) {
        if (node != Nothing && m_nodes[std::size_t(node)].isSecret)
            return true;
        if (token == "*"_L1)
            node = node == Nothing ? Nothing : m_nodes[std::size_t(node)].items;
        else
            node = fieldOf(node, token);
    }
    return node != Nothing && m_nodes[std::size_t(node)].isSecret;
}

QJsonValue RecordMask::masked(int node, const QJsonValue& value) const
{
    if (node == Nothing || value.isNull() || value.isUndefined())
        return value;
    const Node& known = m_nodes[std::size_t(node)];
    if (known.isSecret)
        return secretMark();
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            array.replace(i, masked(known.items, array.at(i)));
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        const QStringList names = object.keys();
        for (const QString& name : names)
            object.insert(name, masked(fieldOf(node, name), object.value(name)));
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
    const QJsonValue value = masked(m_record, document.object());
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    return '"' + value.toString().toUtf8() + '"'; // the whole record is the secret
}

} // namespace Telamon
