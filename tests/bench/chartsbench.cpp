// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/chartsbench.h"

#include "models/recordmodel.h"
#include "models/series/seriesmodel.h"
#include "tests/bench/accesslog.h"
#include "tests/bench/loading.h"
#include "tests/bench/report.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/chartview.h"
#include "ui/widgets/recordview.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
constexpr int Turns = 9;

const SeriesDescription Signins {.title = "Sign-ins",
    .timeKey = "timestamp",
    .seriesKey = "authResult",
    .yesName = "Succeeded",
    .noName = "Failed"};

// A table as a page shows it, with or without a chart above it.
class Shown {
public:
    explicit Shown(bool hasChart) : m_model(accessLogTable()), m_series(Signins, m_model, nullptr)
    {
        m_view.resize(1000, 600);
        m_view.setRecordModel(&m_model);
        m_view.show();
        if (hasChart) {
            m_panel = std::make_unique<ChartPanel>(m_series, nullptr);
            m_panel->resize(1000, 220);
            m_panel->setUnfolded(true);
            m_panel->show();
            m_series.setActive(true);
        }
        paint();
    }

    // From the answer to what is painted, the chart's numbers of all records included.
    void load(const QByteArrayList& answers)
    {
        loadAnswers(m_model, "log", answers);
        if (m_panel)
            m_series.countNow();
        paint();
    }

    void countAndPaint()
    {
        m_series.countNow();
        m_panel->chart()->viewport()->repaint();
    }

private:
    void paint()
    {
        QCoreApplication::sendPostedEvents(&m_view);
        m_view.viewport()->repaint();
        if (m_panel)
            m_panel->chart()->viewport()->repaint();
    }

    RecordModel m_model;
    SeriesModel m_series;
    RecordView m_view;
    std::unique_ptr<ChartPanel> m_panel;
};

double loading(bool hasChart, const QByteArrayList& answers)
{
    Shown shown(hasChart);
    return timeOf([&] { shown.load(answers); });
}
} // namespace

void benchCharts(Report& report)
{
    report.begin(u"Charts"_s);
    const QByteArrayList lines = accessLogAnswers(20'000, 20'000);
    report.add(u"20,000 access lines, to a painted table and chart"_s,
        inPairs(Turns, settled([&] { return loading(true, lines); }),
            settled([&] { return loading(false, lines); })),
        u"the table alone"_s, Aim::within(1.5));
    const QByteArrayList many = accessLogAnswers(100'000, 500);
    Shown shown(true);
    const double all = timeOf([&] { shown.load(many); });
    report.add(u"a chart of 100,000 points, counted and drawn"_s,
        medianTimeOf(Turns, [&] { shown.countAndPaint(); }), {u"from the answers to both"_s, all},
        Aim::under(50));
}
