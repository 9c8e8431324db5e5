// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/catalog.h"

#include <QElapsedTimer>
#include <QTest>

namespace Telamon {

using namespace Qt::StringLiterals;

class TestCatalog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBuiltInDocumentIsUsable();
};

void TestCatalog::theBuiltInDocumentIsUsable()
{
    QElapsedTimer timer;
    timer.start();
    const Result<Catalog, CatalogError> catalog = Catalog::builtIn();
    qInfo("built-in catalog read in %.1f ms", double(timer.nsecsElapsed()) / 1e6);
    if (!catalog)
        QFAIL(qPrintable(catalog.error().pointer + u": "_s + catalog.error().sentence));
    const Operation* operation = catalog.value().find(u"updateGroupClusterOnlineArchive");
    QVERIFY(operation != nullptr);
    QCOMPARE(operation->method, "PATCH"_ba);
    QVERIFY(operation->requestSchema != nullptr);
    QVERIFY(operation->answerSchema() != nullptr);
    QVERIFY(catalog.value().find(u"noSuchOperation") == nullptr);
}

} // namespace Telamon

QTEST_GUILESS_MAIN(Telamon::TestCatalog)
#include "test_catalog.moc"
