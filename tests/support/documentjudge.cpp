// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that includes valijson: it takes long to compile.
#include "tests/support/documentjudge.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <cmath>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

// As valijson understands it. std::regex sees the bytes of UTF-8: a letter of any script is judged as an x, a
// digit as a 0. Whole numbers of more than 32 bits are no whole numbers to it.
QJsonValue asJudged(const QJsonValue& value)
{
    constexpr double most = 2147483647;
    if (value.isDouble() && std::abs(value.toDouble()) > most
        && std::trunc(value.toDouble()) == value.toDouble())
        return std::copysign(most, value.toDouble());
    if (value.isString()) {
        QString text;
        const QList<uint> codePoints = value.toString().toUcs4();
        for (const char32_t c : codePoints) {
            if (c < 128 || !QChar::isLetterOrNumber(c))
                text += QString::fromUcs4(&c, 1);
            else
                text += QChar::isLetter(c) ? u'x' : u'0';
        }
        return text;
    }
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            array.replace(i, asJudged(array.at(i)));
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        const QStringList names = object.keys();
        for (const QString& name : names)
            object.insert(name, asJudged(object.value(name)));
        return object;
    }
    return value;
}

// For std::regex: `$` is the end of the text, \p{L} and \p{N} are letters and digits of any script.
QString ecmaPattern(const QString& pattern)
{
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern.at(i);
        if (c == u'\\') {
            text += pattern.mid(i++, 2);
        } else if (c == u'$') {
            text += "(?![\\s\\S])"_L1;
        } else if (c == u'[') {
            qsizetype end = i + 1;
            while (pattern.at(end) != u']')
                end += pattern.at(end) == u'\\' ? 2 : 1;
            QString members = pattern.mid(i + 1, end - i - 1);
            members.replace("\\p{L}"_L1, "a-zA-Z"_L1).replace("\\p{N}"_L1, "0-9"_L1);
            text += u'[' + members + u']';
            i = end;
        } else {
            text += c;
        }
    }
    return text;
}

QJsonValue asDraft7(const QJsonValue& node);

QJsonObject membersAsDraft7(QJsonObject schemas)
{
    const QStringList names = schemas.keys();
    for (const QString& name : names)
        schemas.insert(name, asDraft7(schemas.value(name)));
    return schemas;
}

// The JSON Schema of draft 7 that a schema of OpenAPI 3.1 says of a request.
QJsonValue asDraft7(const QJsonValue& node)
{
    if (node.isArray()) {
        QJsonArray array;
        const QJsonArray from = node.toArray();
        for (const QJsonValue& each : from)
            array.append(asDraft7(each));
        return array;
    }
    if (!node.isObject())
        return node;
    QJsonObject object = node.toObject();
    if (object.value("readOnly"_L1).toBool())
        return QJsonObject {{u"not"_s, QJsonObject()}}; // may not be sent
    const QJsonObject properties = object.value("properties"_L1).toObject();
    QJsonArray required;
    const QJsonArray names = object.value("required"_L1).toArray();
    for (const QJsonValue& name : names) {
        if (!properties.value(name.toString()).toObject().value("readOnly"_L1).toBool())
            required.append(name);
    }
    object.remove(u"required"_s);
    if (!required.isEmpty())
        object.insert(u"required"_s, required);
    if (object.contains("dependentRequired"_L1))
        object.insert(u"dependencies"_s, object.take(u"dependentRequired"_s));
    const QStringList keys = object.keys();
    for (const QString& key : keys) {
        if (key == "enum"_L1 || key == "const"_L1 || key == "required"_L1 || key == "default"_L1
            || key == "discriminator"_L1)
            continue;
        if (key == "pattern"_L1)
            object.insert(key, ecmaPattern(object.value(key).toString()));
        else if (key == "properties"_L1)
            object.insert(key, membersAsDraft7(object.value(key).toObject()));
        else
            object.insert(key, asDraft7(object.value(key)));
    }
    // valijson looks at the format of what is no text, too, and falls.
    const QJsonValue format = object.take(u"format"_s);
    QJsonArray all = object.value("allOf"_L1).toArray();
    if (format == "date-time"_L1 || format == "date"_L1)
        all.append(QJsonObject {{u"if"_s, QJsonObject {{u"type"_s, u"string"_s}}},
            {u"then"_s, QJsonObject {{u"format"_s, format}}}});
    // Beside a reference draft 7 sees nothing else.
    const QJsonValue reference = object.take(u"$ref"_s);
    if (!reference.isUndefined())
        all.append(QJsonObject {{u"$ref"_s, reference}});
    if (!all.isEmpty())
        object.insert(u"allOf"_s, all);
    return object;
}

// The rules of parameters that have names.
bool isInWrongOrder(const QString& rule, const QJsonObject& values)
{
    if (rule == "startBeforeEnd"_L1 && values.contains("start"_L1) && values.contains("end"_L1))
        return values.value("start"_L1).toDouble() >= values.value("end"_L1).toDouble();
    const auto time = [&values](QLatin1StringView name) {
        return QDateTime::fromString(values.value(name).toString(), Qt::ISODate);
    };
    return rule == "minDateBeforeMaxDate"_L1 && time("minDate"_L1).isValid() && time("maxDate"_L1).isValid()
        && time("minDate"_L1) > time("maxDate"_L1);
}

using QtAdapter = valijson::adapters::QtJsonAdapter;

std::unique_ptr<valijson::Schema> schemaOf(QJsonObject stated, const QJsonValue& components)
{
    stated.insert(u"components"_s, QJsonObject {{u"schemas"_s, components}});
    auto schema = std::make_unique<valijson::Schema>();
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    const QJsonValue root = stated;
    parser.populateSchema(QtAdapter(root), *schema);
    return schema;
}

} // namespace

struct DocumentJudge::Described {
    struct Parameter {
        bool isRequired = false;
        std::unique_ptr<valijson::Schema> schema {};
    };
    std::map<QString, Parameter> parameters;
    std::unique_ptr<valijson::Schema> parameterRules; // null: none
    QString namedRule; // of the parameters
    bool isBodyRequired = false;
    std::unique_ptr<valijson::Schema> body; // null: takes none
    valijson::Validator validator;

    void judge(
        QStringList& lines, const QString& what, const valijson::Schema& schema, const QJsonValue& value)
    {
        const QJsonValue judged = asJudged(value);
        valijson::ValidationResults results;
        if (validator.validate(schema, QtAdapter(judged), &results))
            return;
        valijson::ValidationResults::Error error;
        while (results.popError(error)) {
            QString place = what;
            for (const std::string& part : error.context)
                place += u' ' + QString::fromStdString(part);
            lines.append(place + ": "_L1 + QString::fromStdString(error.description));
        }
    }
};

DocumentJudge::DocumentJudge(const QByteArray& document)
    : m_document(QJsonDocument::fromJson(document).object())
{
    m_components = membersAsDraft7(m_document.value("components"_L1)["schemas"_L1].toObject());
}

DocumentJudge::~DocumentJudge() = default;

QJsonObject DocumentJudge::resolved(const QJsonValue& node) const
{
    QJsonObject object = node.toObject();
    while (object.contains("$ref"_L1)) {
        QJsonValue target = m_document;
        const QStringList names = object.value("$ref"_L1).toString().mid(2).split(u'/');
        for (const QString& name : names)
            target = target.toObject().value(name);
        object = target.toObject();
    }
    return object;
}

DocumentJudge::Described& DocumentJudge::described(const QString& operationId)
{
    std::unique_ptr<Described>& known = m_described[operationId];
    if (known)
        return *known;
    known = std::make_unique<Described>();
    const QJsonObject paths = m_document.value("paths"_L1).toObject();
    for (const QJsonValue& path : paths) {
        const QJsonObject methods = path.toObject();
        for (const QJsonValue& each : methods) {
            const QJsonObject operation = each.toObject();
            if (operation.value("operationId"_L1) != operationId)
                continue;
            QJsonArray parameters = operation.value("parameters"_L1).toArray();
            const QJsonArray shared = methods.value("parameters"_L1).toArray();
            for (const QJsonValue& parameter : shared)
                parameters.append(parameter);
            for (const QJsonValue& stated : std::as_const(parameters)) {
                const QJsonObject parameter = resolved(stated);
                known->parameters[parameter.value("name"_L1).toString()] = {
                    parameter.value("required"_L1).toBool(),
                    schemaOf(asDraft7(parameter.value("schema"_L1)).toObject(), m_components)};
            }
            const QJsonObject rules = operation.value("x-parameter-rules"_L1).toObject();
            if (!rules.isEmpty())
                known->parameterRules = schemaOf(asDraft7(rules).toObject(), m_components);
            known->namedRule = rules.value("x-rule"_L1).toString();
            const QJsonObject body = resolved(operation.value("requestBody"_L1));
            known->isBodyRequired = body.value("required"_L1).toBool();
            const QJsonObject content = body.value("content"_L1).toObject();
            if (!content.isEmpty()) {
                const QJsonValue schema = content.begin()->toObject().value("schema"_L1);
                known->body = schemaOf(asDraft7(schema).toObject(), m_components);
            }
        }
    }
    return *known;
}

QStringList DocumentJudge::refusals(const QString& operationId, const Arguments& arguments)
{
    QStringList lines;
    Described& operation = described(operationId);
    for (const auto& [name, parameter] : operation.parameters) {
        const auto given = arguments.parameters.constFind(name);
        if (given != arguments.parameters.cend())
            operation.judge(lines, name, *parameter.schema, *given);
        else if (parameter.isRequired)
            lines.append(name + ": missing"_L1);
    }
    for (auto it = arguments.parameters.cbegin(); it != arguments.parameters.cend(); ++it) {
        if (operation.parameters.count(it.key()) == 0)
            lines.append(it.key() + ": unknown"_L1);
    }
    QJsonObject values;
    for (auto it = arguments.parameters.cbegin(); it != arguments.parameters.cend(); ++it)
        values.insert(it.key(), it.value());
    if (operation.parameterRules)
        operation.judge(lines, u"parameters"_s, *operation.parameterRules, values);
    if (isInWrongOrder(operation.namedRule, values))
        lines.append(u"parameters: in the wrong order"_s);
    if (!arguments.body) {
        if (operation.isBodyRequired)
            lines.append(u"body: missing"_s);
    } else if (!operation.body) {
        lines.append(u"body: takes none"_s);
    } else {
        operation.judge(lines, u"body"_s, *operation.body, *arguments.body);
    }
    return lines;
}

} // namespace Telamon
