// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/wirerequest.h"

#include <QJsonObject>
#include <QStringList>

#include <map>
#include <memory>

namespace Telamon {

// A second reading of the catalog's document, to judge what forms and sandbox make of it: bodies and each
// parameter's value by valijson, which parameters there are and have to be by a check of its own. It knows
// nothing of the rules that x-rule names, nor of formats other than dates.
class DocumentJudge {
public:
    explicit DocumentJudge(const QByteArray& document);
    ~DocumentJudge();

    // What is wrong, a line each; empty where nothing is.
    QStringList refusals(const QString& operationId, const Arguments& arguments);
    bool accepts(const QString& operationId, const Arguments& arguments)
    {
        return refusals(operationId, arguments).isEmpty();
    }

private:
    struct Described;
    Described& described(const QString& operationId);
    QJsonObject resolved(const QJsonValue& node) const; // behind its references

    QJsonObject m_document;
    QJsonValue m_components;
    std::map<QString, std::unique_ptr<Described>> m_described;
};

} // namespace Telamon
