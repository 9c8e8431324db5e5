// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/operationloader.h"

#include "api/catalog/schemaloader.h"
#include "api/catalog/writeloader.h"

#include <algorithm>
#include <array>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::string_view, 6> methods = {"get", "head", "post", "put", "patch", "delete"};

// A path that could name another host or drop segments never reaches a request line.
bool isUsablePath(QStringView path)
{
    return path.startsWith(u'/') && !path.startsWith("//"_L1)
        && std::all_of(path.begin(), path.end(), [](QChar c) {
               return c > u' ' && c < QChar(0x7f) && c != u'?' && c != u'#' && c != u'\\' && c != u'%';
           });
}

QStringList namesInTemplate(QStringView path)
{
    QStringList names;
    for (qsizetype open = path.indexOf(u'{'); open >= 0; open = path.indexOf(u'{', open + 1)) {
        const qsizetype close = path.indexOf(u'}', open);
        if (close < 0)
            break;
        names.append(path.mid(open + 1, close - open - 1).toString());
    }
    return names;
}

bool isWireOption(QStringView name)
{
    static constexpr std::array names = {
        "envelope"_L1, "pretty"_L1, "includeCount"_L1, "pageNum"_L1, "itemsPerPage"_L1};
    return std::any_of(names.begin(), names.end(), [name](QLatin1StringView known) { return name == known; });
}

} // namespace

OperationLoader::OperationLoader(DocumentReader& reader, SchemaLoader& schemas, QDate today)
    : m_reader(reader), m_schemas(schemas), m_today(today)
{
}

std::vector<std::unique_ptr<Operation>> OperationLoader::load()
{
    const JsonNode* paths = m_reader.object(m_reader.root(), "paths");
    if (paths == nullptr) {
        m_reader.fail(m_reader.root(), tr("The document has no paths."));
        return {};
    }
    for (const JsonMember& member : paths->children) {
        if (m_reader.hasFailed())
            break;
        if (!member.key.starts_with("x-"))
            loadPath(member.name(), member.value);
    }
    return std::move(m_operations);
}

void OperationLoader::loadPath(const QString& path, const JsonNode& item)
{
    if (!isUsablePath(path)) {
        m_reader.fail(item, tr("A path begins with exactly one / and is written in plain characters."));
        return;
    }
    const JsonNode* resolved = m_reader.resolved(item);
    if (resolved == nullptr)
        return;
    for (const std::string_view method : methods) {
        if (const JsonNode* node = m_reader.object(*resolved, method))
            loadOperation(
                path, QByteArray(method.data(), qsizetype(method.size())).toUpper(), *resolved, *node);
    }
}

void OperationLoader::loadOperation(
    const QString& path, const QByteArray& method, const JsonNode& item, const JsonNode& node)
{
    auto operation = std::make_unique<Operation>();
    operation->id = m_reader.text(node, "operationId");
    if (operation->id.isEmpty())
        m_reader.fail(node, tr("The operation has no operationId."));
    else if (m_ids.contains(operation->id))
        m_reader.fail(*node.find("operationId"), tr("Another operation has the same operationId."));
    m_ids.insert(operation->id, &node);
    operation->method = method;
    operation->path = path;
    operation->tag = m_reader.texts(node, "tags").value(0);
    operation->title = m_reader.text(node, "summary");
    operation->description = m_reader.text(node, "description");
    operation->isDeprecated = m_reader.flag(node, "deprecated");
    // The operation's own first: a path's parameter of the same name and place is then passed over.
    readParameters(*operation, node);
    readParameters(*operation, item);
    checkPathParameters(*operation, node);
    readExtensions(*operation, node);
    readVersion(*operation, node);
    readRequest(*operation, node);
    readResponses(*operation, node);
    if (!m_reader.hasFailed())
        m_operations.push_back(std::move(operation));
}

void OperationLoader::readParameters(Operation& operation, const JsonNode& parent)
{
    const JsonNode* list = m_reader.array(parent, "parameters");
    if (list == nullptr)
        return;
    std::vector<Parameter> read;
    for (const JsonMember& child : list->children) {
        std::optional<Parameter> parameter = parameterOf(child.value);
        if (!parameter)
            continue;
        const auto isSame = [&parameter](const Parameter& other) {
            return other.name == parameter->name && other.in == parameter->in;
        };
        if (std::any_of(read.begin(), read.end(), isSame))
            m_reader.fail(child.value, tr("Another parameter has the same name."));
        else if (std::none_of(operation.parameters.begin(), operation.parameters.end(), isSame))
            read.push_back(std::move(*parameter));
    }
    operation.parameters.insert(operation.parameters.end(), read.begin(), read.end());
}

std::optional<Parameter> OperationLoader::parameterOf(const JsonNode& node)
{
    const JsonNode* resolved = m_reader.resolved(node);
    if (resolved == nullptr)
        return std::nullopt;
    Parameter parameter;
    parameter.name = m_reader.text(*resolved, "name");
    const QString place = m_reader.text(*resolved, "in");
    if (place == "header"_L1 || place == "cookie"_L1)
        return std::nullopt; // Accept and the like are set by the transport
    if (parameter.name.isEmpty() || (place != "path"_L1 && place != "query"_L1)) {
        m_reader.fail(*resolved, tr("A parameter has a name, and is in path, query, header or cookie."));
        return std::nullopt;
    }
    parameter.in = place == "path"_L1 ? Parameter::In::Path : Parameter::In::Query;
    parameter.isRequired = m_reader.flag(*resolved, "required") || parameter.in == Parameter::In::Path;
    parameter.isWireOption = parameter.in == Parameter::In::Query && isWireOption(parameter.name);
    parameter.description = m_reader.text(*resolved, "description");
    parameter.namedRules = m_reader.namedRules(*resolved);
    parameter.picker = m_reader.text(*resolved, "x-picker");
    const JsonNode* content = m_reader.object(*resolved, "content");
    if (const JsonNode* schema = resolved->find("schema"))
        parameter.schema = m_schemas.schemaFor(*schema);
    else if (content != nullptr && !content->children.empty())
        parameter.schema = schemaOf(content->children.front());
    else
        parameter.schema = m_schemas.anySchema();
    return parameter;
}

void OperationLoader::checkPathParameters(Operation& operation, const JsonNode& node)
{
    const QStringList names = namesInTemplate(operation.path);
    for (const QString& name : names) {
        const Parameter* described = operation.parameter(name);
        if (described == nullptr || described->in != Parameter::In::Path)
            m_reader.fail(node, tr("No parameter describes {%1} of the path.").arg(name));
    }
    std::erase_if(operation.parameters, [&names](const Parameter& parameter) {
        return parameter.in == Parameter::In::Path && !names.contains(parameter.name);
    });
}

void OperationLoader::readExtensions(Operation& operation, const JsonNode& node)
{
    operation.roles = m_reader.texts(node, "x-roles");
    operation.sunset = m_reader.date(node, "x-sunset");
    if (const JsonNode* rules = node.find("x-parameter-rules"))
        operation.parameterRules = m_schemas.schemaFor(*rules);
    const QString stated = m_reader.text(node, "x-class");
    operation.isClassified = !stated.isEmpty();
    if (stated == "harmless"_L1)
        operation.writeClass = Operation::WriteClass::Harmless;
    else if (stated == "disruptive"_L1)
        operation.writeClass = Operation::WriteClass::Disruptive;
    else if (operation.isClassified && stated != "destructive"_L1)
        m_reader.fail(*node.find("x-class"), tr("Must be harmless, disruptive or destructive."));
    if (operation.isRead())
        operation.writeClass = Operation::WriteClass::Read;
    WriteLoader(m_reader).read(operation, node);
}

} // namespace Telamon
