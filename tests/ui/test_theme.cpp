// SPDX-License-Identifier: GPL-3.0-or-later
// What has to be read can be read, and what has to be seen as an edge can be seen: WCAG 2.1, 1.4.3
// and 1.4.11.
#include "tests/support/testprogram.h"
#include "tests/ui/contrast.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QGroupBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QStyleOptionSlider>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

struct Pair {
    const char* name;
    QPalette::ColorRole front, back;
    double least;
};

constexpr Pair pairs[] = {
    {"text in a table", QPalette::Text, QPalette::Base, textContrast},
    {"text in every other row", QPalette::Text, QPalette::AlternateBase, textContrast},
    {"text in the window", QPalette::WindowText, QPalette::Window, textContrast},
    {"text on a button", QPalette::ButtonText, QPalette::Button, textContrast},
    {"muted text in the window", QPalette::PlaceholderText, QPalette::Window, textContrast},
    {"muted text in a field", QPalette::PlaceholderText, QPalette::Base, textContrast},
    {"muted text in every other row", QPalette::PlaceholderText, QPalette::AlternateBase, textContrast},
    {"selected text", QPalette::HighlightedText, QPalette::Highlight, textContrast},
    {"a link", QPalette::Link, QPalette::Window, textContrast},
    {"a tool tip", QPalette::ToolTipText, QPalette::ToolTipBase, textContrast},
    {"the selection in a table", QPalette::Highlight, QPalette::Base, edgeContrast},
    {"an edge in the window", QPalette::Dark, QPalette::Window, edgeContrast},
    {"an edge around a field", QPalette::Dark, QPalette::Base, edgeContrast},
};

} // namespace

class TestTheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void paletteCanBeRead_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::addColumn<int>("pair");
        for (int pair = 0; pair < int(std::size(pairs)); ++pair) {
            QTest::addRow("light, %s", pairs[pair].name) << Theme::Light << pair;
            QTest::addRow("dark, %s", pairs[pair].name) << Theme::Dark << pair;
        }
    }
    void paletteCanBeRead()
    {
        QFETCH(Theme, theme);
        QFETCH(int, pair);
        applyTheme(*qApp, theme);
        const QPalette palette = QApplication::palette();
        const double found = contrast(palette.color(pairs[pair].front), palette.color(pairs[pair].back));
        QVERIFY2(found >= pairs[pair].least, qPrintable(QString::number(found)));
    }

    void attentionCanBeRead_data() { eachTheme(); }
    void attentionCanBeRead()
    {
        QFETCH(Theme, theme);
        applyTheme(*qApp, theme);
        const QPalette palette = QApplication::palette();
        for (const Attention attention : {Attention::Notice, Attention::Warning, Attention::Critical}) {
            for (const QPalette::ColorRole back :
                {QPalette::Base, QPalette::AlternateBase, QPalette::Window}) {
                const double found = contrast(attentionColour(attention, palette), palette.color(back));
                QVERIFY2(found >= textContrast,
                    qPrintable(u"%1 on %2: %3"_s.arg(int(attention)).arg(back).arg(found)));
            }
        }
    }

    void whatCannotBeUsedIsToldFromWhatIsMuted_data() { eachTheme(); }
    void whatCannotBeUsedIsToldFromWhatIsMuted()
    {
        QFETCH(Theme, theme);
        applyTheme(*qApp, theme);
        const QPalette palette = QApplication::palette();
        const QColor window = palette.color(QPalette::Window);
        QVERIFY(contrast(palette.color(QPalette::Disabled, QPalette::WindowText), window) * 1.3
            < contrast(palette.color(QPalette::PlaceholderText), window));
        QVERIFY(palette.color(QPalette::Disabled, QPalette::Base) != palette.color(QPalette::Base));
    }

    void fieldsHaveAnEdge_data() { eachTheme(); }
    void fieldsHaveAnEdge()
    {
        QFETCH(Theme, theme);
        applyTheme(*qApp, theme);
        QLineEdit line;
        QSpinBox number;
        QComboBox choice;
        QPlainTextEdit lines;
        QGroupBox group(u"Fields"_s);
        group.setMinimumHeight(4 * group.fontMetrics().height()); // its middle is below its title
        for (QWidget* field : std::initializer_list<QWidget*> {&line, &number, &choice, &lines, &group}) {
            field->resize(120, 40);
            const double found = contrast(edgeOf(*field), QApplication::palette().color(QPalette::Window));
            QVERIFY2(found >= edgeContrast,
                qPrintable(
                    QLatin1StringView(field->metaObject()->className()) + u' ' + QString::number(found)));
        }
    }

    void aButtonsTextIsApartFromItsFrame_data() { eachTheme(); }
    void aButtonsTextIsApartFromItsFrame()
    {
        QFETCH(Theme, theme);
        applyTheme(*qApp, theme);
        const QPushButton button(u"Look around in the sandbox"_s);
        const QFontMetrics metrics = button.fontMetrics();
        QVERIFY(
            button.sizeHint().width() >= metrics.horizontalAdvance(button.text()) + 3 * metrics.height() / 2);
    }

    void whatATruncatedToolBarHidesIsPointedAt_data() { eachTheme(); }
    void whatATruncatedToolBarHidesIsPointedAt()
    {
        QFETCH(Theme, theme);
        applyTheme(*qApp, theme);
        QWidget page;
        auto* bar = new QToolBar(&page);
        for (const QString& label : {u"Acknowledge…"_s, u"Unacknowledge…"_s, u"Pin…"_s})
            bar->addAction(label);
        bar->setGeometry(0, 0, 160, bar->sizeHint().height());
        page.resize(200, 100);
        page.show();
        const auto* extension = bar->findChild<QToolButton*>(u"qt_toolbar_ext_button"_s);
        QTRY_VERIFY(extension && extension->isVisible());
        const QImage picture = bar->grab(extension->geometry()).toImage();
        double most = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                most = std::max(most,
                    contrast(picture.pixelColor(x, y), QApplication::palette().color(QPalette::Window)));
        }
        QVERIFY2(most >= edgeContrast, qPrintable(QString::number(most)));
    }

    void aScrollBarShowsWhereOneIs_data() { eachTheme(); }
    void aScrollBarShowsWhereOneIs()
    {
        QFETCH(Theme, theme);
        applyTheme(*qApp, theme);
        QScrollBar bar(Qt::Vertical);
        bar.setRange(0, 300);
        bar.setPageStep(100); // a quarter
        bar.resize(bar.sizeHint().width(), 400);
        const auto runs = [&bar](int value) {
            bar.setValue(value);
            const QImage picture = bar.grab().toImage();
            const int middle = picture.width() / 2;
            const QColor groove = QApplication::palette().color(QPalette::Window);
            int first = -1;
            int last = -1;
            for (int y = 0; y < picture.height(); ++y) {
                if (contrast(picture.pixelColor(middle, y), groove) >= edgeContrast) {
                    first = first < 0 ? y : first;
                    last = y;
                }
            }
            return std::pair(first, last);
        };
        const auto [top, topEnd] = runs(0);
        QVERIFY(top >= 0 && top < 10);
        QVERIFY(std::abs(topEnd - 100) < 10);
        const auto [bottom, bottomEnd] = runs(300);
        QVERIFY(std::abs(bottom - 300) < 10);
        QVERIFY(bottomEnd > 390);
    }

    void theCornerBetweenScrollBarsIsAsTheyAre_data() { eachTheme(); }
    void theCornerBetweenScrollBarsIsAsTheyAre()
    {
        QFETCH(Theme, theme);
        applyTheme(*qApp, theme);
        QPlainTextEdit area;
        area.setFrameShape(QFrame::NoFrame);
        area.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
        area.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
        area.resize(200, 200);
        area.show();
        const int side = area.verticalScrollBar()->width();
        QVERIFY(side > 0 && area.viewport()->width() <= area.width() - side);
        const QImage picture = area.grab().toImage();
        for (int y = picture.height() - side; y < picture.height(); ++y) {
            for (int x = picture.width() - side; x < picture.width(); ++x)
                QCOMPARE(picture.pixelColor(x, y), QApplication::palette().color(QPalette::Window));
        }
    }

    void aScrollBarIsPulledAndPaged()
    {
        applyTheme(*qApp, Theme::Light);
        QScrollBar bar(Qt::Vertical);
        bar.setRange(0, 300);
        bar.setPageStep(100);
        bar.resize(bar.sizeHint().width(), 400);
        bar.show();
        const int middle = bar.width() / 2;
        QTest::mouseClick(&bar, Qt::LeftButton, {}, {middle, 350});
        QCOMPARE(bar.value(), 100);
        QTest::mousePress(&bar, Qt::LeftButton, {}, {middle, 150});
        QTest::mouseMove(&bar, {middle, 250});
        QTest::mouseRelease(&bar, Qt::LeftButton, {}, {middle, 250});
        QCOMPARE(bar.value(), 200);
        bar.setLayoutDirection(Qt::RightToLeft); // of no matter to a vertical one
        QTest::mouseClick(&bar, Qt::LeftButton, {}, {middle, 10});
        QCOMPARE(bar.value(), 100);
    }

    void aScrollBarMayBeShorterThanItsSlider()
    {
        applyTheme(*qApp, Theme::Light);
        QScrollBar bar(Qt::Vertical);
        bar.setRange(0, 300);
        bar.setPageStep(10);
        for (const int length : {0, 1, 5}) {
            bar.resize(bar.sizeHint().width(), length);
            QStyleOptionSlider option;
            option.initFrom(&bar);
            option.orientation = bar.orientation();
            option.maximum = bar.maximum();
            option.pageStep = bar.pageStep();
            const QRect slider =
                bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, &bar);
            QCOMPARE(slider.height(), length);
        }
    }
};

TELAMON_WIDGET_TEST(TestTheme)
#include "test_theme.moc"
