// SPDX-License-Identifier: GPL-3.0-or-later
// What a form lets through, the service takes: random arguments, about things that are there.
#include "api/catalog/argumentsjson.h"
#include "api/catalog/catalog.h"
#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"
#include "tests/sandbox/rawclient.h"
#include "tests/sandbox/requests.h"
#include "tests/support/argumentgenerator.h"
#include "tests/support/documentjudge.h"
#include "tests/support/testcatalog.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Telamon;
using Sandbox::Server;

namespace {

// Refusals that depend on what the service has, which no form can know.
bool isOfItsState(const QString& operation, const RawReply& reply)
{
    static const QMultiHash<QString, QByteArray> known {
        // A pin that is there can only be extended, four weeks from its beginning.
        {u"pinGroupClusterFeatureCompatibilityVersion"_s, "expirationDate"},
        // An index stays what it was created as.
        {u"updateGroupClusterSearchIndex"_s, "not one of an index of this type"},
        {u"updateGroupClusterSearchIndexByName"_s, "not one of an index of this type"},
        // The contract allows both values; the service has ended the mode.
        {u"disableGroupPrivateIpModePeering"_s, "can only be disabled"},
    };
    const QList<QByteArray> words = known.values(operation);
    return reply.status == 400 && std::any_of(words.begin(), words.end(), [&reply](const QByteArray& word) {
        return reply.body.contains(word);
    });
}

const SampleRequest* sampleOf(const QString& operation)
{
    for (const auto& samples : {sampleReads(), sampleWrites()}) {
        for (const SampleRequest& sample : samples) {
            if (operation == QLatin1StringView(sample.operation))
                return &sample;
        }
    }
    return nullptr;
}

// The values of the path's parameters in a target.
QHash<QString, QString> pathValues(const Operation& operation, const QByteArray& sent)
{
    QHash<QString, QString> values;
    const QStringList names = operation.path.split(u'/');
    const QList<QByteArray> parts = sent.split('?').constFirst().split('/');
    for (qsizetype i = 0; i < std::min(names.size(), parts.size()); ++i) {
        const QString& name = names.at(i);
        const QString part = QString::fromUtf8(QByteArray::fromPercentEncoding(parts.at(i)));
        if (name.startsWith(u'{'))
            values.insert(name.mid(1).section(u'}', 0, 0), part.section(u':', 0, 0));
    }
    return values;
}

} // namespace

class TestSandboxForms : public QObject {
    Q_OBJECT

    std::unique_ptr<DocumentJudge> m_judge;
    std::unique_ptr<Server> m_server; // of the operation under test
    std::unique_ptr<RawClient> m_client;
    QHash<QString, QString> m_path;
    QJsonObject m_sample; // {"body": ...}
    int m_count = 12;

    void lookUp(const Operation& operation)
    {
        Places places(*m_client);
        const SampleRequest* sample = sampleOf(operation.id);
        const QByteArray sent = sample ? places.filled(sample->target) : QByteArray();
        m_path = pathValues(operation, "/api/atlas/v2/" + sent);
        if (!sample)
            m_path.insert(u"groupId"_s, QString::fromLatin1(places.filled("STORE")));
        const QByteArray body = sample && sample->body ? places.filled(sample->body) : QByteArray("{}");
        m_sample = {{u"body"_s, QJsonDocument::fromJson(body).object()}};
    }
    QJsonValue given(const QString& pointer, const Schema& schema) const
    {
        const QStringList tokens = pointerTokens(pointer);
        if (tokens.last() == "envelope"_L1) // would hide the status
            return false;
        if (tokens.size() == 2 && tokens.first() == "parameters"_L1 && m_path.contains(tokens.last()))
            return m_path.value(tokens.last());
        return schema.picker.isEmpty() ? QJsonValue(QJsonValue::Undefined) : valueAt(m_sample, pointer);
    }
    void send(const Operation& operation, const Arguments& generated)
    {
        FormModel form(operation);
        const QByteArray text = QJsonDocument(toJson(generated)).toJson(QJsonDocument::Compact);
        QVERIFY2(!form.setJson(text), text.constData());
        QVERIFY2(form.canSend(), text.constData());
        const auto built = buildRequest(operation, form.arguments());
        QVERIFY2(built.hasValue(), text.constData());
        const WireRequest& request = built.value();
        RawHeaders headers {{"Authorization", "Bearer " + m_server->credentials().accessToken.toLatin1()},
            {"Accept", request.accept}};
        if (!request.contentType.isEmpty())
            headers.emplaceBack("Content-Type", request.contentType);
        const RawReply reply = m_client->ask(request.method, request.target, headers, request.body);
        const bool isDescribed = std::any_of(operation.responses.begin(), operation.responses.end(),
            [&reply](const ResponseDescription& each) { return each.status == reply.status; });
        const bool isGone = (reply.status == 404 || reply.status == 409) && isDescribed;
        const QByteArray told =
            QByteArray::number(reply.status) + ' ' + reply.body.left(600) + "\n" + text.left(1500);
        QVERIFY2(reply.status / 100 == 2 || isGone || isOfItsState(operation.id, reply), told.constData());
        m_done += reply.status / 100 == 2 ? 1 : 0;
    }
    int m_done = 0;

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(u":/telamon/atlas.openapi.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_judge = std::make_unique<DocumentJudge>(file.readAll());
        if (qEnvironmentVariableIsSet("TELAMON_PROPERTY_COUNT"))
            m_count = qEnvironmentVariableIntValue("TELAMON_PROPERTY_COUNT");
        QVERIFY(m_count > 0);
    }

    void whatTheFormLetsThroughIsTaken_data()
    {
        QTest::addColumn<QString>("id");
        for (const auto& operation : builtInCatalog().operations())
            QTest::newRow(qPrintable(operation->id)) << operation->id;
    }
    void whatTheFormLetsThroughIsTaken()
    {
        QFETCH(const QString, id);
        const Operation& operation = builtInCatalog().operation(id);
        if (!m_server || !operation.isRead()) { // what a write leaves is no place for the next
            m_server = std::make_unique<Server>(builtInCatalog());
            QVERIFY(m_server->start());
            m_client = std::make_unique<RawClient>(*m_server);
        }
        lookUp(operation);
        ArgumentGenerator generator(
            20260131,
            [this](const Operation& asked, const Arguments& arguments) {
                return m_judge->accepts(asked.id, arguments);
            },
            [this](const QString& pointer, const Schema& schema) { return given(pointer, schema); });
        m_done = 0;
        for (int i = 0; i < m_count; ++i) {
            const std::optional<Arguments> arguments = generator.generate(operation);
            QVERIFY2(arguments, qPrintable(generator.failure()));
            send(operation, *arguments);
            if (QTest::currentTestFailed())
                return;
        }
        // A migration has to be begun before there is one to be read.
        QVERIFY2(m_done > 0 || !sampleOf(id), "every one of them was about something that is not there");
    }
};

TELAMON_TEST(TestSandboxForms)
#include "test_sandbox_forms.moc"
