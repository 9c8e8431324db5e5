// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fieldcontext.h"

#include "api/catalog/jsonpointer.h"
#include "api/records/plaintext.h"
#include "models/forms/formmodel.h"

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr qsizetype longestCaption = 80;

const Parameter* parameterAt(const FormModel& model, const QString& pointer)
{
    const QStringList tokens = pointerTokens(pointer);
    return tokens.size() == 2 && tokens.first() == "parameters"_L1
        ? model.operation().parameter(tokens.last())
        : nullptr;
}

} // namespace

bool FieldChange::touches(const QString& place) const
{
    return isInside(place, pointer) || isInside(pointer, place);
}

QString fieldPicker(const FormModel& model, const QString& pointer)
{
    const Parameter* parameter = parameterAt(model, pointer);
    if (parameter && !parameter->picker.isEmpty())
        return parameter->picker;
    const Schema* schema = model.schema(pointer);
    return schema ? schema->picker : QString();
}

QString fieldLabel(const FormModel& model, const QString& pointer)
{
    const Schema* schema = model.schema(pointer);
    if (schema && !schema->title.isEmpty())
        return visibleText(schema->title, longestCaption);
    const QStringList tokens = pointerTokens(pointer);
    // While the kind is not chosen, any kind's name for it does.
    const QString parent = parentPointer(pointer);
    const QList<const Schema*> variants = parent.isEmpty() ? QList<const Schema*>() : model.variants(parent);
    for (const Schema* variant : variants) {
        const Schema* property = variant->property(tokens.constLast());
        if (property && !property->title.isEmpty())
            return visibleText(property->title, longestCaption);
    }
    bool isIndex = false;
    const qlonglong index = tokens.isEmpty() ? 0 : tokens.last().toLongLong(&isIndex);
    if (isIndex && model.value(parentPointer(pointer)).isArray())
        return QStringLiteral("%1 %2").arg(
            fieldLabel(model, parentPointer(pointer)), QString::number(index + 1));
    return tokens.isEmpty() ? QString() : visibleText(tokens.last(), longestCaption);
}

QString fieldDescription(const FormModel& model, const QString& pointer)
{
    const Parameter* parameter = parameterAt(model, pointer);
    if (parameter && !parameter->description.isEmpty())
        return visibleText(parameter->description);
    const Schema* schema = model.schema(pointer);
    return schema ? visibleText(schema->description) : QString();
}

QString sentenceText(const QString& text)
{
    QString sentence = visibleText(text);
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence;
}

QString captionText(const QString& text)
{
    return visibleText(text, longestCaption).replace(u'&', "&&"_L1);
}

} // namespace Telamon
