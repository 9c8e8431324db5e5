// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apidescription.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestApiDescription : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_catalog.emplace(std::move(Catalog::builtIn()).value());
        m_settings.clear();
    }

    void addsAndRemembers()
    {
        const QString file = written("{\"openapi\":\"3.1.0\",\"paths\":{\"/own\":{\"get\":{\"operationId\":"
                                     "\"getOwn\",\"responses\":{\"200\":{}}}}}}");
        {
            ApiDescription description(*m_catalog, m_settings);
            QSignalSpy added(&description, &ApiDescription::added);
            description.add(file);
            QVERIFY(added.wait());
            QCOMPARE(added.first().first().value<qsizetype>(), 1);
            QVERIFY(m_catalog->find(u"getOwn"));
            QCOMPARE(description.file(), file);
        }
        Catalog next = std::move(Catalog::builtIn()).value();
        ApiDescription description(next, m_settings);
        QSignalSpy added(&description, &ApiDescription::added);
        description.addRemembered();
        QVERIFY(added.wait());
        QVERIFY(next.find(u"getOwn"));
        description.forget();
        QVERIFY(description.file().isEmpty());
        QVERIFY(!next.find(u"getOwn"));
    }

    void aCorrectedFileReplacesTheFirst()
    {
        const auto text = [](const char* title) -> QByteArray {
            return "{\"openapi\":\"3.1.0\",\"paths\":{\"/"
                   "own\":{\"get\":{\"operationId\":\"getOwn\",\"summary\":\""
                + QByteArray(title) + "\",\"responses\":{\"200\":{}}}}}}";
        };
        ApiDescription description(*m_catalog, m_settings);
        QSignalSpy added(&description, &ApiDescription::added);
        for (const char* title : {"First", "Second"}) {
            description.add(written(text(title)));
            QVERIFY(added.wait());
            QCOMPARE(added.last().first().value<qsizetype>(), 1);
            QCOMPARE(m_catalog->operation(u"getOwn").title, QString::fromLatin1(title));
        }
    }

    void aBrokenOneGivesASentence_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("no JSON") << QByteArray("openapi: 3.0.0") << QString();
        QTest::newRow("no OpenAPI") << QByteArray("{}") << QString();
        QTest::newRow("a path that leads elsewhere")
            << QByteArray("{\"openapi\":\"3.0.0\",\"paths\":{\"//evil.example/x\":{}}}")
            << u"/paths/~1~1evil.example~1x"_s;
        QTest::newRow("another document")
            << QByteArray("{\"openapi\":\"3.0.0\",\"paths\":{\"/x\":{\"$ref\":\"http://evil.example/x\"}}}")
            << u"/paths/~1x/$ref"_s;
    }
    void aBrokenOneGivesASentence()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, pointer);
        const size_t before = m_catalog->operations().size();
        ApiDescription description(*m_catalog, m_settings);
        QSignalSpy said(&description, &ApiDescription::said);
        description.add(written(text));
        QVERIFY(said.wait());
        const QString sentence = said.first().first().toString();
        QVERIFY2(sentence.contains(pointer), qPrintable(sentence));
        QVERIFY(sentence.startsWith("own.json: "_L1));
        QCOMPARE(m_catalog->operations().size(), before);
        QVERIFY(description.file().isEmpty());
    }

    void aMissingFileIsSaid()
    {
        ApiDescription description(*m_catalog, m_settings);
        QSignalSpy said(&description, &ApiDescription::said);
        description.add(m_folder.filePath(u"nowhere.json"_s));
        QVERIFY(said.wait());
        QVERIFY(said.first().first().toString().startsWith("nowhere.json: "_L1));
    }

private:
    QString written(const QByteArray& text)
    {
        QFile file(m_folder.filePath(u"own.json"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no room for a file");
        file.write(text);
        return file.fileName();
    }

    QTemporaryDir m_folder;
    QSettings m_settings {m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    std::optional<Catalog> m_catalog;
};

TELAMON_TEST(TestApiDescription)
#include "test_apidescription.moc"
