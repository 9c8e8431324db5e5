// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/fieldtree.h"
#include "api/records/parsedrecords.h"
#include "api/records/recordcells.h"
#include "api/records/recordwalker.h"
#include "api/records/threadparser.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>
#include <utility>

namespace Telamon {

namespace {
using simdjson::error_code;
namespace ondemand = simdjson::ondemand;

constexpr quint8 KnownRank = 0xfe; // believed after every alternative
constexpr std::size_t Sample = 16; // records that tell how many there may be
constexpr std::size_t MostReserved = 65'536; // on their word

class AnswerParser {
public:
    AnswerParser(const RecordSource& source, const Columns& columns, const KnownValues& known);

    error_code parse(const QByteArray& answer, const RecordSource& source, const AnswerPart& part);
    ParsedRecords& records() { return m_out; }

private:
    using Path = std::vector<std::string>;
    using ParseOne = error_code (AnswerParser::*)(ondemand::value&);

    error_code parseRoot(ondemand::document& document);
    error_code parseArrayAt(ondemand::object& object, const Path& path, std::size_t depth, ParseOne parseOne);
    error_code parseArray(ondemand::array& array, ParseOne parseOne);
    error_code parseElement(ondemand::value& value);
    error_code parseNested(ondemand::object& outer);
    error_code parseRecordValue(ondemand::value& value);
    error_code parseRecord(ondemand::object& record, std::size_t begin);
    void reserveFor(std::size_t end);
    TextCell stored(const QByteArray& text)
    {
        return m_out.arena.store({text.constData(), static_cast<std::size_t>(text.size())});
    }
    std::size_t offsetOf(const char* position) const
    {
        return static_cast<std::size_t>(position - m_out.bytes.constData());
    }

    ParsedRecords m_out;
    ondemand::document* m_document = nullptr;
    bool m_isNested = false;
    std::vector<std::string> m_recordsPath;
    std::vector<std::string> m_nestedPath;
    FieldTree m_tree;
    FieldTree m_outerTree;
    RecordCells m_cells;
    RecordCells m_outerCells;
    std::vector<std::tuple<std::size_t, quint8, TextCell>> m_texts; // column, rank, literal or known value
};

AnswerParser::AnswerParser(const RecordSource& source, const Columns& columns, const KnownValues& known)
    : m_recordsPath(pointerSegments(
        {source.recordsPath.constData(), static_cast<std::size_t>(source.recordsPath.size())})),
      m_nestedPath(pointerSegments(
          {source.nestedPath.constData(), static_cast<std::size_t>(source.nestedPath.size())})),
      m_tree(source.paths, FieldTree::Scope::Record),
      m_outerTree(source.paths, FieldTree::Scope::Outer),
      m_cells(columns, m_out.arena),
      m_outerCells(columns, m_out.arena)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        m_out.columns.emplace_back(columns[i].type);
        if (i < source.paths.size()) {
            int rank = -1;
            for (const QByteArray& path : source.paths[i].alternatives) {
                rank += path.startsWith('+') ? 0 : 1;
                if (path.startsWith('='))
                    m_texts.emplace_back(i, static_cast<quint8>(rank), stored(path.sliced(1)));
            }
        }
        if (const auto value = known.constFind(columns[i].key); value != known.cend())
            m_texts.emplace_back(i, KnownRank, stored(value->toUtf8()));
    }
}

error_code AnswerParser::parse(const QByteArray& answer, const RecordSource& source, const AnswerPart& part)
{
    // The parser reads up to SIMDJSON_PADDING bytes beyond the end, which must belong to us.
    qsizetype ahead = 0;
    m_out.bytes =
        answerOfPart(answer, part, source, static_cast<qsizetype>(simdjson::SIMDJSON_PADDING), ahead);
    ThreadParser thread;
    ondemand::document document;
    error_code error = thread.parser()
                           .iterate(m_out.bytes.constData(), static_cast<std::size_t>(m_out.bytes.size()),
                               static_cast<std::size_t>(m_out.bytes.capacity()))
                           .get(document);
    if (!error)
        error = parseRoot(document);
    if (error)
        return error;
    const char* rest = nullptr;
    if (!document.current_location().get(rest))
        return simdjson::TAPE_ERROR;
    // Cut between two records of the list, and nowhere else, a part ends with one of them.
    const bool isCut = part.end >= 0;
    const auto end = static_cast<std::size_t>(ahead + part.end - part.begin);
    const bool endsWithRecord =
        !m_out.spans.empty() && m_out.spans.back().offset + m_out.spans.back().size == end;
    return isCut && !endsWithRecord ? simdjson::TAPE_ERROR : simdjson::SUCCESS;
}

error_code AnswerParser::parseRoot(ondemand::document& document)
{
    m_document = &document;
    ondemand::json_type type {};
    if (const error_code error = document.type().get(type))
        return error;
    if (type == ondemand::json_type::array && m_recordsPath.empty()) {
        ondemand::array array;
        const error_code error = document.get_array().get(array);
        return error ? error : parseArray(array, &AnswerParser::parseElement);
    }
    if (type != ondemand::json_type::object)
        return simdjson::INCORRECT_TYPE;
    ondemand::object object;
    if (const error_code error = document.get_object().get(object))
        return error;
    if (m_recordsPath.empty())
        return m_nestedPath.empty() ? parseRecord(object, 0) : parseNested(object);
    return parseArrayAt(object, m_recordsPath, 0, &AnswerParser::parseElement);
}

// Goes on behind the array, so that an answer which ends early is noticed.
error_code AnswerParser::parseArrayAt(
    ondemand::object& object, const Path& path, std::size_t depth, ParseOne parseOne)
{
    for (auto member : object) {
        if (member.error())
            return member.error();
        ondemand::field&& field = std::move(member).value_unsafe();
        std::string_view key;
        error_code error = field.unescaped_key().get(key);
        if (error)
            return error;
        if (key != path[depth])
            continue;
        const std::string_view token = field.value().raw_json_token();
        ondemand::object child;
        ondemand::array array;
        if (depth + 1 < path.size() && token.starts_with('{')) {
            error = field.value().get_object().get(child);
            if (!error)
                error = parseArrayAt(child, path, depth + 1, parseOne);
        } else if (depth + 1 == path.size() && token.starts_with('[')) {
            error = field.value().get_array().get(array);
            if (!error)
                error = parseArray(array, parseOne);
        }
        if (error)
            return error;
    }
    return simdjson::SUCCESS;
}

error_code AnswerParser::parseArray(ondemand::array& array, ParseOne parseOne)
{
    for (auto&& element : array) {
        if (element.error())
            return element.error();
        ondemand::value&& value = std::forward<decltype(element)>(element).value_unsafe();
        ondemand::json_type type {};
        error_code error = value.type().get(type);
        if (!error && type == ondemand::json_type::object)
            error = (this->*parseOne)(value);
        if (error)
            return error;
    }
    return simdjson::SUCCESS;
}

error_code AnswerParser::parseElement(ondemand::value& value)
{
    if (m_nestedPath.empty())
        return parseRecordValue(value);
    ondemand::object outer;
    const error_code error = value.get_object().get(outer);
    return error ? error : parseNested(outer);
}

// What the outer record tells may stand behind the nested array, so it is read first.
error_code AnswerParser::parseNested(ondemand::object& outer)
{
    m_outerCells.clear();
    m_isNested = true;
    if (!m_outerTree.isEmpty()) {
        if (const error_code error = RecordWalker(m_outerTree, m_outerCells, m_out.bytes).walk(outer))
            return error;
        if (const error_code error = outer.reset().error())
            return error;
    }
    return parseArrayAt(outer, m_nestedPath, 0, &AnswerParser::parseRecordValue);
}

error_code AnswerParser::parseRecordValue(ondemand::value& value)
{
    const std::size_t begin = offsetOf(value.raw_json_token().data());
    ondemand::object record;
    const error_code error = value.get_object().get(record);
    return error ? error : parseRecord(record, begin);
}

error_code AnswerParser::parseRecord(ondemand::object& record, std::size_t begin)
{
    m_cells.clear();
    if (const error_code error = RecordWalker(m_tree, m_cells, m_out.bytes).walk(record))
        return error;
    const char* next = nullptr;
    auto end = static_cast<std::size_t>(m_out.bytes.size());
    if (!m_document->current_location().get(next))
        end = offsetOf(next);
    while (end > begin && m_out.bytes.at(static_cast<qsizetype>(end) - 1) != '}')
        --end;
    for (const auto& [column, rank, text] : m_texts) {
        m_cells.takeText(column, rank, text);
    }
    m_out.spans.push_back({static_cast<quint32>(begin), static_cast<quint32>(end - begin)});
    m_cells.addTo(m_out.columns, m_isNested ? &m_outerCells : nullptr);
    if (m_out.spans.size() == Sample)
        reserveFor(end);
    return simdjson::SUCCESS;
}

// By what the records up to here took. Where the others turn out smaller the vectors grow as usual.
void AnswerParser::reserveFor(std::size_t end)
{
    const std::size_t sampled = std::max<std::size_t>(end - m_out.spans.front().offset, Sample);
    const auto rest = static_cast<std::size_t>(m_out.bytes.size()) - end;
    const std::size_t records = Sample + Sample * rest / sampled;
    const std::size_t expected = std::min(records + records / 64, MostReserved);
    m_out.spans.reserve(expected);
    for (CellColumn& column : m_out.columns)
        column.reserve(expected);
}

QString sentenceFor(error_code error)
{
    switch (error) {
    case simdjson::EMPTY:
        return QCoreApplication::translate("parseRecords", "the answer is empty");
    case simdjson::INCORRECT_TYPE:
        return QCoreApplication::translate("parseRecords", "the answer is neither a list nor an object");
    case simdjson::CAPACITY:
        return QCoreApplication::translate("parseRecords", "the answer is too large");
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
    case simdjson::UNCLOSED_STRING:
        return QCoreApplication::translate("parseRecords", "the answer ends before its JSON does");
    default:
        return QCoreApplication::translate("parseRecords", "the answer is not JSON");
    }
}
} // namespace

Result<ParsedRecords, QString> parseRecords(const QByteArray& answer, const RecordSource& source,
    const Columns& columns, const KnownValues& known, const AnswerPart& part)
{
    constexpr qsizetype Limit = 1LL << 31; // spans are 32 bits wide
    AnswerParser parser(source, columns, known);
    error_code error = answer.size() < Limit ? parser.parse(answer, source, part) : simdjson::CAPACITY;
    if (error == simdjson::UTF8_ERROR && part.begin == 0 && part.end < 0) {
        AnswerParser second(source, columns, known);
        error = second.parse(QString::fromUtf8(answer).toUtf8(), source, {}); // U+FFFD for what is no UTF-8
        if (!error)
            return std::move(second.records());
    }
    if (error)
        return sentenceFor(error);
    return std::move(parser.records());
}

} // namespace Telamon
