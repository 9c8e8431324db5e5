// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/catalog.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

QByteArray operation(const QByteArray& id, const QByteArray& title)
{
    return "{\"operationId\":\"" + id + "\",\"summary\":\"" + title
        + "\",\"parameters\":[{\"name\":\"x\",\"in\":\"path\",\"required\":true,\"schema\":{\"$ref\":"
          "\"#/components/schemas/Id\"}}],\"responses\":{\"200\":{}}}";
}

QByteArray document(const QByteArray& paths)
{
    return "{\"openapi\":\"3.0.1\",\"servers\":[{\"url\":\"https://elsewhere.example\"}],"
           "\"components\":{\"schemas\":{\"Id\":{\"type\":\"string\",\"pattern\":\"^[a-z]+$\"}}},\"paths\":{"
        + paths + "}}";
}

Catalog catalog(const QByteArray& paths)
{
    return std::move(Catalog::fromJson(document(paths))).value();
}

} // namespace

// Another document's operations beside those that were there.
class TestCatalogAdd : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oursStayAndWin()
    {
        Catalog ours = catalog("\"/things/{x}\":{\"get\":" + operation("getThing", "ours") + "}");
        const Operation* before = ours.find(u"getThing");
        const qsizetype added = ours.add(catalog("\"/other/{x}\":{\"get\":" + operation("getThing", "same id")
            + "},\"/more/{x}\":{\"get\":" + operation("getMore", "new")
            + ",\"delete\":" + operation("deleteMore", "new") + "}"));
        QCOMPARE(added, 2);
        QCOMPARE(ours.find(u"getThing"), before);
        QCOMPARE(before->title, u"ours"_s);
        QCOMPARE(ours.operations().size(), size_t(3));
    }

    // Whatever its parameters are called there, it is the same operation.
    void theSameRequestIsNotThereTwice()
    {
        Catalog ours = catalog("\"/things/{x}\":{\"get\":" + operation("getThing", "ours") + "}");
        QByteArray theirs = "\"/things/{thingId}\":{\"get\":" + operation("readThing", "theirs") + "}";
        theirs.replace("\"name\":\"x\"", "\"name\":\"thingId\"");
        QCOMPARE(ours.add(catalog(theirs)), 0);
        QVERIFY(!ours.find(u"readThing"));
    }

    void whatWasTakenOverKeepsItsSchemas()
    {
        Catalog ours = catalog("\"/things/{x}\":{\"get\":" + operation("getThing", "ours") + "}");
        {
            Catalog other = catalog("\"/more/{x}\":{\"delete\":" + operation("deleteMore", "new") + "}");
            QCOMPARE(ours.add(std::move(other)), 1);
        }
        const Operation& more = ours.operation(u"deleteMore");
        QCOMPARE(more.parameter(u"x")->schema->pattern, u"^[a-z]+$"_s);
        QCOMPARE(more.writeClass, Operation::WriteClass::Destructive); // nobody classified it
        const Catalog moved = std::move(ours);
        QCOMPARE(moved.find(u"deleteMore"), &more);
    }

    void whatWasTakenOverGoesAgain()
    {
        Catalog ours = catalog("\"/things/{x}\":{\"get\":" + operation("getThing", "ours") + "}");
        const QByteArray theirs = "\"/more/{x}\":{\"get\":" + operation("getMore", "first") + "}";
        QCOMPARE(ours.add(catalog(theirs)), 1);
        const Operation* held = ours.find(u"getMore");
        ours.withdrawAdded();
        QVERIFY(!ours.find(u"getMore"));
        QCOMPARE(ours.operations().size(), size_t(1));
        QCOMPARE(held->parameter(u"x")->schema->pattern, u"^[a-z]+$"_s); // a form may still be open
        QCOMPARE(ours.add(catalog("\"/more/{x}\":{\"get\":" + operation("getMore", "second") + "}")), 1);
        QCOMPARE(ours.operation(u"getMore").title, u"second"_s);
        QCOMPARE(ours.operation(u"getThing").title, u"ours"_s);
    }

    void anotherDocumentIsNotFollowed()
    {
        QByteArray text = document("\"/more/{x}\":{\"get\":" + operation("getMore", "new") + "}");
        text.replace("#/components/schemas/Id", "https://elsewhere.example/more.json#/Id");
        const auto read = Catalog::fromJson(text);
        QVERIFY(!read);
        QVERIFY2(read.error().pointer.startsWith("/paths/"_L1), qPrintable(read.error().pointer));
        QVERIFY(!read.error().sentence.isEmpty());
    }
};

TELAMON_TEST(TestCatalogAdd)
#include "test_catalog_add.moc"
