// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/jsontree.h"

#include "api/catalog/jsonpointer.h"

#include <QJsonArray>
#include <QJsonObject>

#include <simdjson.h>

#include <algorithm>
#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxDocumentSize = 64 * 1024 * 1024;
constexpr size_t maxDocumentDepth = 200; // keeps every recursion over the tree well inside the stack

using Element = simdjson::dom::element;

JsonNode nodeOf(const Element& element)
{
    JsonNode node;
    switch (element.type()) {
    case simdjson::dom::element_type::NULL_VALUE:
        break;
    case simdjson::dom::element_type::BOOL:
        node.kind = JsonNode::Kind::Boolean;
        node.boolean = bool(element);
        break;
    case simdjson::dom::element_type::INT64:
        node.kind = JsonNode::Kind::Number;
        node.isInteger = true;
        node.integer = int64_t(element);
        node.number = double(node.integer);
        break;
    case simdjson::dom::element_type::UINT64:
        node.kind = JsonNode::Kind::Number;
        node.number = double(uint64_t(element));
        break;
    case simdjson::dom::element_type::DOUBLE:
        node.kind = JsonNode::Kind::Number;
        node.number = double(element);
        break;
    case simdjson::dom::element_type::STRING:
        node.kind = JsonNode::Kind::String;
        node.text = std::string_view(element);
        break;
    case simdjson::dom::element_type::ARRAY:
        node.kind = JsonNode::Kind::Array;
        for (const Element child : simdjson::dom::array(element))
            node.children.push_back({{}, nodeOf(child)});
        break;
    case simdjson::dom::element_type::OBJECT:
        node.kind = JsonNode::Kind::Object;
        for (const auto& [key, child] : simdjson::dom::object(element))
            node.children.push_back({key, nodeOf(child)});
        break;
    }
    return node;
}

// Appends the tokens from `from` to `node`, innermost first.
bool findPath(const JsonNode& from, const JsonNode& node, QStringList& tokens)
{
    if (&from == &node)
        return true;
    for (size_t i = 0; i < from.children.size(); ++i) {
        const JsonMember& child = from.children.at(i);
        if (!findPath(child.value, node, tokens))
            continue;
        tokens.append(from.isArray() ? QString::number(i) : escapedPointerToken(child.name()));
        return true;
    }
    return false;
}

} // namespace

class JsonTree::Private {
public:
    simdjson::dom::parser parser; // owns the bytes that the nodes' views point into
    JsonNode root;
};

const JsonNode* JsonNode::find(std::string_view key) const
{
    if (!isObject())
        return nullptr;
    const auto found = std::find_if(
        children.begin(), children.end(), [key](const JsonMember& member) { return member.key == key; });
    return found == children.end() ? nullptr : &found->value;
}

QJsonValue JsonNode::toJsonValue() const
{
    switch (kind) {
    case Kind::Null:
        return QJsonValue::Null;
    case Kind::Boolean:
        return boolean;
    case Kind::Number:
        return isInteger ? QJsonValue(integer) : QJsonValue(number);
    case Kind::String:
        return toString();
    case Kind::Array: {
        QJsonArray array;
        for (const JsonMember& child : children)
            array.append(child.value.toJsonValue());
        return array;
    }
    case Kind::Object: {
        QJsonObject object;
        for (const JsonMember& child : children)
            object.insert(child.name(), child.value.toJsonValue());
        return object;
    }
    }
    Q_UNREACHABLE();
}

JsonTree::JsonTree(std::unique_ptr<Private> other) : d(std::move(other))
{
}
JsonTree::JsonTree(JsonTree&&) noexcept = default;
JsonTree& JsonTree::operator=(JsonTree&&) noexcept = default;
JsonTree::~JsonTree() = default;

Result<JsonTree, QString> JsonTree::parse(const QByteArray& json)
{
    if (json.size() > maxDocumentSize)
        return tr("The document is larger than 64 MiB.");
    auto d = std::make_unique<Private>();
    if (d->parser.allocate(size_t(std::max<qsizetype>(json.size(), 1)), maxDocumentDepth)
        != simdjson::SUCCESS)
        return tr("There is not enough memory for the document.");
    Element root;
    const simdjson::error_code error = d->parser.parse(json.constData(), size_t(json.size()), true).get(root);
    if (error == simdjson::DEPTH_ERROR)
        return tr("The document is nested too deeply.");
    if (error != simdjson::SUCCESS) {
        return tr("The document is not valid JSON (%1).")
            .arg(QString::fromUtf8(simdjson::error_message(error)));
    }
    d->root = nodeOf(root);
    return JsonTree(std::move(d));
}

const JsonNode& JsonTree::root() const
{
    return d->root;
}

const JsonNode* JsonTree::at(const QByteArray& pointer) const
{
    const JsonNode* node = &d->root;
    if (pointer.isEmpty())
        return node;
    if (!pointer.startsWith('/'))
        return nullptr;
    const QList<QByteArray> tokens = pointer.mid(1).split('/');
    for (QByteArray token : tokens) {
        token.replace("~1", "/").replace("~0", "~");
        if (node->isArray()) {
            bool isNumber = false;
            const uint index = token.toUInt(&isNumber);
            node = isNumber && index < node->children.size() ? &node->children.at(index).value : nullptr;
        } else {
            node = node->find(std::string_view(token.constData(), size_t(token.size())));
        }
        if (node == nullptr)
            return nullptr;
    }
    return node;
}

QString JsonTree::pointerTo(const JsonNode& node) const
{
    QStringList tokens;
    if (!findPath(d->root, node, tokens))
        return {};
    QString pointer;
    while (!tokens.isEmpty())
        pointer += u'/' + tokens.takeLast();
    return pointer;
}

} // namespace Telamon
