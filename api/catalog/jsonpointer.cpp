// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/jsonpointer.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

// The index that a token names, or -1.
qsizetype indexOf(const QString& token)
{
    bool isNumber = false;
    const qlonglong index = token.toLongLong(&isNumber);
    return isNumber && index >= 0 ? qsizetype(index) : -1;
}

QJsonValue member(const QJsonValue& parent, const QString& token)
{
    if (!parent.isArray())
        return parent.toObject().value(token);
    const qsizetype index = indexOf(token);
    return index < 0 ? QJsonValue(QJsonValue::Undefined) : parent.toArray().at(index);
}

QJsonValue withMember(const QJsonValue& parent, const QString& token, const QJsonValue& value)
{
    if (parent.isArray()) {
        QJsonArray array = parent.toArray();
        const qsizetype index = indexOf(token);
        if (index < 0 || index > array.size())
            return parent;
        if (index == array.size()) {
            if (!value.isUndefined())
                array.append(value);
        } else if (value.isUndefined()) {
            array.removeAt(index);
        } else {
            array.replace(index, value);
        }
        return array;
    }
    if (!parent.isObject() && !parent.isUndefined() && !parent.isNull())
        return parent;
    QJsonObject object = parent.toObject();
    if (value.isUndefined())
        object.remove(token);
    else
        object.insert(token, value);
    return object;
}

QJsonValue withValue(const QJsonValue& root, const QStringList& tokens, qsizetype at, const QJsonValue& value)
{
    if (at == tokens.size())
        return value;
    const QJsonValue child = member(root, tokens.at(at));
    if (value.isUndefined() && child.isUndefined())
        return root;
    return withMember(root, tokens.at(at), withValue(child, tokens, at + 1, value));
}

} // namespace

QString escapedPointerToken(QStringView token)
{
    QString text = token.toString();
    return text.replace(u"~"_s, u"~0"_s).replace(u"/"_s, u"~1"_s);
}

QString childPointer(const QString& pointer, QStringView name)
{
    return pointer + u'/' + escapedPointerToken(name);
}

QString childPointer(const QString& pointer, qsizetype index)
{
    return pointer + u'/' + QString::number(index);
}

QStringList pointerTokens(const QString& pointer)
{
    if (!pointer.startsWith(u'/'))
        return {};
    QStringList tokens = pointer.mid(1).split(u'/');
    for (QString& token : tokens)
        token.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
    return tokens;
}

QString parentPointer(const QString& pointer)
{
    const qsizetype last = pointer.lastIndexOf(u'/');
    return last > 0 ? pointer.left(last) : QString();
}

bool isInside(const QString& pointer, const QString& ancestor)
{
    return pointer.startsWith(ancestor)
        && (pointer.size() == ancestor.size() || pointer.at(ancestor.size()) == u'/');
}

QJsonValue valueAt(const QJsonValue& root, const QString& pointer)
{
    QJsonValue value = root;
    const QStringList tokens = pointerTokens(pointer);
    for (const QString& token : tokens)
        value = member(value, token);
    return value;
}

QJsonValue withValueAt(const QJsonValue& root, const QString& pointer, const QJsonValue& value)
{
    return withValue(root, pointerTokens(pointer), 0, value);
}

} // namespace Telamon
