// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fieldcontext.h"

#include "api/catalog/jsonpointer.h"
#include "api/records/plaintext.h"
#include "models/forms/formmodel.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

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

QList<const Schema*> kindsAround(const FormModel& model, const QString& pointer)
{
    const QString parent = parentPointer(pointer);
    return parent.isEmpty() ? QList<const Schema*>() : model.variants(parent);
}

// What the kinds that can be chosen around it say of it.
QStringList wordsOfKinds(const FormModel& model, const QString& pointer, QString Schema::*words)
{
    QStringList all;
    const QList<const Schema*> kinds = kindsAround(model, pointer);
    for (const Schema* kind : kinds) {
        const Schema* property = kind->property(pointerTokens(pointer).constLast());
        if (property && !(property->*words).isEmpty())
            all.append(property->*words);
    }
    all.removeDuplicates();
    return all;
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
    if (const QStringList titles = wordsOfKinds(model, pointer, &Schema::title); !titles.isEmpty())
        return visibleText(titles.first(), longestCaption);
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
    if (schema)
        return visibleText(schema->description);
    const QString parent = parentPointer(pointer);
    if (parent.isEmpty() || model.variant(parent) >= 0)
        return {};
    const QStringList descriptions = wordsOfKinds(model, pointer, &Schema::description);
    if (descriptions.size() > 1)
        return QCoreApplication::translate(
            "FieldContext", "What belongs here depends on what is chosen above.");
    return visibleText(descriptions.value(0));
}

bool isAskedFor(const FormModel& model, const QString& pointer)
{
    const QString parent = parentPointer(pointer);
    if (model.isRequired(pointer) || parent.isEmpty() || model.variant(parent) >= 0)
        return model.isRequired(pointer);
    const QString name = pointerTokens(pointer).constLast();
    const QList<const Schema*> kinds = kindsAround(model, pointer);
    return !kinds.isEmpty() && std::all_of(kinds.cbegin(), kinds.cend(), [&name](const Schema* kind) {
        return kind->required.contains(name);
    });
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
