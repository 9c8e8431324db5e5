// SPDX-License-Identifier: GPL-3.0-or-later
// What a button is like can be seen in either theme.
#include "tests/support/testprogram.h"
#include "tests/ui/contrast.h"

#include <QApplication>
#include <QTest>
#include <QToolButton>

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
};

TELAMON_WIDGET_TEST(TestButtonLook)
#include "test_buttonlook.moc"
