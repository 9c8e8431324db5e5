// SPDX-License-Identifier: GPL-3.0-or-later
// What a button is like can be seen in either theme.
#include "tests/support/testprogram.h"
#include "tests/ui/contrast.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestButtonLook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsPressedInCanBeTold_data() { eachTheme(); }
    void whatIsPressedInCanBeTold()
    {
        QFETCH(Theme, theme);
        applyTheme(*qApp, theme);
        const QPalette palette = QApplication::palette();
        for (const bool isFramed : {true, false}) {
            QToolButton button;
            button.setText(u"As table"_s);
            button.setCheckable(true);
            button.setAutoRaise(!isFramed);
            button.resize(button.sizeHint());
            const QColor before = edgeOf(button);
            button.setChecked(true);
            QVERIFY(edgeOf(button) != before);
            QVERIFY(contrast(edgeOf(button), palette.color(QPalette::Window)) >= edgeContrast);
            const QColor inside = button.grab().toImage().pixelColor(2, button.height() / 2);
            QVERIFY(contrast(palette.color(QPalette::ButtonText), inside) >= textContrast);
            QVERIFY(contrast(edgeOf(button), inside) >= edgeContrast);
        }
    }

    void whereTheKeysGoCanBeSeen_data() { eachTheme(); }
    void whereTheKeysGoCanBeSeen()
    {
        QFETCH(Theme, theme);
        applyTheme(*qApp, theme);
        const QPalette palette = QApplication::palette();
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        auto* button = new QPushButton(u"Set a time…"_s, &window);
        auto* places = new QTreeWidget(&window);
        places->setFrameShape(QFrame::NoFrame);
        auto* place = new QTreeWidgetItem(places, {u"Fleet"_s});
        places->setCurrentItem(place);
        layout->addWidget(button);
        layout->addWidget(places);
        window.setAttribute(Qt::WA_KeyboardFocusChange); // as after Tab
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto markOf = [&](const QModelIndex& index) {
            const QRect row = places->visualRect(index);
            return places->viewport()->grab().toImage().pixelColor(row.left() + 1, row.center().y());
        };
        button->setFocus(Qt::TabFocusReason);
        QVERIFY(contrast(button->grab().toImage().pixelColor(1, button->height() / 2),
                    palette.color(QPalette::Window))
            >= edgeContrast);
        QCOMPARE(markOf(places->currentIndex()), palette.color(QPalette::Highlight));
        places->setFocus(Qt::TabFocusReason);
        QVERIFY(contrast(markOf(places->currentIndex()), palette.color(QPalette::Highlight)) >= edgeContrast);
    }
};

TELAMON_WIDGET_TEST(TestButtonLook)
#include "test_buttonlook.moc"
