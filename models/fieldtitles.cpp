// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fieldtitles.h"

#include <algorithm>

namespace Telamon {

FieldTitles::FieldTitles(const Schema& answer, const QByteArray& recordsPath, const QByteArray& nestedPath)
{
    SchemaSet records {&answer};
    if (!recordsPath.isEmpty())
        records = recordsAt(records, recordsPath);
    if (!nestedPath.isEmpty())
        records = recordsAt(records, nestedPath);
    Known known;
    m_root = nodeFor(records, known);
}

int FieldTitles::nodeFor(const SchemaSet& stated, Known& known)
{
    if (stated.empty())
        return Unknown;
    SchemaSet schemas = withSiblings(stated);
    std::sort(schemas.begin(), schemas.end());
    if (const auto found = known.find(schemas); found != known.cend())
        return found->second;
    const int number = int(m_nodes.size());
    known.emplace(schemas, number);
    m_nodes.emplace_back();
    Node node;
    const auto titled = std::find_if(
        stated.cbegin(), stated.cend(), [](const Schema* schema) { return !schema->title.isEmpty(); });
    if (titled != stated.cend())
        node.title = (*titled)->title;
    SchemaSet others;
    for (const Schema* schema : schemas) {
        for (const Property& property : schema->properties)
            node.fields.insert(property.name, nodeFor(schemasOfField(schemas, property.name), known));
        if (schema->additionalProperties)
            others.push_back(schema->additionalProperties);
    }
    node.others = nodeFor(others, known);
    node.items = nodeFor(schemasOfItems(schemas), known);
    m_nodes[std::size_t(number)] = node;
    return number;
}

FieldTitles FieldTitles::joined(const QList<QPair<QString, FieldTitles>>& parts)
{
    FieldTitles whole;
    whole.m_root = 0;
    whole.m_nodes.emplace_back();
    for (const auto& [name, part] : parts) {
        const int before = int(whole.m_nodes.size());
        const auto moved = [before](int place) { return place == Unknown ? Unknown : place + before; };
        for (Node node : part.m_nodes) {
            for (int& field : node.fields)
                field = moved(field);
            node.others = moved(node.others);
            node.items = moved(node.items);
            whole.m_nodes.push_back(node);
        }
        if (part.m_root != Unknown) {
            whole.m_nodes[std::size_t(moved(part.m_root))].title.clear(); // the part's name stands there
            whole.m_nodes.front().fields.insert(name, moved(part.m_root));
        }
    }
    return whole;
}

int FieldTitles::field(int place, const QString& name) const
{
    if (place == Unknown)
        return Unknown;
    const Node& object = m_nodes[std::size_t(place)];
    return object.fields.value(name, object.others);
}

int FieldTitles::element(int place) const
{
    return place == Unknown ? Unknown : m_nodes[std::size_t(place)].items;
}

QString FieldTitles::title(int place) const
{
    return place == Unknown ? QString() : m_nodes[std::size_t(place)].title;
}

} // namespace Telamon
