// SPDX-License-Identifier: GPL-3.0-or-later
// What the program makes of its arguments: the parser by a table, and the program itself as a process.
#include "app/commandline.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

struct Run {
    int exitCode = -1;
    QString out;
    QString err;
};

// The program with an environment that has no display, unless a platform or a display is named.
Run run(const QStringList& arguments, const QString& platform = {}, const QString& display = {})
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"WAYLAND_SOCKET"_s, u"QT_QPA_PLATFORM"_s,
             u"XDG_SESSION_TYPE"_s})
        environment.remove(name);
    if (!platform.isEmpty())
        environment.insert(u"QT_QPA_PLATFORM"_s, platform);
    if (!display.isEmpty())
        environment.insert(u"DISPLAY"_s, display);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(TELAMON_PROGRAM), arguments);
    constexpr int patience = 240000; // the tour visits every page, and sanitizers make it slow
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

QStringList withProgram(const QStringList& arguments)
{
    return QStringList {u"telamon"_s} + arguments;
}

} // namespace

class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("wantsSandbox");
        QTest::addColumn<int>("scale");
        QTest::addColumn<QString>("baseUrl");
        QTest::addColumn<QString>("folder");
        const QStringList none;
        QTest::newRow("nothing") << none << false << 1 << ""
                                 << "";
        QTest::newRow("sandbox") << QStringList {u"--sandbox"_s} << true << 1 << ""
                                 << "";
        QTest::newRow("a scale means the sandbox")
            << QStringList {u"--sandbox-scale"_s, u"20"_s} << true << 20 << ""
            << "";
        QTest::newRow("the largest scale") << QStringList {u"--sandbox-scale=1000"_s} << true << 1000 << ""
                                           << "";
        QTest::newRow("address") << QStringList {u"--base-url"_s, u"https://cloud.mongodb.com"_s} << false
                                 << 1 << "https://cloud.mongodb.com"
                                 << "";
        QTest::newRow("plain on this machine")
            << QStringList {u"--base-url=http://127.0.0.1:4030"_s} << false << 1 << "http://127.0.0.1:4030"
            << "";
        QTest::newRow("plain on this machine, version 6")
            << QStringList {u"--base-url=http://[::1]:4030"_s} << false << 1 << "http://[::1]:4030"
            << "";
        QTest::newRow("pictures of the sandbox")
            << QStringList {u"--screenshots"_s, u"out"_s} << true << 1 << ""
            << "out";
        QTest::newRow("pictures of this machine")
            << QStringList {u"--screenshots=out"_s, u"--base-url=http://127.0.0.1:4030"_s} << false << 1
            << "http://127.0.0.1:4030"
            << "out";
    }
    void understands()
    {
        QFETCH(QStringList, arguments);
        const auto line = parseCommandLine(withProgram(arguments));
        QVERIFY2(line, line ? "" : qPrintable(line.error()));
        QTEST(line.value().wantsSandbox, "wantsSandbox");
        QTEST(line.value().sandboxScale, "scale");
        QTEST(line.value().baseUrl.toString(), "baseUrl");
        QTEST(line.value().screenshotsFolder, "folder");
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named"); // what the sentence must name
        const auto row = [](const char* name, const QStringList& arguments, const QString& named) {
            QTest::newRow(name) << arguments << named;
        };
        row("unknown option", {u"--sandbx"_s}, u"sandbx"_s);
        row("a stray argument", {u"fleet"_s}, u"fleet"_s);
        row("sandbox and address", {u"--sandbox"_s, u"--base-url=https://a.example"_s}, u"--sandbox"_s);
        row("scale and address", {u"--sandbox-scale=2"_s, u"--base-url=https://a.example"_s}, u"--sandbox"_s);
        row("scale 0", {u"--sandbox-scale=0"_s}, u"--sandbox-scale"_s);
        row("scale below", {u"--sandbox-scale=-1"_s}, u"--sandbox-scale"_s);
        row("scale above", {u"--sandbox-scale=1001"_s}, u"--sandbox-scale"_s);
        row("scale not whole", {u"--sandbox-scale=1.5"_s}, u"--sandbox-scale"_s);
        row("scale not a number", {u"--sandbox-scale=big"_s}, u"--sandbox-scale"_s);
        row("scale without a value", {u"--sandbox-scale"_s}, u"sandbox-scale"_s);
        row("plain address", {u"--base-url=http://example.com"_s}, u"--base-url"_s);
        row("this machine only by name", {u"--base-url=http://127.0.0.1.example.com"_s}, u"--base-url"_s);
        row("no address", {u"--base-url="_s}, u"--base-url"_s);
        row("address without a scheme", {u"--base-url=cloud.mongodb.com"_s}, u"--base-url"_s);
        row("a file", {u"--base-url=file:///etc/passwd"_s}, u"--base-url"_s);
        row("pictures of elsewhere", {u"--screenshots=out"_s, u"--base-url=https://cloud.mongodb.com"_s},
            u"--screenshots"_s);
        row("pictures without a folder", {u"--screenshots"_s}, u"screenshots"_s);
        row("pictures in a folder without a name", {u"--screenshots="_s}, u"--screenshots"_s);
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, named);
        const auto line = parseCommandLine(withProgram(arguments));
        QVERIFY(!line);
        QVERIFY2(line.error().contains(named), qPrintable(line.error()));
        QVERIFY(!line.error().contains(u'\n'));
    }

    void helpNamesEveryOption()
    {
        const QString help = helpText();
        for (const QString& option : {u"--sandbox"_s, u"--sandbox-scale N"_s, u"--base-url URL"_s,
                 u"--screenshots DIR"_s, u"--version"_s, u"--help"_s})
            QVERIFY2(help.contains(option), qPrintable(option));
        for (const QString& line : help.split(u'\n'))
            QVERIFY2(line.size() <= 110, qPrintable(line));
    }

    void helpAndVersionNeedNoDisplay()
    {
        const Run help = run({u"--help"_s});
        QCOMPARE(help.exitCode, 0);
        QCOMPARE(help.out, helpText());
        QCOMPARE(help.err, QString());
        const Run version = run({u"--version"_s});
        QCOMPARE(version.exitCode, 0);
        QCOMPARE(version.out, u"telamon " TELAMON_VERSION "\n"_s);
    }

    void withoutADisplayASentenceIsSaid()
    {
#ifndef Q_OS_LINUX
        QSKIP("There is always a display here.");
#endif
        const Run without = run({u"--sandbox"_s});
        QCOMPARE(without.exitCode, 1); // it has not crashed
        QCOMPARE(without.out, QString());
        QCOMPARE(without.err.count(u'\n'), 1);
        for (const QString& named : {u"no display"_s, u"WAYLAND_DISPLAY"_s, u"telamon call"_s})
            QVERIFY2(without.err.contains(named), qPrintable(without.err));
    }

    void aDisplayThatCannotBeReachedIsNamed_data()
    {
        QTest::addColumn<QString>("platform");
        QTest::addColumn<QString>("display");
        QTest::addColumn<QString>("named");
        QTest::newRow("nobody answers") << "xcb"
                                        << ":47110"
                                        << ":47110";
        QTest::newRow("no such platform") << "carrier-pigeon"
                                          << ""
                                          << "carrier-pigeon";
    }
    void aDisplayThatCannotBeReachedIsNamed()
    {
        QFETCH(QString, platform);
        QFETCH(QString, display);
        QFETCH(QString, named);
#ifndef Q_OS_LINUX
        QSKIP("There is always a display here.");
#endif
        const Run without = run({u"--sandbox"_s}, platform, display);
        QCOMPARE(without.exitCode, 1); // it has not crashed
        QCOMPARE(without.err.count(u'\n'), 1);
        QVERIFY2(without.err.startsWith("telamon: No window can be opened: "_L1), qPrintable(without.err));
        QVERIFY2(without.err.contains(named), qPrintable(without.err));
        QVERIFY2(without.err.contains("telamon call"_L1), qPrintable(without.err));
    }

    void aMistakeExitsWithTwoAndIsNamed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown") << QStringList {u"--sandbox"_s, u"--colour"_s} << "colour";
        QTest::newRow("plain address")
            << QStringList {u"--base-url"_s, u"http://example.com"_s} << "--base-url";
        QTest::newRow("pictures of elsewhere") << QStringList {u"--screenshots"_s, u"out"_s, u"--base-url"_s,
            u"https://example.com"_s} << "--screenshots";
    }
    void aMistakeExitsWithTwoAndIsNamed()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, named);
        const Run mistake = run(arguments);
        QCOMPARE(mistake.exitCode, 2);
        QVERIFY2(mistake.err.section(u'\n', 0, 0).contains(named), qPrintable(mistake.err));
        QCOMPARE(mistake.out, QString());
    }

    void picturesOfEveryPageInBothThemes()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a/b"_s); // made where it is not there
        const Run tour = run({u"--screenshots"_s, path}, u"offscreen"_s);
        QVERIFY2(tour.exitCode == 0, qPrintable(tour.err));
        const QStringList files = QDir(path).entryList({u"*.png"_s}, QDir::Files, QDir::Name);
        QSet<QString> lightNames;
        QSet<QString> darkNames;
        for (qsizetype i = 0; i < files.size(); ++i) {
            static const QRegularExpression shape(u"^(\\d+)-(.+)-(light|dark)\\.png$"_s);
            const QRegularExpressionMatch match = shape.match(files.at(i));
            QVERIFY2(match.hasMatch(), qPrintable(files.at(i)));
            QCOMPARE(match.capturedView(1).toInt(), int(i) + 1); // numbered without gaps
            (match.capturedView(3) == "light"_L1 ? lightNames : darkNames).insert(match.captured(2));
        }
        QCOMPARE(lightNames, darkNames);
        for (const QString& name : {u"fleet-fleet"_s, u"fleet-projects"_s, u"fleet-alerts"_s,
                 u"organization-organizationProjects"_s, u"project-clusters"_s, u"project-alerts"_s,
                 u"cluster-searchIndexes"_s, u"cluster-snapshots"_s, u"flex-flexSnapshots"_s, u"chart"_s,
                 u"chart-selection"_s, u"chart-as-table"_s, u"request-log"_s, u"connections"_s, u"profile"_s})
            QVERIFY2(lightNames.contains(name), qPrintable(name));
        const auto lightness = [&path, &files](const QString& theme) {
            const QStringList found = files.filter(u"fleet-fleet-"_s + theme);
            const QImage picture(path + u'/' + found.value(0));
            return picture.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                .pixelColor(0, 0)
                .lightness();
        };
        QVERIFY(lightness(u"light"_s) > 180);
        QVERIFY(lightness(u"dark"_s) < 80);
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QString path = folder.filePath(u"file/pictures"_s); // not even root can make that
        const Run tour = run({u"--screenshots"_s, path}, u"offscreen"_s);
        QVERIFY(tour.exitCode > 0);
        QVERIFY2(tour.err.contains(path), qPrintable(tour.err));
    }
};

TELAMON_TEST(TestCommandLine)
#include "test_commandline.moc"
