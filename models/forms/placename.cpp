// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/placename.h"

#include "api/catalog/jsonpointer.h"
#include "api/records/plaintext.h"

#include <QStringList>

namespace Telamon {

using namespace Qt::StringLiterals;

QString jsonName(const QJsonValue& use, const QString& pointer)
{
    const QString body = u"/body"_s;
    return jsonNameInside(use, pointer, isInside(pointer, body) && pointer != body ? body : QString());
}

QString jsonNameInside(const QJsonValue& use, const QString& pointer, const QString& around)
{
    QString name;
    QString at = around;
    const QStringList inside = pointerTokens(pointer).mid(pointerTokens(around).size());
    for (const QString& token : inside) {
        const bool isEntry = valueAt(use, at).isArray();
        name += isEntry ? u"[%1]"_s.arg(token) : (name.isEmpty() ? token : u'.' + token);
        at = childPointer(at, token);
    }
    return visibleText(name);
}

} // namespace Telamon
