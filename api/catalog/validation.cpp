// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/validation.h"

#include "api/catalog/jsonpointer.h"
#include "api/catalog/operation.h"
#include "api/catalog/validator.h"
#include "api/http/wirerequest.h"

#include <QJsonObject>

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

class ArgumentCheck {
    Q_DECLARE_TR_FUNCTIONS(Validation)

public:
    ArgumentCheck(const Operation& operation, const Arguments& arguments,
        Validator::Advice advice = Validator::Advice::Left)
        : m_operation(operation), m_arguments(arguments), m_validator(Validator::Purpose::Request, advice)
    {
    }

    Violations advice()
    {
        run();
        return m_validator.takeAdvice();
    }
    Violations run()
    {
        for (const Parameter& parameter : m_operation.parameters)
            checkParameter(parameter);
        for (auto it = m_arguments.parameters.cbegin(); it != m_arguments.parameters.cend(); ++it) {
            if (m_operation.parameter(it.key()) == nullptr)
                m_validator.add(
                    pointerTo(it.key()), u"unknown"_s, tr("is not a parameter of this operation"));
        }
        checkParameterRules();
        checkBody();
        return m_validator.takeViolations();
    }

private:
    static QString pointerTo(const QString& name) { return "/parameters/"_L1 + escapedPointerToken(name); }

    void checkParameter(const Parameter& parameter)
    {
        const QString pointer = pointerTo(parameter.name);
        const auto given = m_arguments.parameters.constFind(parameter.name);
        const bool isGiven = given != m_arguments.parameters.cend() && !given->isUndefined();
        if (!isGiven) {
            if (parameter.isRequired)
                m_validator.add(pointer, u"required"_s, tr("is required"));
            return;
        }
        if (parameter.schema != nullptr)
            m_validator.check(*parameter.schema, *given, pointer);
        m_validator.checkNamedRules(parameter.namedRules, *given, pointer);
        checkAddressPart(parameter, *given, pointer);
    }

    // What no address may carry, whatever the schema says (api/http/wirerequest.h).
    void checkAddressPart(const Parameter& parameter, const QJsonValue& value, const QString& pointer)
    {
        const QString text = value.toString();
        const bool hasControls = std::any_of(text.begin(), text.end(), [](QChar c) {
            return c.category() == QChar::Other_Control || c == QChar::LineSeparator
                || c == QChar::ParagraphSeparator;
        });
        if (hasControls)
            m_validator.add(pointer, u"address"_s, tr("must not have control characters"));
        if (parameter.in != Parameter::In::Path || !value.isString())
            return;
        if (text.isEmpty())
            m_validator.add(pointer, u"address"_s, tr("must not be empty"));
        else if (text == "."_L1 || text == ".."_L1)
            m_validator.add(pointer, u"address"_s, tr("cannot be a dot or two: they mean another place"));
    }

    void checkParameterRules()
    {
        if (m_operation.parameterRules == nullptr)
            return;
        QJsonObject values;
        for (auto it = m_arguments.parameters.cbegin(); it != m_arguments.parameters.cend(); ++it) {
            if (!it->isUndefined())
                values.insert(it.key(), it.value());
        }
        m_validator.check(*m_operation.parameterRules, values, u"/parameters"_s);
    }

    void checkBody()
    {
        const bool isGiven = m_arguments.body && !m_arguments.body->isUndefined();
        if (!isGiven) {
            if (m_operation.isRequestRequired)
                m_validator.add(u"/body"_s, u"required"_s, tr("is required"));
        } else if (m_operation.requestSchema == nullptr) {
            m_validator.add(u"/body"_s, u"unknown"_s, tr("this operation takes no body"));
        } else {
            m_validator.check(*m_operation.requestSchema, *m_arguments.body, u"/body"_s);
        }
    }

    const Operation& m_operation;
    const Arguments& m_arguments;
    Validator m_validator;
};

} // namespace

Violations validate(const Schema& schema, const QJsonValue& value, const QString& pointer)
{
    Validator validator(Validator::Purpose::Any);
    validator.check(schema, value, pointer);
    return validator.takeViolations();
}

Violations validate(const Operation& operation, const Arguments& arguments)
{
    return ArgumentCheck(operation, arguments).run();
}

Violations adviceOn(const Operation& operation, const Arguments& arguments)
{
    return ArgumentCheck(operation, arguments, Validator::Advice::Collected).advice();
}

} // namespace Telamon
