// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/column.h"

#include <string>
#include <string_view>
#include <vector>

namespace Telamon {

// The FieldPaths of a source as one tree, so that a record is walked once, in the order in which its fields
// come.
class FieldTree {
public:
    enum class Scope { Record, Outer };

    struct Target {
        quint16 column = 0;
        quint8 rank = 0; // the alternative's number: the lowest found wins
        bool gathers = false; // several values become one
        bool counts = false;
        std::string equals; // with counts: only values that are this text
        std::string whenSet; // the text for any value that is neither false nor null; empty: the value itself
        std::string whenFalse; // with whenSet: the text for false; empty: none
        std::string_view joint = ", "; // with gathers: what parts this from the value before
        bool isInSeconds = false; // a time
    };
    struct Node {
        std::vector<std::pair<std::string, std::size_t>> fields; // key, node; see placeNext()
        std::size_t placed = 0; // of fields, those that were met
        std::size_t elements = 0; // the node of "*"; 0: none (the root is nobody's child)
        std::vector<Target> targets;
    };

    FieldTree(const std::vector<FieldPath>& paths, Scope scope);

    const Node& root() const { return m_nodes.front(); }
    Node& root() { return m_nodes.front(); }
    Node& at(std::size_t node) { return m_nodes[node]; }
    // Records of one answer have their fields in one order. A field that is met for the first time is placed
    // behind those met before, so that each is soon found where it is looked for first. Returns its place.
    static std::size_t placeNext(Node& node, std::size_t field);
    bool isEmpty() const { return root().fields.empty() && root().targets.empty(); }

private:
    std::size_t childOf(std::size_t node, const std::string& key);

    std::vector<Node> m_nodes;
};

// The unescaped segments of a JSON Pointer.
std::vector<std::string> pointerSegments(std::string_view pointer);

} // namespace Telamon
