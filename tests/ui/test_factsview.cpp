// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clustermodel.h"
#include "tests/support/testprogram.h"
#include "tests/ui/contrast.h"
#include "ui/widgets/factsview.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

// A single record as lines, by itself.
class TestFactsView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsMarkedStaysReadableInAnotherTheme_data()
    {
        QTest::addColumn<Theme>("before");
        QTest::addColumn<Theme>("after");
        QTest::newRow("dark") << Theme::Light << Theme::Dark;
        QTest::newRow("light") << Theme::Dark << Theme::Light;
    }
    void whatIsMarkedStaysReadableInAnotherTheme()
    {
        QFETCH(const Theme, before);
        QFETCH(const Theme, after);
        applyTheme(*qApp, before);
        ClusterModel model;
        FactsView view(model, nullptr);
        model.beginLoad();
        model.addAnswer("listGroupClusters",
            R"({"results":[{"id":"6641d3c2f1b2a94c7e5d8f01","name":"carts","paused":true}]})"_ba);
        model.finishLoad();
        view.resize(600, 400);
        view.show();
        const auto marked = [&view]() -> QLabel* {
            const QList<QLabel*> labels = view.findChildren<QLabel*>();
            for (QLabel* each : labels) {
                if (each->text() == "carts"_L1)
                    return each;
            }
            return nullptr;
        };
        QTRY_VERIFY(marked());
        const auto found = [&marked] {
            const QPalette palette = QApplication::palette();
            return contrast(marked()->palette().color(QPalette::WindowText), palette.color(QPalette::Base));
        };
        QVERIFY(marked()->palette().color(QPalette::WindowText)
            != QApplication::palette().color(QPalette::WindowText)); // it is marked
        QVERIFY(found() >= textContrast);
        applyTheme(*qApp, after);
        QTRY_VERIFY2(found() >= textContrast, qPrintable(QString::number(found())));
    }
};

TELAMON_WIDGET_TEST(TestFactsView)
#include "test_factsview.moc"
