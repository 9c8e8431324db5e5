// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/validation.h"
#include "tests/support/testcatalog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Telamon {

// A document with one operation of everything that forms have to cope with.
inline QByteArray formDocument()
{
    return R"({"openapi": "3.1.0", "components": {"schemas": {
  "Node": {"type": "object", "additionalProperties": false, "properties": {
    "kind": {"type": "string"}, "children": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Node"}}}},
  "Daily": {"type": "object", "required": ["type"], "properties": {
    "type": {"type": "string", "enum": ["DAILY"]}, "hour": {"type": "integer", "minimum": 0, "maximum": 23}, "note": {"type": "string"}}},
  "Weekly": {"type": "object", "required": ["type", "day"], "properties": {
    "type": {"type": "string", "enum": ["WEEKLY"]}, "hour": {"type": "integer", "minimum": 0, "maximum": 23},
    "day": {"type": "integer", "minimum": 1, "maximum": 7}}},
  "Thing": {"type": "object", "required": ["name"], "properties": {
    "id": {"type": "string", "readOnly": true},
    "name": {"type": "string", "minLength": 2, "maxLength": 5},
    "size": {"type": "integer", "minimum": 1},
    "big": {"type": "integer", "format": "int64"},
    "maybe": {"type": ["string", "null"]},
    "flag": {"type": "boolean"},
    "password": {"type": "string", "x-secret": true},
    "from": {"type": "integer"}, "to": {"type": "integer"},
    "mode": {"type": "string", "enum": ["EASY", "HARD"]},
    "series": {"type": "boolean", "readOnly": true},
    "schedule": {"type": "object", "required": ["type"], "properties": {"type": {"type": "string", "enum": ["DAILY", "WEEKLY"]}},
      "discriminator": {"propertyName": "type", "mapping": {"DAILY": "#/components/schemas/Daily", "WEEKLY": "#/components/schemas/Weekly"}},
      "oneOf": [{"$ref": "#/components/schemas/Daily"}, {"$ref": "#/components/schemas/Weekly"}], "x-replace": true},
    "target": {"oneOf": [
      {"title": "By name", "type": "object", "required": ["host"], "properties": {"host": {"type": "string"}, "port": {"type": "integer"}}},
      {"title": "By id", "type": "object", "required": ["hostId"], "properties": {"hostId": {"type": "string"}, "port": {"type": "integer"}}}]},
    "tags": {"type": "array", "uniqueItems": true, "items": {"type": "string"}},
    "people": {"type": "array", "items": {"type": "object", "properties": {
      "who": {"type": "string"}, "token": {"type": "string", "x-secret": true}}}},
    "limits": {"type": "object", "properties": {"low": {"type": "integer"}, "high": {"type": "integer"}}},
    "tree": {"$ref": "#/components/schemas/Node"},
    "free": {"type": "object"}},
   "dependentRequired": {"from": ["to"], "to": ["from"]},
   "allOf": [{"if": {"properties": {"mode": {"const": "HARD"}}, "required": ["mode"]},
     "then": {"required": ["reason"], "properties": {"reason": {"type": "string", "minLength": 3}}}},
    {"if": {"properties": {"series": {"const": true}}, "required": ["series"]}, "then": {"properties": {"mode": {"const": "EASY"}}}}]}
 }},
 "paths": {"/groups/{groupId}/things/{name}": {
  "parameters": [{"name": "groupId", "in": "path", "required": true, "schema": {"type": "string", "pattern": "^([a-f0-9]{24})$"}},
    {"name": "name", "in": "path", "required": true, "schema": {"type": "string"}},
    {"name": "verbose", "in": "query", "schema": {"type": "boolean"}},
    {"name": "pretty", "in": "query", "schema": {"type": "boolean"}}],
  "patch": {"operationId": "changeThing", "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
    "responses": {"200": {}}},
  "post": {"operationId": "pinThing", "requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {
    "until": {"type": "string", "format": "date-time"}}}}}}, "responses": {"200": {}}}}}})";
}

inline const Catalog& formCatalog()
{
    static const Catalog catalog = catalogFrom(Catalog::fromJson(formDocument()));
    return catalog;
}

// JSON with ' for ".
inline QJsonValue json(QByteArray text)
{
    return QJsonDocument::fromJson('[' + text.replace('\'', '"') + ']').array().at(0);
}

// "body" of a form's arguments as text; empty where there is none.
inline QByteArray textOf(const QJsonValue& value)
{
    if (value.isUndefined())
        return {};
    const QByteArray text = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return text.mid(1, text.size() - 2);
}

inline const QJsonValue unset {QJsonValue::Undefined};

inline bool has(const Violations& violations, const QString& pointer, const QString& rule)
{
    return std::any_of(violations.begin(), violations.end(),
        [&](const Violation& violation) { return violation.pointer == pointer && violation.rule == rule; });
}

} // namespace Telamon
