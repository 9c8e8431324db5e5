// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/recordshape.h"

#include "api/catalog/jsonpointer.h"

#include <algorithm>

namespace Telamon {

namespace {

bool listsTexts(const Schema* schema)
{
    return (schema->constant && schema->constant->isString())
        || std::any_of(schema->enumValues.cbegin(), schema->enumValues.cend(),
            [](const QJsonValue& value) { return value.isString(); });
}

} // namespace

RecordShape::RecordShape(const Schema& answer, const QByteArray& recordsPath, const QByteArray& nestedPath)
{
    Known known;
    const SchemaSet outer = recordsAt({&answer}, recordsPath);
    m_outer = nodeFor(outer, known);
    m_record = nestedPath.isEmpty() ? m_outer : nodeFor(recordsAt(outer, nestedPath), known);
}

int RecordShape::nodeFor(const SchemaSet& stated, Known& known)
{
    if (stated.empty())
        return Nothing;
    SchemaSet schemas = withSiblings(stated);
    std::sort(schemas.begin(), schemas.end());
    if (const auto found = known.find(schemas); found != known.cend())
        return found->second;
    const int number = int(m_nodes.size());
    known.emplace(schemas, number);
    Node node;
    node.isSecret = isAnySecret(schemas);
    node.isWord = std::any_of(schemas.cbegin(), schemas.cend(), listsTexts);
    const auto titled = std::find_if(
        stated.cbegin(), stated.cend(), [](const Schema* schema) { return !schema->title.isEmpty(); });
    if (titled != stated.cend())
        node.title = (*titled)->title;
    m_nodes.append(node);
    if (node.isSecret)
        return number;
    SchemaSet others;
    for (const Schema* schema : schemas) {
        for (const Property& property : schema->properties)
            node.fields.insert(property.name, nodeFor(schemasOfField(schemas, property.name), known));
        if (schema->additionalProperties)
            others.push_back(schema->additionalProperties);
    }
    node.others = nodeFor(others, known);
    node.items = nodeFor(schemasOfItems(schemas), known);
    m_nodes[number] = node;
    return number;
}

RecordShape RecordShape::joined(const QList<QPair<QString, RecordShape>>& parts)
{
    RecordShape whole;
    whole.m_record = 0;
    whole.m_outer = 0;
    whole.m_nodes.emplaceBack();
    for (const auto& [name, part] : parts) {
        const int before = int(whole.m_nodes.size());
        const auto moved = [before](int place) { return place == Nothing ? Nothing : place + before; };
        for (Node node : part.m_nodes) {
            for (int& field : node.fields)
                field = moved(field);
            node.others = moved(node.others);
            node.items = moved(node.items);
            whole.m_nodes.append(node);
        }
        whole.m_nodes.first().fields.insert(name, moved(part.m_record));
    }
    return whole;
}

RecordShape RecordShape::of(const QList<Described>& fields)
{
    RecordShape shape = RecordShape().withTitle({});
    for (const Described& field : fields) {
        int place = shape.m_record;
        const QStringList tokens = pointerTokens(QString::fromUtf8(field.pointer));
        for (const QString& token : tokens) {
            int next = shape.m_nodes.at(place).fields.value(token, Nothing);
            if (next == Nothing) {
                next = int(shape.m_nodes.size());
                shape.m_nodes.emplaceBack();
                shape.m_nodes[place].fields.insert(token, next);
            }
            place = next;
        }
        shape.m_nodes[place].title = field.title;
        shape.m_nodes[place].isWord = field.isWord;
    }
    return shape;
}

RecordShape RecordShape::withTitle(const QString& title) const
{
    RecordShape titled = *this;
    if (titled.m_record == Nothing) {
        titled.m_record = int(titled.m_nodes.size());
        titled.m_outer = titled.m_record;
        titled.m_nodes.emplaceBack();
    }
    titled.m_nodes[titled.m_record].title = title;
    return titled;
}

RecordShape RecordShape::withFieldTitles(const QHash<QString, QString>& titles) const
{
    RecordShape titled = *this;
    if (titled.m_record == Nothing)
        return titled;
    for (auto title = titles.cbegin(); title != titles.cend(); ++title) {
        const int described = field(m_record, title.key());
        Node own = described == Nothing ? Node() : m_nodes.at(described); // others may share the node
        own.title = title.value();
        titled.m_nodes[titled.m_record].fields.insert(title.key(), int(titled.m_nodes.size()));
        titled.m_nodes.append(own);
    }
    return titled;
}

int RecordShape::field(int place, const QString& name) const
{
    if (place == Nothing)
        return Nothing;
    const Node& object = m_nodes.at(place);
    return object.fields.value(name, object.others);
}

int RecordShape::element(int place) const
{
    return place == Nothing ? Nothing : m_nodes.at(place).items;
}

QString RecordShape::title(int place) const
{
    return place == Nothing ? QString() : m_nodes.at(place).title;
}

bool RecordShape::isWord(int place) const
{
    return place != Nothing && m_nodes.at(place).isWord;
}

bool RecordShape::isOfService(int place, const QString& name) const
{
    if (place == Nothing)
        return false;
    const Node& object = m_nodes.at(place);
    return object.fields.contains(name) || (object.others == Nothing && !object.fields.isEmpty());
}

bool RecordShape::isSecret(int place) const
{
    return place != Nothing && m_nodes.at(place).isSecret;
}

bool RecordShape::hasSecrets() const
{
    return std::any_of(m_nodes.cbegin(), m_nodes.cend(), [](const Node& node) { return node.isSecret; });
}

} // namespace Telamon
