// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/objectkeys.h"

#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"

namespace Telamon {

namespace {

bool isNamed(const FormModel& model, const QString& pointer, const QString& name)
{
    const Schema* schema = model.schema(pointer);
    if (schema && schema->property(name))
        return true;
    const int variant = model.variant(pointer);
    return variant >= 0 && model.variants(pointer).at(variant)->property(name);
}

QStringList partOf(const FormModel& model, const QString& pointer, bool wantsNamed)
{
    QStringList names = model.fields(pointer);
    if (!model.takesKeys(pointer))
        return wantsNamed ? names : QStringList();
    names.removeIf([&](const QString& name) { return isNamed(model, pointer, name) != wantsNamed; });
    return names;
}

} // namespace

QStringList describedFields(const FormModel& model, const QString& pointer)
{
    return partOf(model, pointer, true);
}

QStringList freeKeys(const FormModel& model, const QString& pointer)
{
    return partOf(model, pointer, false);
}

bool isFreeMember(const FormModel& model, const QString& pointer)
{
    const QStringList tokens = pointerTokens(pointer);
    return !tokens.isEmpty() && freeKeys(model, parentPointer(pointer)).contains(tokens.last());
}

} // namespace Telamon
