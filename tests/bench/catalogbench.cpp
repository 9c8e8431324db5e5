// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/catalogbench.h"

#include "api/catalog/catalog.h"
#include "tests/bench/report.h"

#include <QFile>
#include <QJsonDocument>

using namespace Telamon;
using namespace Qt::StringLiterals;

void benchCatalog(Report& report)
{
    report.begin(u"Catalog"_s);
    constexpr int Turns = 9;
    (void)Catalog::builtIn(); // the first opens the resource
    QFile file(u":/telamon/atlas.openapi.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return report.say(u"The built-in document is missing."_s);
    const QByteArray json = file.readAll();
    report.add(u"read the built-in document"_s,
        inPairs(
            Turns, [] { return timeOf([] { (void)Catalog::builtIn(); }); },
            [&json] { return timeOf([&json] { (void)QJsonDocument::fromJson(json); }); }),
        u"QJsonDocument alone"_s, Aim::none());
}
