// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/call/operationlist.h"

#include "api/catalog/catalog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QString nameOf(Operation::WriteClass writeClass)
{
    switch (writeClass) {
    case Operation::WriteClass::Read:
        return u"read"_s;
    case Operation::WriteClass::Harmless:
        return u"harmless"_s;
    case Operation::WriteClass::Disruptive:
        return u"disruptive"_s;
    case Operation::WriteClass::Destructive:
        break;
    }
    return u"destructive"_s;
}

} // namespace

QString operationList(const Catalog& catalog)
{
    QList<const Operation*> operations;
    qsizetype widest = 0;
    for (const auto& operation : catalog.operations()) {
        operations.append(operation.get());
        widest = std::max(widest, operation->id.size());
    }
    std::sort(operations.begin(), operations.end(),
        [](const Operation* left, const Operation* right) { return left->id < right->id; });
    QString text;
    for (const Operation* operation : std::as_const(operations))
        text += operation->id.leftJustified(widest + 2)
            + QString::fromLatin1(operation->method).leftJustified(8)
            + nameOf(operation->writeClass).leftJustified(13) + operation->title + u'\n';
    return text;
}

} // namespace Telamon
