// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/fieldtree.h"

namespace Telamon {

std::vector<std::string> pointerSegments(std::string_view pointer)
{
    std::vector<std::string> segments;
    for (std::size_t i = 0; i < pointer.size(); ++i) {
        const char c = pointer[i];
        if (c == '/') {
            segments.emplace_back();
        } else if (!segments.empty()) {
            if (c == '~' && i + 1 < pointer.size() && (pointer[i + 1] == '0' || pointer[i + 1] == '1'))
                segments.back() += pointer[++i] == '1' ? '/' : '~';
            else
                segments.back() += c;
        }
    }
    return segments;
}

namespace {

// "+", "_" and ":" gather with the alternative before: what parts the two, or nothing.
std::string_view jointOf(std::string_view path)
{
    if (path.starts_with('_'))
        return " ";
    if (path.starts_with(':'))
        return ": ";
    return path.starts_with('+') ? ", " : std::string_view();
}

// Takes "?ON:OFF" off the path.
void takeTexts(std::string_view& path, FieldTree::Target& target)
{
    const std::size_t mark = path.find('?');
    if (mark == path.npos)
        return;
    const std::string_view texts = path.substr(mark + 1);
    const std::size_t colon = texts.find(':');
    target.whenSet = texts.substr(0, colon);
    if (colon != texts.npos)
        target.whenFalse = texts.substr(colon + 1);
    path = path.substr(0, mark);
}

} // namespace

FieldTree::FieldTree(const std::vector<FieldPath>& paths, Scope scope) : m_nodes(1)
{
    for (std::size_t column = 0; column < paths.size(); ++column) {
        int rank = -1;
        bool isGathering = false;
        const QByteArrayList& alternatives = paths[column].alternatives;
        for (qsizetype i = 0; i < alternatives.size(); ++i) {
            std::string_view path(
                alternatives[i].constData(), static_cast<std::size_t>(alternatives[i].size()));
            const std::string_view joint = jointOf(path);
            const bool continues = !joint.empty();
            if (continues)
                path.remove_prefix(1);
            else
                ++rank;
            isGathering = continues
                || (i + 1 < alternatives.size() && !jointOf({alternatives[i + 1].constData(), 1}).empty());
            if (path.starts_with('='))
                continue; // a text that no record holds
            Target target;
            target.column = static_cast<quint16>(column);
            target.rank = static_cast<quint8>(rank);
            if (continues)
                target.joint = joint;
            target.isInSeconds = path.starts_with('@');
            if (target.isInSeconds)
                path.remove_prefix(1);
            target.counts = path.starts_with('#');
            if (target.counts)
                path.remove_prefix(1);
            const Scope pathScope = path.starts_with('^') ? Scope::Outer : Scope::Record;
            if (pathScope == Scope::Outer)
                path.remove_prefix(1);
            if (pathScope != scope)
                continue;
            if (const std::size_t equals = path.find('='); target.counts && equals != path.npos) {
                target.equals = path.substr(equals + 1);
                path = path.substr(0, equals);
            }
            takeTexts(path, target);
            std::size_t node = 0;
            for (const std::string& segment : pointerSegments(path)) {
                node = childOf(node, segment);
                isGathering = isGathering || segment == "*";
            }
            target.gathers = isGathering || target.counts;
            m_nodes[node].targets.push_back(target);
        }
    }
}

std::size_t FieldTree::placeNext(Node& node, std::size_t field)
{
    if (field < node.placed)
        return field;
    std::swap(node.fields[node.placed], node.fields[field]);
    return node.placed++;
}

std::size_t FieldTree::childOf(std::size_t node, const std::string& key)
{
    const std::size_t next = m_nodes.size();
    if (key == "*") {
        if (m_nodes[node].elements == 0) {
            m_nodes[node].elements = next;
            m_nodes.emplace_back();
        }
        return m_nodes[node].elements;
    }
    for (const auto& [name, child] : m_nodes[node].fields) {
        if (name == key)
            return child;
    }
    m_nodes[node].fields.emplace_back(key, next);
    m_nodes.emplace_back();
    return next;
}

} // namespace Telamon
