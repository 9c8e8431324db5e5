// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review.h"
#include "tests/api/journal/journalsupport.h"
#include "tests/support/canary.h"
#include "tests/support/testprogram.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

// The commands that a review can be copied as.
class TestReviewText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCopiedCommandSurvivesTheShell_data();
    void aCopiedCommandSurvivesTheShell();
    void secretsAreVariables();

private:
    QList<QByteArray> ranBySh(
        const QByteArray& script, const QByteArray& program, QByteArray* input = nullptr);

    Catalog m_catalog = thingCatalog();
    const Operation& m_update = m_catalog.operation(u"updateThing");
};

// The words that a program of this name gets, run by sh, and what it reads.
QList<QByteArray> TestReviewText::ranBySh(
    const QByteArray& script, const QByteArray& program, QByteArray* input)
{
    QTemporaryDir folder;
    QFile fake(folder.filePath(QString::fromLatin1(program)));
    if (!fake.open(QIODevice::WriteOnly))
        return {};
    fake.write("#!/bin/sh\nprintf '%s\\0' \"$@\"\n[ -t 0 ] || { printf 'INPUT\\0'; cat; }\n");
    fake.close();
    fake.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, folder.path() + u':' + environment.value(u"PATH"_s));
    environment.insert(u"TELAMON_TOKEN"_s, u"token $x"_s);
    environment.insert(u"TELAMON_PASSWORD"_s, u"pass 'word"_s);
    shell.setProcessEnvironment(environment);
    shell.setWorkingDirectory(folder.path());
    shell.start(u"/bin/sh"_s, {});
    shell.write(script);
    shell.closeWriteChannel();
    if (!shell.waitForFinished(10000) || !shell.readAllStandardError().isEmpty())
        return {};
    const QByteArray all = shell.readAllStandardOutput();
    const qsizetype at = all.lastIndexOf(QByteArray("INPUT\0", 6));
    if (input != nullptr)
        *input = all.mid(at + 6);
    QList<QByteArray> words = all.left(at).split('\0');
    words.removeLast();
    return words;
}

void TestReviewText::aCopiedCommandSurvivesTheShell_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("quotes") << u"it's \"so\" '' ' \\' \\"_s;
    QTest::newRow("substitution") << u"$(touch pwned) `touch pwned` ${HOME} $HOME !! !x"_s;
    QTest::newRow("lines") << u"one\ntwo\r\n'\n#three"_s;
    QTest::newRow("operators") << u"; rm -rf x | & > y < z * ? [a] {b,c} ~ %s \\n"_s;
    QTest::newRow("unicode") << u"Ünï \u202e \U0001F600 '"_s;
    QTest::newRow("dashes") << u"-x --yes @file"_s;
}

void TestReviewText::aCopiedCommandSurvivesTheShell()
{
    QFETCH(QString, value);
    // Control characters have no place in a path, but in a body.
    QString pathValue = value;
    pathValue.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    const QJsonObject body {{u"name"_s, value}, {value, value}};
    const auto review = makeReview({.operation = m_update, .arguments = thing(pathValue, body)});
    QVERIFY(review);

    const QList<QByteArray> curl = ranBySh(asCurl(review.value(), QUrl(u"https://x.example"_s)), "curl");
    QVERIFY(curl.contains("https://x.example" + review.value().request.target));
    QVERIFY(curl.contains("Authorization: Bearer token $x"));
    QCOMPARE(curl.value(curl.indexOf("--request") + 1), "PATCH"_ba);
    QCOMPARE(jsonObject(curl.value(curl.indexOf("--data-raw") + 1)), body);

    QByteArray input;
    const QList<QByteArray> call = ranBySh(asTelamonCall(review.value(), value), "telamon", &input);
    const QList<QByteArray> expected {"call", "updateThing", "id=" + pathValue.toUtf8(),
        "--profile=" + value.toUtf8(), "--yes", "--body=-"};
    QCOMPARE(call, expected);
    QCOMPARE(jsonObject(input), body);

    const auto removal = makeReview(
        {.operation = m_catalog.operation(u"deleteThing"), .arguments = {{{u"id"_s, pathValue}}, {}}});
    QVERIFY(removal);
    const QList<QByteArray> destructive {
        "call", "deleteThing", "id=" + pathValue.toUtf8(), "--confirm=" + pathValue.toUtf8()};
    QCOMPARE(ranBySh(asTelamonCall(removal.value(), {}), "telamon"), destructive);
}

void TestReviewText::secretsAreVariables()
{
    const QJsonObject body {{u"name"_s, u"n'"_s}, {u"password"_s, u"opensesame-1"_s}};
    const auto review = makeReview({.operation = m_update, .arguments = thing(u"t"_s, body)});
    QVERIFY(review);
    const QByteArray curl = asCurl(review.value(), QUrl(u"https://x.example:8443"_s), CredentialKind::ApiKey);
    const QByteArray call = asTelamonCall(review.value(), u"p"_s);
    for (const QByteArray& text : {curl, call}) {
        QVERIFY(findCanary(text, {"opensesame-1"}).isEmpty());
        QVERIFY(text.contains("# Set TELAMON_PASSWORD"));
    }
    QVERIFY(curl.contains("--digest"));
    const QJsonObject expected {{u"name"_s, u"n'"_s}, {u"password"_s, u"pass 'word"_s}};
    const QList<QByteArray> words = ranBySh(curl, "curl");
    QVERIFY(words.contains("https://x.example:8443/things/t"));
    QCOMPARE(jsonObject(words.value(words.indexOf("--data-raw") + 1)), expected);
    QByteArray input;
    ranBySh(call, "telamon", &input);
    QCOMPARE(jsonObject(input), expected);
}

TELAMON_TEST(TestReviewText)
#include "test_reviewtext.moc"
