// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/journal/statereader.h"

#include "api/catalog/catalog.h"
#include "api/http/httpclient.h"
#include "api/http/pagedcall.h"
#include "api/journal/change.h"
#include "api/journal/maskeduse.h"

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

RelatedRead readOf(const Operation& write)
{
    return write.state ? write.state->read : RelatedRead();
}

// That it is not there, said by the service and not by anything on the way to it.
bool saysGone(const Problem& problem)
{
    return problem.kind == Problem::Kind::Service && problem.status == 404 && !problem.code.isEmpty();
}

} // namespace

QJsonObject useOf(const Change& change)
{
    QJsonObject use = change.arguments;
    if (!change.before.isUndefined())
        use.insert(u"before"_s, change.before);
    if (!change.answer.isUndefined())
        use.insert(u"answer"_s, change.answer);
    return use;
}

StateReader::StateReader(HttpClient& client, const Catalog& catalog, const RelatedRead& read,
    const QJsonObject& use, QObject* parent)
    : QObject(parent), m_client(client), m_operation(catalog.find(read.operationId)), m_read(read), m_use(use)
{
    QMetaObject::invokeMethod(this, &StateReader::start, Qt::QueuedConnection);
}

StateReader::StateReader(HttpClient& client, const Catalog& catalog, const Operation& write,
    const QJsonObject& use, QObject* parent)
    : StateReader(client, catalog, readOf(write), use, parent)
{
}

bool StateReader::canRead(const Operation& write)
{
    return write.state && !write.state->read.operationId.isEmpty();
}

void StateReader::start()
{
    if (m_operation == nullptr || !m_operation->isRead()) {
        refuse(tr("Nothing reads what this changes."));
        return;
    }
    QStringList names;
    for (const Parameter& parameter : m_operation->parameters) {
        if (!parameter.isWireOption)
            names.append(parameter.name);
    }
    Arguments arguments;
    arguments.parameters = m_read.parametersFor(m_use, names);
    for (const Parameter& parameter : m_operation->parameters) {
        if (parameter.isRequired && !arguments.parameters.contains(parameter.name)) {
            refuse(tr("It cannot be read: %1 is not known.").arg(parameter.name));
            return;
        }
    }
    if (m_read.list)
        readList(arguments);
    else
        readOne(arguments);
}

void StateReader::readOne(const Arguments& arguments)
{
    ApiCall* call = m_client.call(*m_operation, arguments, this);
    connect(call, &ApiCall::finished, this, [this, call] {
        if (call->problem()) {
            endWith(*call->problem());
            return;
        }
        const QJsonValue answer = parsedJson(call->answer().body);
        if (answer.isUndefined())
            endWith({.kind = Problem::Kind::Malformed, .status = call->answer().status});
        else
            end(answer);
    });
}

void StateReader::readList(const Arguments& arguments)
{
    auto* call = new PagedCall(m_client, *m_operation, arguments, this);
    connect(call, &PagedCall::pageReceived, this, [this, call](const QByteArray& body) {
        const QJsonValue state = m_read.pick(parsedJson(body), m_use);
        if (state.isUndefined())
            return;
        call->disconnect(this);
        call->abort();
        end(state);
    });
    connect(call, &PagedCall::finished, this, [this, call] {
        if (call->problem())
            endWith(*call->problem());
        else
            end(QJsonValue::Undefined);
    });
}

void StateReader::endWith(const Problem& problem)
{
    if (saysGone(problem))
        end(QJsonValue::Undefined);
    else
        end(QJsonValue::Undefined, problem);
}

void StateReader::end(const QJsonValue& state, const std::optional<Problem>& problem)
{
    Q_EMIT finished(state, problem);
}

void StateReader::refuse(const QString& why)
{
    end(QJsonValue::Undefined,
        Problem {.kind = Problem::Kind::InvalidRequest, .detail = why, .provablyNotRun = true});
}

} // namespace Telamon
