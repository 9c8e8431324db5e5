// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/fieldtree.h"
#include "api/records/recordcells.h"

#include <simdjson.h>

namespace Telamon {

// Walks one JSON object along a FieldTree and puts what it finds into the cells. Private to the parser, which
// is alone in knowing simdjson.
class RecordWalker {
public:
    // `bytes`: the whole answer, which the object lies in.
    RecordWalker(FieldTree& tree, RecordCells& cells, const QByteArray& bytes)
        : m_tree(tree), m_cells(cells), m_end(bytes.constData() + bytes.size())
    {
    }

    simdjson::error_code walk(simdjson::ondemand::object& record);

private:
    simdjson::error_code walkObject(simdjson::ondemand::object& object, FieldTree::Node& node);
    simdjson::error_code walkValue(simdjson::ondemand::value& value, FieldTree::Node& node);
    simdjson::error_code walkScalar(std::string_view token, const FieldTree::Node& node);
    std::size_t placeOf(
        const FieldTree::Node& node, simdjson::ondemand::field& field, std::size_t expected) const;

    FieldTree& m_tree;
    RecordCells& m_cells;
    const char* m_end; // of the answer
};

} // namespace Telamon
