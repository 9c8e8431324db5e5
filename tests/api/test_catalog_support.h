// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/catalog.h"
#include "api/catalog/validation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

namespace Telamon {

using namespace Qt::StringLiterals;

// A document with one operation, POST /things, whose body and answer are `schema`. `components` are the
// members of components/schemas: "\"Pet\": {...}".
inline QByteArray documentWith(
    const QByteArray& schema, const QByteArray& components = {}, const QByteArray& version = "3.1.0")
{
    return R"({"openapi":")" + version + R"(","components":{"schemas":{)" + components
        + R"(}},"paths":{"/things":{"post":{"operationId":"makeThing","requestBody":{"required":true,"content":)"
          R"({"application/json":{"schema":)"
        + schema + R"(}}},"responses":{"200":{"content":{"application/json":{"schema":)" + schema
        + R"(}}}}}}}})";
}

inline QJsonValue jsonValue(const QByteArray& json)
{
    return QJsonDocument::fromJson('[' + json + ']').array().at(0);
}

// Each as its place and the rule that it breaks, "?" where that could not be judged.
inline QString described(const Violations& violations)
{
    QStringList lines;
    for (const Violation& violation : violations)
        lines.append(
            violation.pointer + u' ' + violation.rule + (violation.isUnchecked ? u"?"_s : QString()));
    return lines.join(u"; "_s);
}

// A catalog of one schema, kept as long as the schema is looked at.
class SchemaUnderTest {
public:
    explicit SchemaUnderTest(
        const QByteArray& schema, const QByteArray& components = {}, const QByteArray& version = "3.1.0")
        : m_catalog(Catalog::fromJson(documentWith(schema, components, version)))
    {
    }

    // Empty where the document could be used.
    QString error() const
    {
        return m_catalog ? QString() : m_catalog.error().pointer + u' ' + m_catalog.error().sentence;
    }
    const Operation& operation() const { return m_catalog.value().operation(u"makeThing"); }
    const Schema& operator*() const { return *operation().requestSchema; }
    const Schema* operator->() const { return operation().requestSchema; }

private:
    Result<Catalog, CatalogError> m_catalog;
};

} // namespace Telamon
