// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/startbench.h"

#include "api/profiles/profilestore.h"
#include "tests/bench/programs.h"
#include "tests/bench/report.h"

#include <QDir>
#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
constexpr int Turns = 15;
constexpr int IdleFor = 2'000; // milliseconds
constexpr int Patience = 120'000;
constexpr int ScaleOfManyClusters = 213; // 47 clusters each: 10,011

QString emptyWindow()
{
    return u"" EMPTYWINDOW_PROGRAM ""_s;
}

QString telamon()
{
    return u"" TELAMON_PROGRAM ""_s;
}

void saveProfile(const WindowProgram& program)
{
    QDir().mkpath(program.configFolder());
    Profile profile;
    profile.id = u"bench"_s;
    profile.name = u"Bench"_s;
    profile.baseUrl = QUrl(u"https://127.0.0.1:1"_s);
    profile.publicId = u"mdb_sa_id_bench"_s;
    ProfileStore store(program.configFolder() + "/profiles.json"_L1);
    store.save(profile);
    store.noteUsed(profile.id);
}

double toFirstPaint(const QString& file, const QString& display)
{
    WindowProgram program(file, display);
    saveProfile(program);
    return program.start().value_or(0);
}

double idleMemory(const QString& file, const QString& display)
{
    WindowProgram program(file, display);
    saveProfile(program);
    program.start();
    program.waitUntilIdle(IdleFor, Patience);
    return program.residentMegabytes();
}

// Nothing where the fleet was not read.
double memoryOfManyClusters(Report& report, const QString& display)
{
    SandboxProcess sandbox;
    if (!sandbox.start(ScaleOfManyClusters))
        return 0;
    WindowProgram program(telamon(), display);
    program.setEnvironment(u"MONGODB_ATLAS_BASE_URL"_s, QString::fromUtf8(sandbox.baseUrl().toEncoded()));
    program.setEnvironment(u"MONGODB_ATLAS_ACCESS_TOKEN"_s, QString::fromUtf8(sandbox.accessToken()));
    if (!program.start())
        return 0;
    const int projects = ScaleOfManyClusters * 14;
    const bool isRead = QTest::qWaitFor([&] { return sandbox.requestCount() > 2 * projects; }, Patience);
    if (!isRead || !program.waitUntilIdle(IdleFor, Patience)) {
        report.say(
            u"The console did not read the large fleet: it asked %1 times."_s.arg(sandbox.requestCount()));
        return 0;
    }
    return program.residentMegabytes();
}
} // namespace

void benchStart(Report& report)
{
    report.begin(u"Start and memory"_s);
    XServer xServer;
    if (!xServer.start())
        return report.say(u"Start and memory were not measured: there is no Xvfb on this machine."_s);
    const QString display = xServer.display();
    toFirstPaint(telamon(), display); // the first run finds the disk cold
    report.add(u"process start to first paint"_s,
        inPairs(
            Turns, [&] { return toFirstPaint(telamon(), display); },
            [&] { return toFirstPaint(emptyWindow(), display); }),
        u"an empty window"_s, Aim::within(2));
    const double emptyMemory = idleMemory(emptyWindow(), display);
    report.add(u"resident memory, idle"_s, idleMemory(telamon(), display),
        {u"an empty window"_s, emptyMemory}, Aim::none(), "MB"_L1);
    if (const double many = memoryOfManyClusters(report, display); many > 0)
        report.add(u"resident memory, 10,000 clusters listed"_s, many, {u"an empty window"_s, emptyMemory},
            Aim::none(), "MB"_L1);
}
