// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/schema.h"
#include "api/catalog/writedescription.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace Telamon {

struct Parameter {
    enum class In { Path, Query };
    QString name;
    In in = In::Query;
    bool isRequired = false;
    bool isWireOption =
        false; // envelope, pretty, includeCount, pageNum, itemsPerPage: pages set them, forms hide them
    QString description;
    const Schema* schema = nullptr;
    QStringList namedRules; // x-rule beside the parameter's schema
    QString picker; // x-picker: the list that its values are picked from
};

struct ResponseDescription {
    int status = 0; // 0: "default"
    QByteArray mediaType;
    const Schema* schema = nullptr; // null: no body
    QString description;
};

// One method and path template of the API. Owned by its Catalog and immutable.
struct Operation {
    // How much a person has to confirm. An operation without x-class counts as destructive.
    enum class WriteClass { Read, Harmless, Disruptive, Destructive };

    QString id; // operationId
    QByteArray method; // upper case
    QString path; // template: "/api/atlas/v2/groups/{groupId}"
    QString tag;
    QString title; // summary
    QString description;
    std::vector<Parameter> parameters;
    const Schema* parameterRules = nullptr; // of the object of all parameter values; null: none
    const Schema* requestSchema = nullptr;
    bool isRequestRequired = false;
    QByteArray version; // "2023-01-01"; empty for a document without versions
    QByteArray contentType; // of the request; empty where there is no body
    QByteArray accept;
    std::vector<ResponseDescription> responses;
    QStringList roles; // any one of them is enough
    bool isDeprecated = false;
    QDate sunset;
    WriteClass writeClass = WriteClass::Destructive;
    bool isClassified = false; // x-class was given
    QString confirmPointer; // "/parameters/…" or "/body/…": whose value a person types
    QList<WriteWarning> warnings; // for the review
    std::optional<StateRead> state;
    std::optional<FollowUp> followUp;
    std::optional<UndoDescription> undo;
    std::optional<Lockout> lockout;

    bool isRead() const { return method == "GET" || method == "HEAD"; }
    const Parameter* parameter(QStringView name) const;
    // The schema of the first 2xx answer with a body, or null.
    const Schema* answerSchema() const;
};

} // namespace Telamon
