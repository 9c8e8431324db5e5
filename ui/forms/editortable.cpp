// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/editortable.h"

#include "models/forms/formmodel.h"
#include "ui/forms/booleaneditor.h"
#include "ui/forms/checklisteditor.h"
#include "ui/forms/choiceeditor.h"
#include "ui/forms/fixededitor.h"
#include "ui/forms/groupeditor.h"
#include "ui/forms/jsoneditor.h"
#include "ui/forms/lineseditor.h"
#include "ui/forms/mapeditor.h"
#include "ui/forms/numbereditor.h"
#include "ui/forms/pickeditor.h"
#include "ui/forms/rowseditor.h"
#include "ui/forms/secreteditor.h"
#include "ui/forms/texteditor.h"
#include "ui/forms/timeeditor.h"
#include "ui/forms/varianteditor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

struct At {
    const FormModel& model;
    const QString& pointer;
    const Schema& schema;

    bool is(Schema::Types types) const { return schema.types == types; }
};

bool isText(const Schema& schema)
{
    return schema.types == Schema::Type::String;
}

// Members that may be anything are written as one text.
bool saysSomething(const Schema* schema)
{
    return schema
        && (schema->types || schema->unionKind != Schema::Union::None || !schema->properties.empty());
}

bool hasValues(const QList<const Schema*>& variants)
{
    return std::any_of(variants.cbegin(), variants.cend(),
        [](const Schema* variant) { return variant->constant.has_value(); });
}

struct EditorEntry {
    EditorKind kind;
    bool (*fits)(const At& at);
    FieldEditor* (*make)(const FieldContext& context, const QString& pointer, QWidget* parent);
    bool isOfUnion = false; // edits the choice of a variant, not what it holds
};

template <typename Editor>
FieldEditor* make(const FieldContext& context, const QString& pointer, QWidget* parent)
{
    return new Editor(context, pointer, parent);
}

// From schema to editor; the first that fits.
constexpr EditorEntry table[] = {
    {EditorKind::Fixed, [](const At& at) { return at.model.isFixed(at.pointer); }, make<FixedEditor>},
    {EditorKind::Variant, [](const At& at) { return hasValues(at.model.variants(at.pointer)); },
        make<VariantEditor>, true},
    {EditorKind::Group, [](const At& at) { return !at.model.variants(at.pointer).isEmpty(); },
        make<GroupEditor>, true},
    {EditorKind::Secret, [](const At& at) { return at.schema.isSecret && isText(at.schema); },
        make<SecretEditor>},
    {EditorKind::Boolean, [](const At& at) { return at.is(Schema::Type::Boolean); }, make<BooleanEditor>},
    {EditorKind::Choice, [](const At& at) { return !at.schema.enumValues.isEmpty(); }, make<ChoiceEditor>},
    {EditorKind::CheckList,
        [](const At& at) {
            return at.is(Schema::Type::Array) && at.schema.items && !at.schema.items->enumValues.isEmpty();
        },
        make<CheckListEditor>},
    {EditorKind::EpochTime,
        [](const At& at) {
            return at.is(Schema::Type::Integer)
                && isEpochTime(at.schema, fieldDescription(at.model, at.pointer));
        },
        make<EpochTimeEditor>},
    {EditorKind::Time, [](const At& at) { return isText(at.schema) && at.schema.format == "date-time"_L1; },
        make<TimeEditor>},
    {EditorKind::Number,
        [](const At& at) { return at.is(Schema::Type::Integer) || at.is(Schema::Type::Number); },
        make<NumberEditor>},
    {EditorKind::Picked,
        [](const At& at) { return isText(at.schema) && !fieldPicker(at.model, at.pointer).isEmpty(); },
        make<PickEditor>},
    {EditorKind::Text, [](const At& at) { return isText(at.schema); }, make<TextEditor>},
    {EditorKind::Lines,
        [](const At& at) {
            return at.is(Schema::Type::Array) && at.schema.items && isText(*at.schema.items)
                && !at.schema.items->isSecret;
        },
        make<LinesEditor>},
    {EditorKind::Rows, [](const At& at) { return at.is(Schema::Type::Array) && at.schema.items; },
        make<RowsEditor>},
    {EditorKind::Group,
        [](const At& at) { return at.is(Schema::Type::Object) && !at.schema.properties.empty(); },
        make<GroupEditor>},
    {EditorKind::Map,
        [](const At& at) {
            return at.is(Schema::Type::Object) && saysSomething(at.schema.additionalProperties);
        },
        make<MapEditor>},
    {EditorKind::Json, [](const At&) { return true; }, make<JsonEditor>},
};

EditorKind firstFit(const FormModel& model, const QString& pointer, bool looksAtUnion)
{
    static const Schema anything;
    const Schema* schema = model.schema(pointer);
    const At at {model, pointer, schema ? *schema : anything};
    const auto* found = std::find_if(std::begin(table), std::end(table),
        [&](const EditorEntry& entry) { return (looksAtUnion || !entry.isOfUnion) && entry.fits(at); });
    return found->kind; // the last one fits always
}

} // namespace

EditorKind editorKindAt(const FormModel& model, const QString& pointer)
{
    return firstFit(model, pointer, true);
}

EditorKind plainEditorKindAt(const FormModel& model, const QString& pointer)
{
    return firstFit(model, pointer, false);
}

FieldEditor* makeEditor(EditorKind kind, const FieldContext& context, const QString& pointer, QWidget* parent)
{
    const auto* found = std::find_if(
        std::begin(table), std::end(table), [kind](const EditorEntry& entry) { return entry.kind == kind; });
    return found->make(context, pointer, parent);
}

} // namespace Telamon
