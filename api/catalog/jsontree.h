// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QJsonValue>
#include <QString>

#include <memory>
#include <string_view>
#include <vector>

namespace Telamon {

struct JsonMember;

// One value of a parsed document. Members keep the document's order, which QJsonObject does not. Texts are
// views into the tree that owns the node.
struct JsonNode {
    enum class Kind { Null, Boolean, Number, String, Array, Object };

    Kind kind = Kind::Null;
    bool boolean = false;
    bool isInteger = false; // then integer holds the number exactly
    qint64 integer = 0;
    double number = 0;
    std::string_view text;
    std::vector<JsonMember> children; // of an array (without keys) or an object

    bool isObject() const { return kind == Kind::Object; }
    bool isArray() const { return kind == Kind::Array; }
    bool isString() const { return kind == Kind::String; }
    const JsonNode* find(std::string_view key) const; // null where there is none
    QString toString() const { return QString::fromUtf8(text.data(), qsizetype(text.size())); }
    QJsonValue toJsonValue() const;
};

struct JsonMember {
    std::string_view key;
    JsonNode value;
    QString name() const { return QString::fromUtf8(key.data(), qsizetype(key.size())); }
};

// A parsed JSON document of limited size and depth. Immutable; its nodes never move.
class JsonTree {
    Q_DECLARE_TR_FUNCTIONS(JsonTree)

public:
    static Result<JsonTree, QString> parse(const QByteArray& json);

    JsonTree(JsonTree&&) noexcept;
    JsonTree& operator=(JsonTree&&) noexcept;
    ~JsonTree();

    const JsonNode& root() const;
    // The value at a JSON Pointer, or null.
    const JsonNode* at(const QByteArray& pointer) const;
    // The JSON Pointer of a node of this tree. Walks the whole tree: for error messages.
    QString pointerTo(const JsonNode& node) const;

private:
    class Private;
    explicit JsonTree(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace Telamon
