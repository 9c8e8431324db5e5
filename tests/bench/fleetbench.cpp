// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/fleetbench.h"

#include "api/catalog/catalog.h"
#include "api/catalog/masking.h"
#include "api/http/requestlog.h"
#include "api/profiles/connect.h"
#include "models/inventory.h"
#include "models/recordmodel.h"
#include "tests/bench/barereading.h"
#include "tests/bench/programs.h"
#include "tests/bench/report.h"

#include <QFile>
#include <QMap>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
constexpr int Turns = 7;
constexpr int Scale = 15; // 14 projects each: 210
constexpr int Patience = 120'000;

using Targets = QMap<QByteArray, QByteArrayList>; // by what they accept

enum class Part { Listed, Marked }; // organizations, projects and clusters; their open alerts too

// One reading of the fleet, with a client and a log of its own as the program has them.
class FleetReading {
public:
    FleetReading(const SandboxProcess& sandbox, const Catalog& catalog) : m_log(JsonMasker())
    {
        Profile profile;
        profile.id = u"bench"_s;
        profile.name = u"Bench"_s;
        profile.baseUrl = sandbox.baseUrl();
        profile.kind = CredentialKind::AccessToken;
        auto client = makeClient(profile, sandbox.accessToken(), m_log);
        if (!client)
            return;
        m_client = std::move(client).value();
        m_inventory = std::make_unique<Inventory>(*m_client, catalog, nullptr);
    }

    // Milliseconds until it can be looked at, or until its open alerts mark it too; 0: it was not read. The
    // alerts are waited for in any case, so that nothing goes on beside what is measured next.
    double read(Part part)
    {
        if (!m_inventory)
            return 0;
        QSignalSpy listed(m_inventory.get(), &Inventory::finished);
        QSignalSpy alertsRead(m_inventory.get(), &Inventory::alertsRead);
        const double time = timeOf([&] {
            m_inventory->refresh();
            (part == Part::Listed ? listed : alertsRead).wait(Patience);
        });
        if (alertsRead.isEmpty())
            alertsRead.wait(Patience);
        return alertsRead.isEmpty() || m_inventory->clusters().isLoading() ? 0 : time;
    }

    Targets targets(Part part) const
    {
        Targets targets;
        for (const LogEntry& entry : m_log.entries()) {
            if (part == Part::Listed && entry.target.contains("/alerts?"))
                continue;
            for (const auto& [name, value] : entry.requestHeaders) {
                if (name == "Accept")
                    targets[value].append(entry.target);
            }
        }
        return targets;
    }
    int projectCount() const { return m_inventory->projects().totalCount(); }
    int clusterCount() const { return m_inventory->clusters().totalCount(); }

private:
    RequestLog m_log;
    std::unique_ptr<HttpClient> m_client;
    std::unique_ptr<Inventory> m_inventory;
};

QByteArray curlConfig(const Targets& targets, const SandboxProcess& sandbox)
{
    QByteArray config;
    for (auto group = targets.cbegin(); group != targets.cend(); ++group) {
        config += config.isEmpty() ? "" : "next\n";
        config += "silent\nheader = \"Authorization: Bearer " + sandbox.accessToken()
            + "\"\nheader = \"Accept: " + group.key() + "\"\n";
        for (const QByteArray& target : group.value())
            config += "url = \"" + sandbox.baseUrl().toEncoded() + target + "\"\noutput = /dev/null\n";
    }
    return config;
}

double readWithCurl(const QString& curl, const QString& configFile)
{
    QProcess process;
    const double time = timeOf([&] {
        process.start(curl, {u"--parallel"_s, u"--config"_s, configFile});
        process.waitForFinished(Patience);
    });
    return process.exitCode() == 0 ? time : 0;
}
} // namespace

void benchFleet(Report& report)
{
    report.begin(u"Fleet"_s);
    const QString curl = QStandardPaths::findExecutable(u"curl"_s);
    if (curl.isEmpty())
        return report.say(u"The fleet was not read: there is no curl on this machine."_s);
    auto catalog = Catalog::builtIn();
    SandboxProcess sandbox;
    if (!catalog || !sandbox.start(Scale))
        return report.say(u"The fleet was not read: the sandbox did not start."_s);
    FleetReading first(sandbox, catalog.value());
    if (first.read(Part::Marked) <= 0)
        return report.say(u"The fleet was not read in time."_s);
    const QTemporaryDir folder; // nobody else may enter it
    QFile config(folder.filePath(u"curl.conf"_s));
    const Measured withCurl = [&] { return readWithCurl(curl, config.fileName()); };
    const auto measure = [&](Part part, const QString& what, const Aim& aim) {
        const Targets targets = first.targets(part);
        qsizetype pages = 0;
        for (const QByteArrayList& group : targets)
            pages += group.size();
        const QByteArray list = curlConfig(targets, sandbox);
        if (!config.open(QIODevice::WriteOnly) || config.write(list) < 0)
            return report.say(u"The fleet was not read: curl's list could not be written."_s);
        config.close();
        report.add(what.arg(pages),
            inPairs(
                Turns, [&] { return FleetReading(sandbox, catalog.value()).read(part); }, withCurl),
            u"curl --parallel"_s, aim);
    };
    measure(Part::Marked,
        u"read %1 projects with %2 clusters and their open alerts, %3 pages"_s.arg(first.projectCount())
            .arg(first.clusterCount()),
        Aim::none());
    measure(Part::Listed,
        u"read %1 projects with %2 clusters, %3 pages"_s.arg(first.projectCount()).arg(first.clusterCount()),
        Aim::within(1.2));
    const Targets targets = first.targets(Part::Listed);
    report.add(u"the same pages with QNetworkAccessManager alone, nothing made of them"_s,
        inPairs(
            Turns, [&] { return BareReading(sandbox.baseUrl(), sandbox.accessToken(), targets).read(); },
            withCurl),
        u"curl --parallel"_s, Aim::none());
}
