// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/changejson.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array verdicts = {
    std::pair {Change::Verdict::Sent, "sent"_L1},
    std::pair {Change::Verdict::Done, "done"_L1},
    std::pair {Change::Verdict::AsProposed, "asProposed"_L1},
    std::pair {Change::Verdict::Refused, "refused"_L1},
    std::pair {Change::Verdict::NotSent, "notSent"_L1},
    std::pair {Change::Verdict::Unknown, "unknown"_L1},
};

constexpr std::array progresses = {
    std::pair {Change::Progress::None, ""_L1},
    std::pair {Change::Progress::Following, "following"_L1},
    std::pair {Change::Progress::Finished, "finished"_L1},
    std::pair {Change::Progress::Failed, "failed"_L1},
};

constexpr std::array kinds = {
    std::pair {Problem::Kind::Service, "service"_L1},
    std::pair {Problem::Kind::HostNotFound, "hostNotFound"_L1},
    std::pair {Problem::Kind::Refused, "refused"_L1},
    std::pair {Problem::Kind::Proxy, "proxy"_L1},
    std::pair {Problem::Kind::Tls, "tls"_L1},
    std::pair {Problem::Kind::ConnectTimeout, "connectTimeout"_L1},
    std::pair {Problem::Kind::Silence, "silence"_L1},
    std::pair {Problem::Kind::AttemptTimeout, "attemptTimeout"_L1},
    std::pair {Problem::Kind::Closed, "closed"_L1},
    std::pair {Problem::Kind::TooLarge, "tooLarge"_L1},
    std::pair {Problem::Kind::Redirect, "redirect"_L1},
    std::pair {Problem::Kind::Malformed, "malformed"_L1},
    std::pair {Problem::Kind::Credentials, "credentials"_L1},
    std::pair {Problem::Kind::InvalidRequest, "invalidRequest"_L1},
    std::pair {Problem::Kind::ReadOnly, "readOnly"_L1},
    std::pair {Problem::Kind::Cancelled, "cancelled"_L1},
    std::pair {Problem::Kind::Network, "network"_L1},
};

template <typename Names, typename Value> QString nameIn(const Names& names, Value value)
{
    for (const auto& [each, name] : names) {
        if (each == value)
            return name;
    }
    return {};
}

template <typename Names, typename Value>
Value valueIn(const Names& names, const QString& name, Value otherwise)
{
    for (const auto& [each, text] : names) {
        if (text == name)
            return each;
    }
    return otherwise;
}

QString text(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime time(const QJsonValue& value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

void insertIfAny(QJsonObject& json, const QString& name, const QJsonValue& value)
{
    const bool isEmpty = value.isUndefined() || (value.isString() && value.toString().isEmpty())
        || (value.isObject() && value.toObject().isEmpty());
    if (!isEmpty)
        json.insert(name, value);
}

// A state or an answer may be "" or {}, and that is not nothing.
void insertIfDefined(QJsonObject& json, const QString& name, const QJsonValue& value)
{
    if (!value.isUndefined())
        json.insert(name, value);
}

} // namespace

QString nameOf(Change::Verdict verdict)
{
    return nameIn(verdicts, verdict);
}

QString nameOf(Change::Progress progress)
{
    return nameIn(progresses, progress);
}

Change::Verdict verdictNamed(const QString& name)
{
    return valueIn(verdicts, name, Change::Verdict::Unknown);
}

Change::Progress progressNamed(const QString& name)
{
    return valueIn(progresses, name, Change::Progress::None);
}

QJsonObject toJson(const Change& change)
{
    QJsonArray attempts;
    for (const ChangeAttempt& attempt : change.attempts) {
        QJsonObject json {{u"at"_s, text(attempt.at)}, {u"status"_s, attempt.status}};
        insertIfAny(json, u"sentence"_s, attempt.sentence);
        attempts.append(json);
    }
    QJsonObject json {
        {u"operationId"_s, change.operationId},
        {u"title"_s, change.title},
        {u"profileName"_s, change.profileName},
        {u"origin"_s, change.origin},
        {u"arguments"_s, change.arguments},
        {u"method"_s, QString::fromLatin1(change.method)},
        {u"target"_s, QString::fromLatin1(change.target)},
        {u"status"_s, change.status},
        {u"createdAt"_s, text(change.createdAt)},
        {u"attempts"_s, attempts},
    };
    if (!change.where.isEmpty())
        json.insert(u"where"_s, QJsonArray::fromStringList(change.where));
    insertIfDefined(json, u"before"_s, change.before);
    insertIfDefined(json, u"proposed"_s, change.proposed);
    insertIfDefined(json, u"answer"_s, change.answer);
    insertIfAny(json, u"sentence"_s, change.sentence);
    insertIfAny(json, u"problem"_s, change.problem);
    insertIfAny(json, u"endedAt"_s, text(change.endedAt));
    insertIfAny(json, u"progressText"_s, change.progressText);
    insertIfAny(json, u"undoOf"_s, change.undoOf);
    return json;
}

Change changeFromJson(const QJsonObject& json)
{
    Change change;
    change.operationId = json.value("operationId"_L1).toString();
    change.title = json.value("title"_L1).toString();
    change.profileName = json.value("profileName"_L1).toString();
    change.origin = json.value("origin"_L1).toString();
    change.where = json.value("where"_L1).toVariant().toStringList();
    change.arguments = json.value("arguments"_L1).toObject();
    change.method = json.value("method"_L1).toString().toLatin1();
    change.target = json.value("target"_L1).toString().toLatin1();
    change.status = json.value("status"_L1).toInt();
    change.createdAt = time(json.value("createdAt"_L1));
    change.endedAt = time(json.value("endedAt"_L1));
    change.before = json.value("before"_L1);
    change.proposed = json.value("proposed"_L1);
    change.answer = json.value("answer"_L1);
    change.sentence = json.value("sentence"_L1).toString();
    change.problem = json.value("problem"_L1).toObject();
    change.progressText = json.value("progressText"_L1).toString();
    change.undoOf = json.value("undoOf"_L1).toString();
    const QJsonArray attempts = json.value("attempts"_L1).toArray();
    for (const QJsonValue& attempt : attempts) {
        change.attempts.append(
            {time(attempt["at"_L1]), attempt["status"_L1].toInt(), attempt["sentence"_L1].toString()});
    }
    return change;
}

QJsonObject toJson(const Problem& problem)
{
    QJsonArray fields;
    for (const FieldProblem& field : problem.fields)
        fields.append(QJsonObject {{u"field"_s, field.field}, {u"description"_s, field.description}});
    QJsonObject json {
        {u"kind"_s, nameIn(kinds, problem.kind)},
        {u"status"_s, problem.status},
        {u"parameters"_s, QJsonArray::fromStringList(problem.parameters)},
        {u"fields"_s, fields},
        {u"provablyNotRun"_s, problem.provablyNotRun},
    };
    insertIfAny(json, u"code"_s, problem.code);
    insertIfAny(json, u"reason"_s, problem.reason);
    insertIfAny(json, u"detail"_s, problem.detail);
    if (problem.retryAfter)
        json.insert(u"retryAfter"_s, qint64(problem.retryAfter->count()));
    return json;
}

Problem problemFromJson(const QJsonObject& json)
{
    Problem problem;
    problem.kind = valueIn(kinds, json.value("kind"_L1).toString(), Problem::Kind::Network);
    problem.status = json.value("status"_L1).toInt();
    problem.code = json.value("code"_L1).toString();
    problem.reason = json.value("reason"_L1).toString();
    problem.detail = json.value("detail"_L1).toString();
    problem.provablyNotRun = json.value("provablyNotRun"_L1).toBool();
    const QJsonArray parameters = json.value("parameters"_L1).toArray();
    for (const QJsonValue& parameter : parameters)
        problem.parameters.append(parameter.toString());
    const QJsonArray fields = json.value("fields"_L1).toArray();
    for (const QJsonValue& field : fields)
        problem.fields.append({field["field"_L1].toString(), field["description"_L1].toString()});
    const QJsonValue retryAfter = json.value("retryAfter"_L1);
    if (retryAfter.isDouble())
        problem.retryAfter = std::chrono::seconds(retryAfter.toInteger());
    return problem;
}

} // namespace Telamon
