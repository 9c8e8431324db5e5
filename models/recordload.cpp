// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordload.h"

#include "api/catalog/catalog.h"
#include "api/http/pagedcall.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {
// Six connections a host is what HTTP/1.1 gives; more would only queue in the network layer.
constexpr int parallelReads = 6;
constexpr int missing = 404;
} // namespace

RecordLoad::RecordLoad(HttpClient& client, const Catalog& catalog, RecordModel* model, QObject* parent)
    : QObject(parent), m_client(client), m_catalog(catalog), m_model(model)
{
}

RecordLoad::~RecordLoad() = default;

void RecordLoad::add(const Read& read)
{
    ++m_total;
    m_queue.enqueue(read);
    m_last = read;
    if (m_isRunning)
        startNext();
}

void RecordLoad::start()
{
    m_isRunning = true;
    if (m_model)
        m_model->beginLoad(m_staying);
    if (m_queue.isEmpty()) {
        // Nothing to read is a finished load too, told from the event loop like any other.
        QMetaObject::invokeMethod(
            this, [this] { startNext(); }, Qt::QueuedConnection);
        return;
    }
    startNext();
}

void RecordLoad::setExpectingMore(bool isExpecting)
{
    m_isExpectingMore = isExpecting;
    startNext();
}

void RecordLoad::abort()
{
    if (!m_isRunning)
        return;
    m_wasAborted = true;
    m_isExpectingMore = false;
    m_queue.clear();
    const auto running = std::exchange(m_running, {});
    for (PagedCall* call : running) {
        call->disconnect(this);
        call->abort();
        call->deleteLater();
    }
    startNext();
}

void RecordLoad::startNext()
{
    while (m_isRunning && !m_queue.isEmpty() && m_running.size() < parallelReads) {
        Read read = m_queue.dequeue();
        if (!m_catalog.find(read.operationId)) {
            ++m_done;
            m_problems.append(tr("The description of the service does not know %1.").arg(read.operationId));
            continue;
        }
        const Operation& operation = m_catalog.operation(read.operationId);
        if (m_model && operation.answerSchema()) {
            for (const QByteArray& source : QByteArrayList {read.source} + read.moreSources)
                m_model->noteSchema(source, *operation.answerSchema());
        }
        auto* call = new PagedCall(m_client, operation, read.arguments, this);
        m_running.append(call);
        connect(call, &PagedCall::pageReceived, this, [this, read](const QByteArray& body) {
            const QByteArray told = read.reshape ? read.reshape(body) : body;
            if (m_model) {
                if (read.knownOfRecord)
                    addApart(*m_model, read.source, told, read.knownOfRecord);
                else if (!read.source.isEmpty())
                    m_model->addAnswer(read.source, told, read.known);
                for (const QByteArray& source : read.moreSources)
                    m_model->addAnswer(source, told, read.known);
            }
            if (read.onPage)
                read.onPage(body);
        });
        connect(call, &PagedCall::waiting, this, [this](const Problem& why, std::chrono::milliseconds pause) {
            Q_EMIT waiting(why.sentence(), pause);
        });
        connect(call, &PagedCall::finished, this, [this, read](PagedCall* done) { finishRead(done, read); });
    }
    if (!m_isRunning || m_isExpectingMore || !m_queue.isEmpty() || !m_running.isEmpty())
        return;
    m_isRunning = false;
    if (m_model)
        m_model->finishLoad(m_isAdding || m_wasAborted || !m_problems.isEmpty());
    Q_EMIT finished();
}

void RecordLoad::addApart(RecordModel& model, const QByteArray& source, const QByteArray& body,
    const std::function<RecordModel::KnownValues(const QJsonObject& record)>& knownOfRecord)
{
    const QJsonValue results = QJsonDocument::fromJson(body).object().value("results"_L1);
    if (!results.isArray()) {
        model.addAnswer(source, body); // which tells what is wrong with it
        return;
    }
    const QJsonArray records = results.toArray();
    for (qsizetype from = 0; from < records.size();) {
        const RecordModel::KnownValues known = knownOfRecord(records.at(from).toObject());
        QJsonArray alike;
        for (; from < records.size() && knownOfRecord(records.at(from).toObject()) == known; ++from)
            alike.append(records.at(from));
        const QJsonObject part {{u"results"_s, alike}};
        model.addAnswer(source, QJsonDocument(part).toJson(QJsonDocument::Compact), known);
    }
}

QString RecordLoad::sentenceOf(const Problem& problem, const Operation& operation)
{
    constexpr qsizetype enough = 3;
    QString sentence = problem.sentence();
    const QList<FieldProblem> fields = problem.fields.first(std::min(problem.fields.size(), enough));
    for (const FieldProblem& field : fields) {
        const QString name = field.field.section(u'/', -1);
        const Parameter* parameter = operation.parameter(name);
        const QString title = parameter && parameter->schema ? parameter->schema->title : QString();
        if (!sentence.contains(field.description))
            sentence += u' ' + tr("%1: %2.").arg(title.isEmpty() ? field.field : title, field.description);
    }
    return sentence;
}

void RecordLoad::finishRead(PagedCall* call, const Read& read)
{
    m_running.removeOne(call);
    call->deleteLater();
    ++m_done;
    const Operation& operation = m_catalog.operation(read.operationId);
    if (const auto& problem = call->problem();
        problem && !(read.isMissingEmpty && problem->status == missing)) {
        if (read.onProblem)
            read.onProblem(*problem);
        else if (const QString project = read.known.value("groupName"); m_total > 1 && !project.isEmpty())
            m_problems.append(tr("%1: %2").arg(project, sentenceOf(*problem, operation)));
        else
            m_problems.append(sentenceOf(*problem, operation));
    }
    Q_EMIT progressed(m_done, m_total);
    startNext();
}

} // namespace Telamon
