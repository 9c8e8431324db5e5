// SPDX-License-Identifier: GPL-3.0-or-later
// A file of its own: moc drops classes after a raw string.
#include "tests/ui/forms/editordocument.h"

#include "tests/support/testcatalog.h"

namespace Telamon {

namespace {

QByteArray editorDocument()
{
    return R"({"openapi": "3.1.0", "components": {"schemas": {
  "Daily": {"title": "Every day", "type": "object", "required": ["kind"], "properties": {
    "kind": {"type": "string", "enum": ["DAILY"]}, "hour": {"title": "Hour", "type": "integer"}}},
  "Weekly": {"title": "Every week", "type": "object", "required": ["kind"], "properties": {
    "kind": {"type": "string", "enum": ["WEEKLY"]}, "hour": {"title": "Hour", "type": "integer"},
    "day": {"title": "Day", "type": "integer"}}},
  "Never": {"title": "Never", "type": "object", "required": ["kind"], "properties": {
    "kind": {"type": "string", "enum": ["NEVER"]}}},
  "Thing": {"type": "object", "required": ["name"], "properties": {
    "name": {"title": "Name", "type": "string", "minLength": 3, "maxLength": 10},
    "flag": {"title": "Flag", "type": "boolean"},
    "mode": {"title": "Mode", "type": "string", "enum": ["EASY", "HARD"]},
    "hours": {"title": "Hours", "type": "integer", "enum": [6, 8, 12, 24]},
    "region": {"title": "Region", "type": "string",
      "enum": ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13"]},
    "roles": {"title": "Roles", "type": "array", "items": {"type": "string", "enum": ["OWNER", "READER", "WRITER"]}},
    "days": {"title": "Days", "type": "integer", "minimum": 7, "maximum": 9215},
    "big": {"title": "Big", "type": "integer", "format": "int64"},
    "ratio": {"title": "Ratio", "type": "number"},
    "note": {"title": "Note", "type": ["string", "null"]},
    "until": {"title": "Until", "type": "string", "format": "date-time"},
    "since": {"title": "Since", "description": "In milliseconds since 1970.", "type": "integer", "format": "int64"},
    "tags": {"title": "Tags", "type": "array", "items": {"type": "string", "maxLength": 5}},
    "people": {"title": "People", "type": "array", "items": {"type": "object", "properties": {
      "who": {"title": "Who", "type": "string"}}}},
    "limits": {"title": "Limits", "type": "object", "properties": {"low": {"title": "Low", "type": "integer"}}},
    "schedule": {"title": "Schedule", "type": "object", "required": ["kind"],
      "properties": {"kind": {"type": "string", "enum": ["DAILY", "WEEKLY", "NEVER"]}},
      "discriminator": {"propertyName": "kind", "mapping": {"DAILY": "#/components/schemas/Daily", "WEEKLY": "#/components/schemas/Weekly",
        "NEVER": "#/components/schemas/Never"}},
      "oneOf": [{"$ref": "#/components/schemas/Daily"}, {"$ref": "#/components/schemas/Weekly"},
        {"$ref": "#/components/schemas/Never"}]},
    "kept": {"title": "Kept", "type": ["boolean", "object"], "oneOf": [{"title": "All", "const": true},
      {"title": "Nothing", "const": false}, {"title": "Some", "type": "object", "required": ["include"], "properties": {
        "include": {"title": "Which", "type": "array", "items": {"type": "string"}}}}]},
    "labels": {"title": "Labels", "type": "object", "additionalProperties": {"type": "string"}},
    "free": {"title": "Free", "type": "object"},
    "steps": {"title": "Steps", "type": "array", "items": {"title": "Step", "type": "object"}},
    "password": {"title": "Password", "type": "string", "x-secret": true},
    "cluster": {"title": "Cluster", "type": "string", "x-picker": "clusters"}}}
 }},
 "paths": {"/groups/{groupId}/things": {
  "parameters": [{"name": "groupId", "in": "path", "required": true, "x-picker": "projects", "schema": {"type": "string"}},
    {"name": "verbose", "in": "query", "schema": {"type": "boolean"}},
    {"name": "pretty", "in": "query", "schema": {"type": "boolean"}}],
  "patch": {"operationId": "changeThing", "x-class": "disruptive", "requestBody": {"required": true,
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
    "responses": {"200": {}}}}}})";
}

} // namespace

const Operation& editorOperation()
{
    static const Catalog catalog = catalogFrom(Catalog::fromJson(editorDocument()));
    return catalog.operation(u"changeThing");
}

} // namespace Telamon
