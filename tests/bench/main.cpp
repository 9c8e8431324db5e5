// SPDX-License-Identifier: GPL-3.0-or-later
// What the program is for, measured against what it could be compared with: telamon_bench [--output FILE]
// [SECTION...]. Prints a table and writes it to FILE as Markdown.
#include "tests/bench/catalogbench.h"
#include "tests/bench/chartsbench.h"
#include "tests/bench/eventsbench.h"
#include "tests/bench/fleetbench.h"
#include "tests/bench/formsbench.h"
#include "tests/bench/recordsbench.h"
#include "tests/bench/report.h"
#include "tests/bench/startbench.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace Qt::StringLiterals;

namespace {
// Whether the C library gives memory back in between, and has to ask for it again, is chance and costs as
// much as to parse: it keeps it, for both sides.
void keepMemory()
{
#ifdef __GLIBC__
    constexpr int all = 1 << 30;
    mallopt(M_MMAP_THRESHOLD, all);
    mallopt(M_TRIM_THRESHOLD, all);
#endif
}
} // namespace

int main(int argc, char** argv)
{
    keepMemory();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Telamon::applyTheme(application, Telamon::Theme::Light); // for what is compared with as well
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"output"_s, u"Write the table to this file, as Markdown."_s, u"file"_s});
    parser.addPositionalArgument(
        u"section"_s, u"records, charts, events, start, fleet, forms, catalog; all where none is named."_s);
    parser.process(application);
    const QStringList wanted = parser.positionalArguments();
    const std::pair<QString, void (*)(Report&)> sections[] = {{u"records"_s, benchRecords},
        {u"charts"_s, benchCharts}, {u"events"_s, benchEvents}, {u"start"_s, benchStart},
        {u"fleet"_s, benchFleet}, {u"forms"_s, benchForms}, {u"catalog"_s, benchCatalog}};
    Report report;
    for (const auto& [name, measure] : sections) {
        if (wanted.isEmpty() || wanted.contains(name))
            measure(report);
    }
    const QString file = parser.value(u"output"_s);
    if (!file.isEmpty() && !report.write(file)) {
        std::fprintf(stderr, "%s cannot be written\n", qPrintable(file));
        return 1;
    }
    return 0;
}
