// SPDX-License-Identifier: GPL-3.0-or-later
// A call from a terminal: secrets are asked for and not shown. And with a description of the person's own.
#include "tests/support/scriptedserver.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <memory>
#include <pty.h>
#include <termios.h>
#include <unistd.h>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {

// Both ends of a terminal that nobody looks at.
class Terminal {
public:
    Terminal()
    {
        std::array<char, 128> name {};
        if (openpty(&m_master, &m_slave, name.data(), nullptr, nullptr) == 0)
            m_name = QString::fromLocal8Bit(name.data());
        fcntl(m_master, F_SETFL, O_NONBLOCK);
    }
    ~Terminal()
    {
        close(m_master);
        close(m_slave);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    QString name() const { return m_name; }
    bool type(const QByteArray& keys) const
    {
        return write(m_master, keys.constData(), size_t(keys.size())) == keys.size();
    }
    QByteArray shown() const
    {
        QByteArray bytes(4096, '\0');
        const ssize_t count = read(m_master, bytes.data(), size_t(bytes.size()));
        return bytes.left(std::max<ssize_t>(count, 0));
    }
    bool isEchoing() const
    {
        termios state {};
        return tcgetattr(m_slave, &state) == 0 && (state.c_lflag & ECHO) != 0
            && (state.c_lflag & ICANON) != 0;
    }

private:
    int m_master = -1;
    int m_slave = -1;
    QString m_name;
};

QByteArray description()
{
    return "{\"openapi\":\"3.1.0\",\"paths\":{\"/api/atlas/v2/own/{groupId}/things\":{\"post\":{"
           "\"operationId\":\"makeOwnThing\",\"x-class\":\"harmless\",\"parameters\":[{\"name\":\"groupId\","
           "\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\"}}],\"requestBody\":{"
           "\"required\":"
           "true,\"content\":{\"application/json\":{\"schema\":{\"type\":\"object\",\"required\":[\"name\","
           "\"password\"],\"properties\":{\"name\":{\"type\":\"string\"},\"password\":{\"type\":\"string\","
           "\"title\":\"Password\",\"minLength\":4,\"x-secret\":true}}}}}},\"responses\":{\"200\":{}}}}}}";
}

} // namespace

class TestCallTerminal : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    QString m_settings;

    void remember(const QByteArray& document)
    {
        QFile file(m_folder.filePath(u"own.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(document);
        file.close();
        QSettings settings(m_settings, QSettings::IniFormat);
        settings.setValue("api/description"_L1, file.fileName());
    }
    std::unique_ptr<QProcess> started(const QStringList& arguments, const QString& input = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"QT_QPA_PLATFORM"_s);
        environment.insert(u"MONGODB_ATLAS_BASE_URL"_s, m_server->url().toString());
        environment.insert(u"MONGODB_ATLAS_CLIENT_ID"_s, u"mdb_sa_id_0123456789abcdef01234567"_s);
        environment.insert(u"MONGODB_ATLAS_CLIENT_SECRET"_s, u"mdb_sa_sk_own"_s);
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment);
        if (!input.isEmpty())
            process->setStandardInputFile(input);
        process->start(QStringLiteral(TELAMON_PROGRAM), arguments);
        if (input.isEmpty())
            process->closeWriteChannel();
        return process;
    }
    static bool hasEnded(QProcess& process)
    {
        QSignalSpy finished(&process, &QProcess::finished);
        return process.state() == QProcess::NotRunning || finished.wait(30000);
    }
    QStringList make(const QByteArray& body)
    {
        QFile file(m_folder.filePath(u"body.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(body) != body.size())
            return {};
        return {u"call"_s, u"makeOwnThing"_s, u"groupId=one"_s, u"--body"_s, file.fileName()};
    }
    QByteArrayList sent() const
    {
        QByteArrayList bodies;
        for (const RecordedRequest& request : m_server->requests()) {
            if (request.target().contains("/own/"))
                bodies.append(request.body);
        }
        return bodies;
    }

private Q_SLOTS:
    void init()
    {
        m_settings = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
            + "/telamon/settings.ini"_L1;
        m_server = std::make_unique<ScriptedServer>();
        m_server->setHandler([](const RecordedRequest& request) {
            return request.target().contains("/oauth/token")
                ? ScriptedAnswer::ok("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600}")
                : ScriptedAnswer::ok("{\"made\":true}");
        });
        remember(description());
    }

    void operationsOfOnesOwnAreKnown()
    {
        const auto process = started({u"operations"_s});
        QVERIFY(hasEnded(*process));
        const QByteArray out = process->readAllStandardOutput();
        QVERIFY2(out.contains("makeOwnThing") && out.contains("listOrgs"), out.left(500).constData());
    }

    void aBrokenDescriptionIsSaidAndTheRestWorks()
    {
        remember("{\"openapi\":");
        const auto process = started({u"call"_s, u"makeOwnThing"_s});
        QVERIFY(hasEnded(*process));
        QCOMPARE(process->exitCode(), 2);
        const QByteArray err = process->readAllStandardError();
        QVERIFY2(err.contains("own.json") && err.contains("makeOwnThing"), err.constData());
        // It is not even read where the operation is built in.
        const auto other = started({u"call"_s, u"listOrgs"_s});
        QVERIFY(hasEnded(*other));
        QVERIFY2(other->exitCode() == 0, other->readAllStandardError().constData());
        QVERIFY(!other->readAllStandardError().contains("own.json"));
    }

    void aMissingSecretIsAskedForAndNotShown_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<QByteArray>("secret"); // empty: given up
        const QByteArray without("{\"name\":\"a\"}");
        QTest::newRow("required") << without << QByteArray("canary\n") << QByteArray("canary");
        QTest::newRow("placeholder") << QByteArray(
            "{\"name\":\"a\",\"password\":\"\xE2\x80\xA2\xE2\x80\xA2\xE2"
            "\x80\xA2\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2\"}")
                                     << QByteArray("canary\n") << QByteArray("canary");
        QTest::newRow("mistyped") << without
                                  << QByteArray("wrong\x15"
                                                "canarz\x7fy\r")
                                  << QByteArray("canary");
        QTest::newRow("letters of two bytes")
            << without << QByteArray("caf\xC3\xA9s\xC3\x9F\x7f\n") << QByteArray("caf\xC3\xA9s");
        QTest::newRow("Ctrl+C") << without << QByteArray("can\x03") << QByteArray();
        QTest::newRow("Ctrl+D") << without << QByteArray("\x04") << QByteArray();
        QTest::newRow("nothing") << without << QByteArray("\n") << QByteArray();
    }
    void aMissingSecretIsAskedForAndNotShown()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, keys);
        QFETCH(const QByteArray, secret);
        const Terminal terminal;
        QVERIFY(terminal.isEchoing());
        const auto process = started(make(body), terminal.name());
        QByteArray err;
        QTRY_VERIFY_WITH_TIMEOUT((err += process->readAllStandardError()).contains("Password"), 30000);
        QVERIFY(!terminal.isEchoing());
        QVERIFY(terminal.type(keys));
        QVERIFY(hasEnded(*process));
        err += process->readAllStandardError();
        QVERIFY(terminal.isEchoing());
        QCOMPARE(terminal.shown(), QByteArray());
        QVERIFY2(!err.contains("cana") && !err.contains("caf"), err.constData());
        QVERIFY2(process->exitCode() == (secret.isEmpty() ? 2 : 0), err.constData());
        QCOMPARE(sent().size(), secret.isEmpty() ? 0 : 1);
        if (!secret.isEmpty())
            QCOMPARE(QJsonDocument::fromJson(sent().constFirst())["password"_L1].toString().toUtf8(), secret);
    }

    // What is typed is judged like any value.
    void aSecretThatBreaksItsRuleIsNotSent()
    {
        const Terminal terminal;
        const auto process = started(make("{\"name\":\"a\"}"), terminal.name());
        QByteArray err;
        QTRY_VERIFY_WITH_TIMEOUT((err += process->readAllStandardError()).contains("Password"), 30000);
        QVERIFY(terminal.type("abc\n"));
        QVERIFY(hasEnded(*process));
        QCOMPARE(process->exitCode(), 2);
        QCOMPARE(sent().size(), 0);
    }

    void withoutATerminalNobodyIsAsked()
    {
        const auto process = started(make("{\"name\":\"a\"}"));
        QVERIFY(hasEnded(*process));
        QCOMPARE(process->exitCode(), 2);
        const QByteArray err = process->readAllStandardError();
        QVERIFY2(err.contains("/body/password"), err.constData());
        QCOMPARE(sent().size(), 0);
    }
};

TELAMON_TEST(TestCallTerminal)
#include "test_callterminal.moc"
