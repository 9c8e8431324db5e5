// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/writeloader.h"

#include "api/catalog/jsonpointer.h"

#include <array>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

using Effect = StateRead::Effect;

constexpr std::array effects = {
    std::pair {"set"_L1, Effect::Set},
    std::pair {"absent"_L1, Effect::Absent},
    std::pair {"present"_L1, Effect::Present},
    std::pair {"contains"_L1, Effect::Contains},
    std::pair {"lacks"_L1, Effect::Lacks},
    std::pair {"none"_L1, Effect::None},
};

} // namespace

void WriteLoader::read(Operation& operation, const JsonNode& node)
{
    operation.warnings = warningsOf(node);
    operation.confirmPointer = confirmationOf(operation, node);
    operation.state = stateOf(node);
    operation.followUp = followUpOf(node);
    operation.undo = undoOf(node);
    operation.lockout = lockoutOf(operation, node);
}

// A sentence, or one with the place that it speaks of.
QList<WriteWarning> WriteLoader::warningsOf(const JsonNode& node)
{
    QList<WriteWarning> warnings;
    const JsonNode* list = m_reader.array(node, "x-warnings");
    if (list == nullptr)
        return warnings;
    for (const JsonMember& member : list->children) {
        const JsonNode& each = member.value;
        WriteWarning warning {.sentence = each.isString() ? each.toString() : m_reader.text(each, "text")};
        if (each.isObject())
            warning.when = m_reader.text(each, "when");
        if (const JsonNode* value = each.isObject() ? each.find("is") : nullptr)
            warning.is = value->toJsonValue();
        if (warning.sentence.isEmpty() || (each.isObject() && !warning.when.startsWith(u'/')))
            m_reader.fail(each, tr("Must be a sentence, or an object with \"text\" and \"when\"."));
        warnings.append(warning);
    }
    return warnings;
}

// What names that which is lost: the path's last parameter, where nothing is said.
QString WriteLoader::confirmationOf(const Operation& operation, const JsonNode& node)
{
    QString name = m_reader.text(node, "x-confirm");
    if (name.startsWith("/body/"_L1)) {
        if (node.find("requestBody") == nullptr)
            m_reader.fail(*node.find("x-confirm"), tr("The operation has no body."));
        return name;
    }
    if (!name.isEmpty() && operation.parameter(name) == nullptr)
        m_reader.fail(*node.find("x-confirm"), tr("The operation has no parameter of this name."));
    if (name.isEmpty()) {
        const qsizetype open = operation.path.lastIndexOf(u'{');
        if (open < 0)
            return {};
        name = operation.path.mid(open + 1, operation.path.indexOf(u'}', open) - open - 1);
    }
    return childPointer(u"/parameters"_s, name);
}

ValueSource WriteLoader::sourceOf(const JsonNode& node)
{
    if (node.isString() && node.text.starts_with('/'))
        return {.pointer = node.toString()};
    const JsonNode* value = node.isObject() ? node.find("value") : nullptr;
    if (value == nullptr) {
        m_reader.fail(node, tr("Must be a JSON Pointer, or an object with a value."));
        return {};
    }
    return {.constant = value->toJsonValue()};
}

QMap<QString, ValueSource> WriteLoader::sourcesOf(const JsonNode& parent, std::string_view key)
{
    QMap<QString, ValueSource> sources;
    if (const JsonNode* node = m_reader.object(parent, key)) {
        for (const JsonMember& child : node->children)
            sources.insert(child.name(), sourceOf(child.value));
    }
    return sources;
}

RelatedRead WriteLoader::relatedReadOf(const JsonNode& node)
{
    RelatedRead read;
    read.operationId = m_reader.text(node, "operation");
    read.parameters = sourcesOf(node, "parameters");
    if (node.find("list") != nullptr)
        read.list = m_reader.text(node, "list");
    read.match = sourcesOf(node, "match");
    return read;
}

std::optional<StateRead> WriteLoader::stateOf(const JsonNode& node)
{
    const JsonNode* stated = m_reader.object(node, "x-state");
    if (stated == nullptr)
        return std::nullopt;
    StateRead state;
    state.read = relatedReadOf(*stated);
    state.where = m_reader.text(*stated, "where");
    state.isDoneAnew = m_reader.flag(*stated, "anew");
    if (const JsonNode* body = m_reader.object(*stated, "body")) {
        for (const JsonMember& child : body->children)
            state.body.insert(child.name(), child.value.toString());
    }
    state.lost = m_reader.texts(*stated, "lost");
    state.told = m_reader.texts(*stated, "told");
    const QString effect = m_reader.text(*stated, "effect");
    bool isKnown = false;
    for (const auto& [name, value] : effects) {
        if (effect == name) {
            state.effect = value;
            isKnown = true;
        }
    }
    if (!isKnown)
        m_reader.fail(*stated, tr("The effect must be set, absent, present, contains, lacks or none."));
    if (state.effect != Effect::None && state.read.operationId.isEmpty())
        m_reader.fail(*stated, tr("A state has an operation that reads it."));
    return state;
}

std::optional<FollowUp> WriteLoader::followUpOf(const JsonNode& node)
{
    const JsonNode* stated = m_reader.object(node, "x-follow");
    if (stated == nullptr)
        return std::nullopt;
    FollowUp follow;
    follow.read = relatedReadOf(*stated);
    follow.status = m_reader.text(*stated, "status");
    follow.done = m_reader.texts(*stated, "done");
    follow.failed = m_reader.texts(*stated, "failed");
    follow.reason = m_reader.text(*stated, "reason");
    follow.endsWhenGone = m_reader.flag(*stated, "gone");
    if (follow.read.operationId.isEmpty() || (follow.done.isEmpty() && !follow.endsWhenGone))
        m_reader.fail(*stated, tr("What is followed has an operation that reads it, and an end."));
    return follow;
}

std::optional<UndoDescription> WriteLoader::undoOf(const JsonNode& node)
{
    const JsonNode* stated = m_reader.object(node, "x-undo");
    if (stated == nullptr)
        return std::nullopt;
    UndoDescription undo;
    undo.operationId = m_reader.text(*stated, "operation");
    undo.parameters = sourcesOf(*stated, "parameters");
    const JsonNode* body = stated->find("body");
    undo.fromBefore = body != nullptr && body->isString() && body->text == "before";
    if (!undo.fromBefore)
        undo.body = sourcesOf(*stated, "body");
    if (undo.operationId.isEmpty())
        m_reader.fail(*stated, tr("An undo names its operation."));
    return undo;
}

std::optional<Lockout> WriteLoader::lockoutOf(const Operation& operation, const JsonNode& node)
{
    const JsonNode* stated = m_reader.object(node, "x-lockout");
    if (stated == nullptr)
        return std::nullopt;
    const Lockout lockout {m_reader.text(*stated, "parameter"), m_reader.text(*stated, "sentence")};
    if (!lockout.parameter.isEmpty() && operation.parameter(lockout.parameter) == nullptr)
        m_reader.fail(*stated, tr("The operation has no parameter of this name."));
    return lockout;
}

} // namespace Telamon
