// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fieldpath.h"

#include "api/catalog/jsonpointer.h"
#include "api/records/plaintext.h"

#include <QStringList>

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

bool isIndex(const QString& token)
{
    return !token.isEmpty()
        && std::all_of(token.cbegin(), token.cend(), [](QChar each) { return each >= u'0' && each <= u'9'; });
}

QString titleOf(const FieldStep& step)
{
    if (step.isElement)
        return QString::number(step.token.toLongLong() + 1);
    for (const Schema* schema : step.parent) {
        const Schema* property = schema->property(step.token);
        if (property && !property->title.isEmpty())
            return property->title;
    }
    return step.token;
}

} // namespace

QList<FieldStep> fieldSteps(const SchemaSet& root, const QString& pointer)
{
    QList<FieldStep> steps;
    SchemaSet stated = root;
    const QStringList tokens = pointerTokens(pointer).mid(1);
    for (const QString& token : tokens) {
        FieldStep step;
        step.token = token;
        step.parent = withSiblings(stated);
        const SchemaSet items = schemasOfItems(step.parent);
        step.isElement = isIndex(token) && !items.empty();
        step.name = step.isElement && !steps.isEmpty() ? steps.constLast().name : token;
        step.stated = step.isElement ? items : schemasOfField(step.parent, token);
        stated = step.stated;
        steps.append(step);
    }
    return steps;
}

QString fieldPath(const QList<FieldStep>& steps)
{
    QStringList names;
    for (const FieldStep& step : steps)
        names.append(visibleText(titleOf(step)));
    return names.join(u" › "_s);
}

QString rawFieldPath(const QList<FieldStep>& steps)
{
    QString path;
    for (const FieldStep& step : steps)
        path +=
            step.isElement ? u"[%1]"_s.arg(step.token) : (path.isEmpty() ? step.token : u'.' + step.token);
    return visibleText(path);
}

} // namespace Telamon
