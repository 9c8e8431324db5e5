// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/documentreader.h"

#include "api/catalog/jsonpointer.h"
#include "api/catalog/namedrules.h"

namespace Telamon {

using namespace Qt::StringLiterals;

DocumentReader::DocumentReader(const JsonTree& tree) : m_tree(tree)
{
    if (!root().isObject()) {
        fail(root(), tr("An OpenAPI document is a JSON object."));
        return;
    }
    const QString version = text(root(), "openapi");
    m_isVersion30 = version.startsWith("3.0."_L1);
    if (hasFailed() || m_isVersion30 || version.startsWith("3.1."_L1))
        return;
    const JsonNode* stated = root().find("openapi");
    fail(stated != nullptr ? *stated : root(), tr("Only OpenAPI 3.0 and 3.1 can be read."));
}

void DocumentReader::fail(const JsonNode& at, const QString& sentence)
{
    if (!m_failure)
        m_failure = Failure {&at, sentence};
}

CatalogError DocumentReader::failure() const
{
    return m_failure ? CatalogError {m_tree.pointerTo(*m_failure->at), m_failure->sentence} : CatalogError {};
}

const JsonNode* DocumentReader::target(const JsonNode& reference)
{
    const JsonNode* address = reference.find("$ref");
    if (address == nullptr || !address->isString()) {
        fail(address != nullptr ? *address : reference, tr("A reference is a text."));
        return nullptr;
    }
    const QByteArray uri(address->text.data(), qsizetype(address->text.size()));
    const auto known = m_targets.constFind(uri);
    if (known != m_targets.cend())
        return known.value();
    if (!uri.startsWith('#')) {
        fail(*address, tr("References to other documents are not followed."));
        return nullptr;
    }
    const JsonNode* found = at(QString::fromUtf8(uri));
    if (found == nullptr) {
        fail(*address, tr("The reference leads nowhere."));
        return nullptr;
    }
    m_targets.insert(uri, found);
    return found;
}

const JsonNode* DocumentReader::at(const QString& fragment) const
{
    return m_tree.at(QByteArray::fromPercentEncoding(fragment.mid(1).toUtf8()));
}

const JsonNode* DocumentReader::component(const QString& schemaName) const
{
    return m_tree.at("/components/schemas/" + escapedPointerToken(schemaName).toUtf8());
}

const JsonNode* DocumentReader::resolved(const JsonNode& node)
{
    const JsonNode* current = &node;
    for (int hops = 0; current != nullptr && current->find("$ref") != nullptr; ++hops) {
        if (hops == maxReferences) {
            fail(node, tr("The reference leads to itself, or through too many others."));
            return nullptr;
        }
        current = target(*current);
    }
    if (current != nullptr && !current->isObject()) {
        fail(*current, tr("Must be an object."));
        return nullptr;
    }
    return current;
}

const JsonNode* DocumentReader::object(const JsonNode& parent, std::string_view key)
{
    const JsonNode* node = parent.find(key);
    if (node != nullptr && !node->isObject()) {
        fail(*node, tr("Must be an object."));
        return nullptr;
    }
    return node;
}

const JsonNode* DocumentReader::array(const JsonNode& parent, std::string_view key)
{
    const JsonNode* node = parent.find(key);
    if (node != nullptr && !node->isArray()) {
        fail(*node, tr("Must be an array."));
        return nullptr;
    }
    return node;
}

QString DocumentReader::text(const JsonNode& parent, std::string_view key)
{
    const JsonNode* node = parent.find(key);
    if (node == nullptr)
        return {};
    if (!node->isString())
        fail(*node, tr("Must be a text."));
    return node->toString();
}

bool DocumentReader::flag(const JsonNode& parent, std::string_view key)
{
    const JsonNode* node = parent.find(key);
    if (node == nullptr)
        return false;
    if (node->kind != JsonNode::Kind::Boolean)
        fail(*node, tr("Must be true or false."));
    return node->boolean;
}

std::optional<double> DocumentReader::number(const JsonNode& parent, std::string_view key)
{
    const JsonNode* node = parent.find(key);
    if (node == nullptr)
        return std::nullopt;
    if (node->kind != JsonNode::Kind::Number)
        fail(*node, tr("Must be a number."));
    return node->number;
}

std::optional<qint64> DocumentReader::count(const JsonNode& parent, std::string_view key)
{
    const JsonNode* node = parent.find(key);
    if (node == nullptr)
        return std::nullopt;
    // 3.0 is an integer to JSON Schema.
    constexpr double largest = 9007199254740992.0;
    const bool isWhole = node->kind == JsonNode::Kind::Number && node->number >= 0 && node->number <= largest
        && double(qint64(node->number)) == node->number;
    if (!isWhole) {
        fail(*node, tr("Must be a whole number, not negative."));
        return std::nullopt;
    }
    return qint64(node->number);
}

QStringList DocumentReader::texts(const JsonNode& parent, std::string_view key)
{
    const JsonNode* node = array(parent, key);
    return node != nullptr ? texts(*node) : QStringList();
}

QStringList DocumentReader::texts(const JsonNode& array)
{
    QStringList texts;
    if (!array.isArray())
        fail(array, tr("Must be an array."));
    for (const JsonMember& child : array.children) {
        if (!child.value.isString())
            fail(child.value, tr("Must be a text."));
        texts.append(child.value.toString());
    }
    return texts;
}

QDate DocumentReader::date(const JsonNode& parent, std::string_view key)
{
    const JsonNode* node = parent.find(key);
    if (node == nullptr)
        return {};
    const QDate date = QDate::fromString(text(parent, key), Qt::ISODate);
    if (!date.isValid())
        fail(*node, tr("Must be a date as in 2026-07-01."));
    return date;
}

QStringList DocumentReader::namedRules(const JsonNode& parent)
{
    const JsonNode* rules = parent.find("x-rule");
    if (rules == nullptr)
        return {};
    QStringList names = rules->isString() ? QStringList {rules->toString()} : texts(*rules);
    for (const QString& name : std::as_const(names)) {
        if (!isNamedRule(name))
            fail(*rules, tr("There is no rule named \"%1\".").arg(name));
    }
    return names;
}

} // namespace Telamon
