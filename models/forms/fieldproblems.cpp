// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/fieldproblems.h"

#include "api/catalog/jsonpointer.h"
#include "api/http/problem.h"

#include <QRegularExpression>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

// "/a/0/b", "a.b", "a[0].b", "$.a" and "body.a" as names.
QStringList namesIn(const QString& field)
{
    if (field.startsWith(u'/'))
        return pointerTokens(field);
    static const QRegularExpression separators(u"[.\\[\\]]+"_s);
    QStringList names = field.split(separators, Qt::SkipEmptyParts);
    if (names.value(0) == "$"_L1)
        names.removeFirst();
    return names;
}

bool isThere(const FormShape& shape, const QString& pointer)
{
    return shape.schema(pointer) != nullptr || !valueAt(shape.use(), pointer).isUndefined();
}

// As far as the names lead to something; empty where not even the first does.
QString followed(const FormShape& shape, const QString& root, const QStringList& names)
{
    QString reached;
    QString pointer = root;
    for (const QString& name : names) {
        pointer = childPointer(pointer, name);
        if (!isThere(shape, pointer))
            break;
        reached = pointer;
    }
    return reached;
}

// Places inside with a field of that name, as far as they are shown.
void collectNamed(
    QStringList& found, const FormShape& shape, const QString& pointer, const QString& name, int depth)
{
    constexpr int maxDepth = 8;
    if (depth == maxDepth)
        return;
    const QStringList fields = shape.fields(pointer);
    for (const QString& field : fields) {
        const QString child = childPointer(pointer, field);
        if (field == name)
            found.append(child);
        const QJsonValue value = valueAt(shape.use(), child);
        if (value.isObject() || (value.isUndefined() && depth == 0))
            collectNamed(found, shape, child, name, depth + 1);
        for (qsizetype i = 0; i < value.toArray().size(); ++i)
            collectNamed(found, shape, childPointer(child, i), name, depth + 1);
    }
}

QString pointerOf(const FormShape& shape, const QString& field)
{
    QStringList names = namesIn(field);
    if (names.isEmpty())
        return {};
    if (names.size() > 1 && names.first() == "parameters"_L1)
        return followed(shape, u"/parameters"_s, names.mid(1));
    QString pointer = followed(shape, u"/body"_s, names);
    if (pointer.isEmpty() && names.first() == "body"_L1)
        pointer = names.size() == 1 ? u"/body"_s : followed(shape, u"/body"_s, names.mid(1));
    if (pointer.isEmpty() && names.size() == 1)
        pointer = followed(shape, u"/parameters"_s, names);
    if (!pointer.isEmpty())
        return pointer;
    QStringList named;
    collectNamed(named, shape, u"/body"_s, names.last(), 0);
    return named.size() == 1 ? named.first() : QString();
}

} // namespace

Violations fieldViolations(const FormShape& shape, const Problem& problem)
{
    Violations violations;
    for (const FieldProblem& field : problem.fields) {
        const QString pointer = pointerOf(shape, field.field);
        if (!pointer.isEmpty())
            violations.append({pointer, u"service"_s, field.description, true});
        else
            violations.append({u"/body"_s, u"service"_s, field.field + u": "_s + field.description, true});
    }
    return violations;
}

} // namespace Telamon
