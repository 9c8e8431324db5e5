// SPDX-License-Identifier: GPL-3.0-or-later
// A strip of lanes by itself: letter for letter, without colour, in either theme, at any size, and quick.
#include "models/recordmodel.h"
#include "models/series/seriesmodel.h"
#include "tests/models/series/lanefixture.h"
#include "tests/support/testprogram.h"
#include "tests/ui/hostiletexts.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/laneview.h"
#include "ui/charts/markshape.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QImage>
#include <QPixmap>
#include <QToolTip>

#include <cstdlib>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

// A panel with its records, as a page has it.
struct Strip {
    explicit Strip(const QByteArray& rows) : records(laneTable()), series(description, records, nullptr)
    {
        records.setNow(now());
        loadRows(records, rows);
        series.setActive(true);
        panel = std::make_unique<ChartPanel>(series, nullptr);
        panel->resize(1000, 400);
        panel->setUnfolded(true);
        panel->show();
    }
    LaneView& view() { return *panel->lanes(); }

    SeriesDescription description = snapshots();
    RecordModel records;
    SeriesModel series;
    std::unique_ptr<ChartPanel> panel;
};

// Beside what is painted.
int groundLightness(QWidget& widget)
{
    const QImage image = widget.grab().toImage();
    return image.pixelColor(image.width() - 2, 1).lightness();
}

QByteArray jsonRow(int id, const QString& text)
{
    return "{\"id\":\"" + QByteArray::number(id) + "\",\"created\":\"2026-05-19T00:00:00Z\",\"frequency\":"
        + toJsonString(text) + ",\"status\":" + toJsonString(text) + "}";
}

} // namespace

class TestLaneView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { applyTheme(*qApp, Theme::Light); }

    void namesAreLetters()
    {
        const QList<QString> texts = hostileTexts(u"/nowhere/picture.png"_s);
        for (qsizetype from = 0; from < texts.size(); from += 5) {
            QByteArrayList rows;
            const QList<QString> some = texts.mid(from, 5);
            for (qsizetype i = 0; i < some.size(); ++i)
                rows.append(jsonRow(int(i), some.at(i)));
            Strip strip(list(rows));
            QVERIFY(!strip.panel->grab().isNull());
            QCOMPARE(deceptionsIn(*strip.panel).join(u'\n'), QString());
            QVERIFY(strip.view().shownTexts().join(u' ').contains(hostileMarker()));
            strip.view().setFocus();
            for (int lane = 0; lane < strip.series.rowCount(); ++lane) {
                QTest::keyClick(&strip.view(), lane == 0 ? Qt::Key_End : Qt::Key_Down);
                QCOMPARE(strip.view().currentLane(), lane);
                QCOMPARE(deceptionsIn(*strip.panel).join(u'\n'), QString());
                const QPoint at = strip.view().markRect(lane, 0).center().toPoint();
                QHelpEvent help(QEvent::ToolTip, at, strip.view().mapToGlobal(at));
                QApplication::sendEvent(&strip.view(), &help);
                const QString tip = QToolTip::text();
                QVERIFY(!tip.isEmpty());
                QVERIFY2(!tip.contains("<b>"_L1) && !tip.contains("<img"_L1), qPrintable(tip));
                QToolTip::hideText();
            }
        }
    }

    void marksAreToldApartWithoutColour()
    {
        const MarkColours colours {Qt::white, Qt::black}; // what is not painted is black too
        QList<QImage> images;
        for (const SeriesMark::Part part :
            {SeriesMark::Usual, SeriesMark::Soon, SeriesMark::UnderWay, SeriesMark::Bad}) {
            const QImage image =
                markSwatch(part, colours, 16, 1).toImage().convertToFormat(QImage::Format_Grayscale8);
            for (const QImage& other : std::as_const(images)) {
                int differing = 0;
                for (int y = 0; y < image.height(); ++y) {
                    for (int x = 0; x < image.width(); ++x)
                        differing += std::abs(qGray(image.pixel(x, y)) - qGray(other.pixel(x, y))) > 100;
                }
                QVERIFY2(differing > 20, qPrintable(QString::number(differing)));
            }
            images.append(image);
        }
    }

    void everyMarkIsPaintedInItsLane()
    {
        Strip strip(manyRows());
        const QImage image = strip.view().grab().toImage();
        const qreal ratio = image.devicePixelRatio();
        for (int lane = 0; lane < strip.series.rowCount(); ++lane) {
            const auto marks = int(strip.series.series().lanes[std::size_t(lane)].size());
            for (int mark = 0; mark < marks; ++mark) {
                const QRectF rect = strip.view().markRect(lane, mark);
                QVERIFY(QRectF(strip.view().rect()).adjusted(0, 0, -rect.width(), 0).contains(rect));
                int painted = 0;
                for (int y = int(rect.top()); y < int(rect.bottom()); ++y) {
                    for (int x = int(rect.left()); x < int(rect.right()); ++x) {
                        const QColor at = image.pixelColor(QPoint(x, y) * ratio);
                        painted += at.saturation() > 60; // lines and ground have no colour
                    }
                }
                QVERIFY2(painted > 8, qPrintable(strip.series.text(lane, mark)));
            }
        }
    }

    void itIsReadInBothThemesAndAtTwiceTheSize()
    {
        Strip strip(manyRows());
        QTRY_VERIFY(groundLightness(strip.view()) > 200);
        applyTheme(*qApp, Theme::Dark);
        QTRY_VERIFY(groundLightness(strip.view()) < 60);
        const QSize before = strip.view().minimumSizeHint();
        const QRectF mark = strip.view().markRect(0, 0);
        QFont font = strip.panel->font();
        font.setPointSizeF(font.pointSizeF() * 2);
        strip.panel->setFont(font);
        QVERIFY(strip.view().minimumSizeHint().height() > before.height() * 3 / 2);
        QVERIFY(strip.view().markRect(0, 0).width() > mark.width() * 1.5);
        QVERIFY(!strip.panel->grab().isNull());
        for (const SeriesPart& lane : strip.series.series().categories)
            QVERIFY2(strip.view().shownTexts().contains(lane.name), qPrintable(lane.name));
    }

    void theAxisSaysThatItIsNotEven()
    {
        Strip strip(manyRows());
        const QPoint at(strip.view().width() / 2, strip.view().height() - 2);
        QHelpEvent help(QEvent::ToolTip, at, strip.view().mapToGlobal(at));
        QApplication::sendEvent(&strip.view(), &help);
        QVERIFY2(QToolTip::text().startsWith(u"The older, the closer"_s), qPrintable(QToolTip::text()));
        QToolTip::hideText();
    }

    // 47 hours and 24 hours are both "1 d ago".
    void theAxisSaysNoAgeTwice()
    {
        Strip strip(
            list({row(1, "hourly", "2026-05-18T13:00:00Z"), row(2, "hourly", "2026-05-20T11:00:00Z")}));
        QVERIFY(!strip.view().grab().isNull());
        const QStringList texts = strip.view().shownTexts();
        QCOMPARE(texts.count(u"1 d ago"_s), 1);
        QCOMPARE(texts.count(u"1 h ago"_s), 1);
    }

    void whatIsBeingSelectedStaysWhenTheRecordsAreReadAgain()
    {
        Strip strip(manyRows());
        QTest::keyClick(&strip.view(), Qt::Key_Down);
        QTest::keyClick(&strip.view(), Qt::Key_Down);
        const auto selected = strip.view().span();
        QVERIFY(selected && selected->lane == 1);
        loadRows(strip.records, manyRows());
        strip.series.countNow();
        QCOMPARE(strip.view().span(), selected);
        loadRows(strip.records, list({row(9, "yearly", "2026-01-01T00:00:00Z")}));
        strip.series.countNow();
        QVERIFY(!strip.view().span()); // it is gone
        QCOMPARE(strip.view().currentLane(), -1);
        loadRows(strip.records, "[]");
        strip.series.countNow();
        QVERIFY(!strip.view().grab().isNull());
        QTest::keyClick(&strip.view(), Qt::Key_Home);
        QTest::mouseClick(&strip.view(), Qt::LeftButton);
        QVERIFY(!strip.view().span());
    }

    void manyMarksArePaintedOnce()
    {
        QByteArrayList rows;
        for (int i = 0; i < 20'000; ++i)
            rows.append(row(i, i % 2 ? "hourly" : "daily",
                "2026-05-" + QByteArray::number(10 + i % 9) + "T" + QByteArray::number(10 + i % 13) + ":"
                    + QByteArray::number(10 + i % 49) + ":00Z"));
        Strip strip(list(rows));
        QCOMPARE(strip.series.series().total(), 20'000.0);
        QBENCHMARK_ONCE
        {
            strip.series.countNow();
            strip.view().repaint();
        }
    }
};

TELAMON_WIDGET_TEST(TestLaneView)
#include "test_laneview.moc"
