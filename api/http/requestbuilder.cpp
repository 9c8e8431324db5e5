// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/operation.h"
#include "api/http/wirerequest.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

struct RequestBuilderText {
    Q_DECLARE_TR_FUNCTIONS(RequestBuilder)
};

Problem refused(const QString& parameter, const QString& why)
{
    return {.kind = Problem::Kind::InvalidRequest,
        .detail = why.arg(parameter),
        .fields = {{parameter, why.arg(parameter)}},
        .provablyNotRun = true};
}

bool hasControls(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator;
    });
}

// The text of one value; nothing for what has no text (null, object, array).
std::optional<QString> textOf(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: {
        const double number = value.toDouble();
        if (std::trunc(number) == number && std::abs(number) < 9.0e18)
            return QString::number(value.toInteger(static_cast<qint64>(number)));
        return QString::number(number, 'g', 17);
    }
    default:
        return std::nullopt;
    }
}

Result<QByteArray, Problem> segment(const Parameter& parameter, const QJsonValue& value)
{
    const std::optional<QString> text = textOf(value);
    if (!text || text->isEmpty())
        return refused(parameter.name, RequestBuilderText::tr("%1 needs a value."));
    if (*text == "."_L1 || *text == ".."_L1)
        return refused(parameter.name,
            RequestBuilderText::tr("%1 cannot be a dot or two: they mean another place in a path."));
    if (!text->isValidUtf16() || hasControls(*text))
        return refused(parameter.name, RequestBuilderText::tr("%1 has a control character."));
    return text->toUtf8().toPercentEncoding();
}

Result<QByteArray, Problem> queryItem(const Parameter& parameter, const QJsonValue& value)
{
    const std::optional<QString> text = textOf(value);
    if (!text)
        return refused(parameter.name, RequestBuilderText::tr("%1 is not one plain value."));
    if (!text->isValidUtf16() || hasControls(*text))
        return refused(parameter.name, RequestBuilderText::tr("%1 has a control character."));
    return QByteArray(parameter.name.toUtf8().toPercentEncoding() + '=' + text->toUtf8().toPercentEncoding());
}

Result<QByteArray, Problem> path(const Operation& operation, const Arguments& arguments)
{
    QByteArray target;
    const QString& pattern = operation.path;
    qsizetype at = 0;
    while (at < pattern.size()) {
        const qsizetype open = pattern.indexOf(u'{', at);
        target += QStringView(pattern).mid(at, open < 0 ? -1 : open - at).toUtf8();
        if (open < 0)
            break;
        const qsizetype close = pattern.indexOf(u'}', open);
        const QString name = pattern.mid(open + 1, close - open - 1);
        const Parameter* parameter = operation.parameter(name);
        if (close < 0 || parameter == nullptr)
            return refused(
                name, RequestBuilderText::tr("The path names %1, which the operation does not have."));
        const Result<QByteArray, Problem> encoded = segment(*parameter, arguments.parameters.value(name));
        if (!encoded)
            return encoded.error();
        target += encoded.value();
        at = close + 1;
    }
    return target;
}

Result<QByteArray, Problem> query(const Operation& operation, const Arguments& arguments)
{
    QByteArrayList items;
    for (const Parameter& parameter : operation.parameters) {
        if (parameter.in != Parameter::In::Query)
            continue;
        const QJsonValue value = arguments.parameters.value(parameter.name, QJsonValue::Undefined);
        if (value.isUndefined() || value.isNull()) {
            if (parameter.isRequired)
                return refused(parameter.name, RequestBuilderText::tr("%1 needs a value."));
            continue;
        }
        const QJsonArray values = value.isArray() ? value.toArray() : QJsonArray {value};
        if (parameter.isRequired && values.isEmpty())
            return refused(parameter.name, RequestBuilderText::tr("%1 needs a value."));
        for (const QJsonValue& one : values) {
            Result<QByteArray, Problem> item = queryItem(parameter, one);
            if (!item)
                return item;
            items.append(item.value());
        }
    }
    return items.isEmpty() ? QByteArray() : QByteArray('?' + items.join('&'));
}

// A body as JSON; a bare text, number or null is JSON too, but no document of Qt's.
QByteArray json(const QJsonValue& value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    const QByteArray wrapped = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return wrapped.mid(1, wrapped.size() - 2);
}

} // namespace

Result<WireRequest, Problem> buildRequest(const Operation& operation, const Arguments& arguments)
{
    for (auto it = arguments.parameters.keyBegin(); it != arguments.parameters.keyEnd(); ++it) {
        if (operation.parameter(*it) == nullptr)
            return refused(*it, RequestBuilderText::tr("The operation has no parameter %1."));
    }
    const Result<QByteArray, Problem> encodedPath = path(operation, arguments);
    if (!encodedPath)
        return encodedPath.error();
    const Result<QByteArray, Problem> encodedQuery = query(operation, arguments);
    if (!encodedQuery)
        return encodedQuery.error();

    WireRequest request;
    request.method = operation.method;
    request.target = encodedPath.value() + encodedQuery.value();
    request.accept = operation.accept;
    if (!request.target.startsWith('/') || request.target.startsWith("//"))
        return refused(
            operation.path, RequestBuilderText::tr("The path %1 does not begin with exactly one slash."));
    if (arguments.body && request.isRead())
        return refused(operation.id, RequestBuilderText::tr("%1 reads, and takes no body."));
    if (!arguments.body && operation.isRequestRequired)
        return refused(operation.id, RequestBuilderText::tr("%1 needs a body."));
    if (arguments.body) {
        request.body = json(*arguments.body);
        request.contentType =
            operation.contentType.isEmpty() ? QByteArray("application/json") : operation.contentType;
    }
    return request;
}

} // namespace Telamon
