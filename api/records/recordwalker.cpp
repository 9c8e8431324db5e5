// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/recordwalker.h"

#include "api/records/jsonscalar.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace Telamon {

namespace {
std::string_view trimmed(std::string_view token)
{
    while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ')
        token.remove_suffix(1);
    return token;
}

bool isScalarWord(std::string_view token)
{
    return token == "true" || token == "false" || token == "null";
}

// A number that no double holds (1e999): JSON, but of no use.
bool isHugeNumber(std::string_view token)
{
    return !token.empty() && token.find_first_not_of("+-.0123456789eE") == token.npos;
}

// Eight bytes at a time; keys are short.
bool isSame(const char* raw, const std::string& name)
{
    constexpr std::size_t step = sizeof(quint64);
    const std::size_t size = name.size();
    if (size < step)
        return std::memcmp(raw, name.data(), size) == 0;
    quint64 differs = 0;
    const auto compare = [&differs, raw, &name](std::size_t at) {
        quint64 one = 0;
        quint64 other = 0;
        std::memcpy(&one, raw + at, step);
        std::memcpy(&other, name.data() + at, step);
        differs |= one ^ other;
    };
    for (std::size_t i = 0; i + step < size; i += step)
        compare(i);
    compare(size - step);
    return differs == 0;
}

} // namespace

simdjson::error_code RecordWalker::walk(simdjson::ondemand::object& record)
{
    return walkObject(record, m_tree.root());
}

// Where the field is among those of the node, or their number where it is none of them. Looked for at the
// expected place first.
std::size_t RecordWalker::placeOf(
    const FieldTree::Node& node, simdjson::ondemand::field& field, std::size_t expected) const
{
    const char* raw = field.key().raw();
    const std::size_t count = node.fields.size();
    const auto left = static_cast<std::size_t>(m_end - raw);
    for (std::size_t tried = 0, place = expected; tried < count; ++tried, ++place) {
        if (place >= count)
            place = 0;
        const std::string& name = node.fields[place].first;
        if (name.size() < left && raw[name.size()] == '"' && isSame(raw, name))
            return place;
    }
    while (raw < m_end && *raw != '"' && *raw != '\\')
        ++raw;
    std::string_view key; // a key that is written with escapes
    if (raw == m_end || *raw == '"' || field.unescaped_key().get(key))
        return count;
    const auto found = std::find_if(node.fields.cbegin(), node.fields.cend(),
        [key](const std::pair<std::string, std::size_t>& one) { return one.first == key; });
    return static_cast<std::size_t>(found - node.fields.cbegin());
}

// simdjson's handles are written piecemeal and would be copied at once, which the processor waits for: with
// each copy left out, to parse takes a tenth less.
simdjson::error_code RecordWalker::walkObject(simdjson::ondemand::object& object, FieldTree::Node& node)
{
    std::size_t expected = 0;
    for (auto member : object) {
        if (member.error())
            return member.error();
        simdjson::ondemand::field&& field = std::move(member).value_unsafe();
        std::size_t place = placeOf(node, field, expected);
        if (place == node.fields.size())
            continue;
        place = FieldTree::placeNext(node, place);
        expected = place + 1;
        if (const simdjson::error_code error = walkValue(field.value(), m_tree.at(node.fields[place].second)))
            return error;
    }
    return simdjson::SUCCESS;
}

simdjson::error_code RecordWalker::walkValue(simdjson::ondemand::value& value, FieldTree::Node& node)
{
    const std::string_view token = trimmed(value.raw_json_token());
    if (token.starts_with('{')) {
        if (node.fields.empty())
            return simdjson::SUCCESS;
        simdjson::ondemand::object object;
        const simdjson::error_code error = value.get_object().get(object);
        return error ? error : walkObject(object, node);
    }
    if (!token.starts_with('['))
        return walkScalar(token, node);
    const bool isCounted = std::any_of(node.targets.cbegin(), node.targets.cend(),
        [](const FieldTree::Target& target) { return target.counts; });
    if (node.elements == 0 && !isCounted)
        return simdjson::SUCCESS;
    simdjson::ondemand::array array;
    if (const simdjson::error_code error = value.get_array().get(array))
        return error;
    qint64 count = 0;
    for (auto&& element : array) {
        if (element.error())
            return element.error();
        ++count;
        if (node.elements != 0) {
            simdjson::ondemand::value&& item = std::forward<decltype(element)>(element).value_unsafe();
            if (const simdjson::error_code error = walkValue(item, m_tree.at(node.elements)))
                return error;
        }
    }
    for (const FieldTree::Target& target : node.targets) {
        if (target.counts && target.equals.empty())
            m_cells.takeCount(target, count);
    }
    return simdjson::SUCCESS;
}

simdjson::error_code RecordWalker::walkScalar(std::string_view token, const FieldTree::Node& node)
{
    if (node.targets.empty())
        return simdjson::SUCCESS;
    if (token.starts_with('"')) {
        if (token.size() < 2 || !token.ends_with('"'))
            return simdjson::STRING_ERROR;
        token = token.substr(1, token.size() - 2);
        for (const FieldTree::Target& target : node.targets)
            m_cells.take(target, token, true);
        return simdjson::SUCCESS;
    }
    if (!isScalarWord(token) && !jsonNumber(token))
        return isHugeNumber(token) ? simdjson::SUCCESS : simdjson::TAPE_ERROR;
    if (token == "null")
        return simdjson::SUCCESS;
    for (const FieldTree::Target& target : node.targets)
        m_cells.take(target, token, false);
    return simdjson::SUCCESS;
}

} // namespace Telamon
