// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/schema.h"
#include "api/catalog/validation.h"

#include <QCoreApplication>

namespace Telamon {

// Collects what a value breaks of a schema. Work is bounded: what would take more steps or go deeper than any
// honest schema is reported as unchecked.
class Validator {
    Q_DECLARE_TR_FUNCTIONS(Validation)

public:
    // In a request, readOnly properties are refused and not required.
    enum class Purpose { Any, Request };
    enum class Advice { Left, Collected };
    explicit Validator(Purpose purpose, Advice advice = Advice::Left)
        : m_purpose(purpose), m_collectsAdvice(advice == Advice::Collected)
    {
    }

    void check(const Schema& schema, const QJsonValue& value, const QString& pointer);
    void checkNamedRules(const QStringList& names, const QJsonValue& value, const QString& pointer);
    void add(const QString& pointer, const QString& rule, const QString& sentence);
    // Without the repetitions that merged schemas bring.
    Violations takeViolations();
    // What breaks no rule and is most likely not meant.
    Violations takeAdvice();

private:
    void checkHere(const Schema& schema, const QJsonValue& value, const QString& pointer);
    bool checkType(const Schema& schema, const QJsonValue& value, const QString& pointer);
    void checkValues(const Schema& schema, const QJsonValue& value, const QString& pointer);
    void checkNumber(const Schema& schema, double number, const QString& pointer);
    void checkText(const Schema& schema, const QString& text, const QString& pointer);
    void addPatternBroken(const Schema& schema, const QString& pointer);
    void checkArray(const Schema& schema, const QJsonArray& array, const QString& pointer);
    void checkObject(const Schema& schema, const QJsonObject& object, const QString& pointer);
    QString titleOf(const QString& name) const;
    void checkRequired(const Schema& schema, const QJsonObject& object, const QString& pointer);
    void checkUnion(const Schema& schema, const QJsonValue& value, const QString& pointer);
    void reportNoFit(const Schema& schema, const QJsonValue& value, const QString& pointer);
    void checkRules(const Schema& schema, const QJsonValue& value, const QString& pointer);
    void checkAdvice(const Schema& schema, const QJsonValue& value, const QString& pointer);
    void addUnchecked(const QString& pointer, const QString& rule, const QString& sentence);

    enum class Fit { Yes, No, Unknown };
    // What checking would add, without adding it.
    Violations tried(const Schema& schema, const QJsonValue& value, const QString& pointer);
    static Fit fitOf(const Violations& violations);

    Purpose m_purpose;
    bool m_collectsAdvice;
    Violations m_violations;
    Violations m_advice;
    std::vector<std::pair<const Schema*, QString>> m_around; // what is being checked, from the outside in
    int m_steps = 0;
};

} // namespace Telamon
