// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/formadvice.h"

#include "api/catalog/jsonpointer.h"
#include "api/http/wirerequest.h"
#include "models/forms/formshape.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

class NameCheck {
    Q_DECLARE_TR_FUNCTIONS(FormAdvice)

public:
    NameCheck(const FormShape& shape, const QJsonValue& body, const QJsonValue& known)
        : m_shape(shape), m_body(body), m_known(known)
    {
    }

    Violations run()
    {
        look({}, m_body, 0);
        return m_found;
    }

private:
    // `inside`: pointer into the body.
    void look(const QString& inside, const QJsonValue& value, int depth)
    {
        constexpr int deepest = 64;
        const QString pointer = u"/body"_s + inside;
        if (depth > deepest)
            return;
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i)
            look(childPointer(inside, i), items.at(i), depth + 1);
        // Which names there may be is not decided yet.
        if (!value.isObject() || (!m_shape.variants(pointer).isEmpty() && m_shape.variant(pointer) < 0))
            return;
        const bool takesAny = m_shape.takesKeys(pointer);
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString child = childPointer(inside, it.key());
            const bool isDescribed = m_shape.schema(u"/body"_s + child) != nullptr;
            if (isDescribed)
                look(child, it.value(), depth + 1);
            else if (!takesAny && valueAt(m_known, child).isUndefined())
                m_found.append({u"/body"_s + child, adviceRule(),
                    tr("the description does not know \"%1\": it is sent as it is, and the service may "
                       "refuse "
                       "it")
                        .arg(it.key()),
                    true});
        }
    }

    const FormShape& m_shape;
    const QJsonValue m_body;
    const QJsonValue m_known;
    Violations m_found;
};

} // namespace

Violations formAdvice(
    const Operation& operation, const FormShape& shape, const Arguments& sent, const QJsonValue& known)
{
    Violations advice = adviceOn(operation, sent);
    if (sent.body && operation.requestSchema != nullptr)
        advice.append(NameCheck(shape, *sent.body, known).run());
    return advice;
}

} // namespace Telamon
