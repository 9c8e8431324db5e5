// SPDX-License-Identifier: GPL-3.0-or-later
// Names of series and categories come from the service: a chart shows them letter for letter.
#include "models/recordmodel.h"
#include "models/series/seriesmodel.h"
#include "tests/models/series/seriesfixture.h"
#include "tests/support/testprogram.h"
#include "tests/ui/accesswatch.h"
#include "tests/ui/hostiletexts.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/chartview.h"
#include "ui/charts/seriestable.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QGraphicsItem>
#include <QGraphicsScene>
#include <QGraphicsSimpleTextItem>
#include <QImage>
#include <QLabel>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestChartText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreLetters_data()
    {
        QTest::addColumn<bool>("isOverTime");
        QTest::newRow("categories") << false;
        QTest::newRow("series") << true;
    }
    void namesAreLetters()
    {
        QFETCH(const bool, isOverTime);
        const QString picture = m_folder.filePath(u"picture.png"_s);
        QImage image(4, 4, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(picture));
        const QList<QString> texts = hostileTexts(picture);
        const SeriesDescription description {
            .kind = isOverTime ? SeriesDescription::Kind::CountOverTime : SeriesDescription::Kind::Categories,
            .title = "Users",
            .timeKey = "time",
            .seriesKey = "user"};
        AccessWatch watch(picture);
        for (qsizetype from = 0; from < texts.size(); from += 5) {
            QByteArray rows = "[";
            const QList<QString> some = texts.mid(from, 5);
            for (qsizetype i = 0; i < some.size(); ++i)
                rows += (i > 0 ? "," : "") + QByteArray("{\"id\":\"") + QByteArray::number(i)
                    + "\",\"time\":\"2026-05-02T14:00:00Z\",\"user\":" + toJsonString(some.at(i)) + "}";
            RecordModel records(seriesTable());
            loadRows(records, rows + "]");
            SeriesModel series(description, records, nullptr);
            series.setActive(true);
            ChartPanel panel(series, nullptr);
            panel.resize(900, 400);
            panel.setUnfolded(true);
            panel.show();
            QVERIFY(!panel.grab().isNull());
            QCOMPARE(deceptionsIn(panel).join(u'\n'), QString());
            QVERIFY(hostileTextsShownIn(panel) >= (isOverTime ? 1 : int(some.size())));
            panel.chart()->setFocus();
            QTest::keyClick(panel.chart(), Qt::Key_End);
            QCOMPARE(deceptionsIn(panel).join(u'\n'), QString());
            QCOMPARE(markupItems(*panel.chart()), 0); // nothing of it has reached Qt Charts
            QStringList painted = panel.chart()->shownTexts();
            QVERIFY(!painted.isEmpty());
            QVERIFY(isOverTime || painted.join(u' ').contains(hostileMarker()));
        }
        QVERIFY(!watch.wasRead());
    }

    // Bars and marks of 100,000 points are few: they are drawn in one turn that nobody notices.
    void manyPointsAreFewBars()
    {
        QByteArray rows = "[";
        for (int i = 0; i < 100'000; ++i)
            rows += (i > 0 ? "," : "") + QByteArray("{\"id\":\"") + QByteArray::number(i)
                + "\",\"time\":\"2026-05-" + QByteArray::number(10 + i % 19) + "T10:00:00Z\",\"ok\":true}";
        RecordModel records(seriesTable());
        loadRows(records, rows + "]");
        const SeriesDescription description {.title = "Rows", .timeKey = "time", .seriesKey = "ok"};
        SeriesModel series(description, records, nullptr);
        series.setActive(true);
        ChartPanel panel(series, nullptr);
        panel.resize(1200, 300);
        panel.setUnfolded(true);
        panel.show();
        QVERIFY(panel.chart()->scene()->items().size() < 2 * int(TimeBuckets::Most));
        QBENCHMARK_ONCE
        {
            series.countNow();
            panel.chart()->viewport()->repaint();
        }
    }

    void theSentenceIsApartFromTheLegend()
    {
        const SeriesDescription description {.kind = SeriesDescription::Kind::CountOverTime,
            .title = "Users who have signed in to anything that is written down here at all",
            .timeKey = "time",
            .seriesKey = "user"};
        RecordModel records(seriesTable());
        loadRows(records,
            "[{\"id\":\"1\",\"time\":\"2026-05-02T14:00:00Z\",\"user\":\"anna\"},"
            "{\"id\":\"2\",\"time\":\"2026-05-02T15:00:00Z\",\"user\":\"ben\"}]");
        SeriesModel series(description, records, nullptr);
        series.setActive(true);
        ChartPanel panel(series, nullptr);
        panel.setUnfolded(true);
        panel.resize(panel.fontMetrics().averageCharWidth() * 75, 400);
        panel.show();
        QTRY_VERIFY(!panel.findChildren<QLabel*>().isEmpty() && series.rowCount() > 0);
        const auto* sentence = panel.findChild<ElidedLabel*>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_VERIFY(sentence->shownText() != sentence->text()); // it is cut
        const auto swatch = [&panel]() -> const QLabel* {
            const auto labels = panel.findChildren<QLabel*>();
            for (const QLabel* label : labels) {
                if (label->isVisible() && !label->pixmap().isNull())
                    return label;
            }
            return nullptr;
        };
        QTRY_VERIFY(swatch());
        const int gap = swatch()->mapTo(&panel, QPoint()).x() - sentence->geometry().right();
        QVERIFY2(gap >= panel.fontMetrics().height(), qPrintable(QString::number(gap)));
    }

private:
    // Items that could take a text for markup and have one of the service's.
    static int markupItems(const ChartView& view)
    {
        int found = 0;
        const QList<QGraphicsItem*> items = view.scene()->items();
        for (QGraphicsItem* item : items) {
            const auto* text = dynamic_cast<QGraphicsTextItem*>(item);
            found += text && text->toPlainText().contains(hostileMarker());
        }
        return found;
    }

    QTemporaryDir m_folder;
};

TELAMON_WIDGET_TEST(TestChartText)
#include "test_charttext.moc"
