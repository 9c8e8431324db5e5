// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/formmodel.h"
#include "tests/models/forms/formfixture.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <memory>

namespace Telamon {

using namespace Qt::StringLiterals;

class TestFormLists : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itemsCarryWhatBelongsToThem();
    void keysAreChosenByThePerson();
    void aNewMemberIsNotWrongAtOnce_data();
    void aNewMemberIsNotWrongAtOnce();

private:
    std::unique_ptr<FormModel> m_form;
};

void TestFormLists::init()
{
    m_form = std::make_unique<FormModel>(formCatalog().operation(u"changeThing"));
}

void TestFormLists::itemsCarryWhatBelongsToThem()
{
    const QString list = u"/body/people"_s;
    for (int i = 0; i < 3; ++i)
        m_form->insertItem(list, i);
    QCOMPARE(m_form->itemCount(list), 3);
    m_form->setValue(u"/body/people/2/who"_s, u"third"_s);
    m_form->setUnreadable(u"/body/people/1/who"_s, u"?"_s, u"cannot be read"_s);
    m_form->moveItem(list, 2, 0);
    QCOMPARE(m_form->value(u"/body/people/0/who"_s).toString(), u"third"_s);
    QCOMPARE(m_form->unreadableText(u"/body/people/2/who"_s), u"?"_s);
    m_form->removeItem(list, 2);
    QVERIFY(m_form->unreadableText(u"/body/people/2/who"_s).isEmpty());
    QCOMPARE(textOf(m_form->value(list)), QByteArray("[{\"who\":\"third\"},{}]"));
    m_form->setValue(u"/body/tags/0"_s, u"a"_s);
    QCOMPARE(textOf(m_form->value(u"/body/tags"_s)), QByteArray("[\"a\"]"));
}

void TestFormLists::keysAreChosenByThePerson()
{
    const QString map = u"/body/tree/children"_s;
    QVERIFY(m_form->takesKeys(map));
    QVERIFY(!m_form->takesKeys(u"/body/tree"_s));
    QVERIFY(m_form->takesKeys(u"/body/free"_s));
    QVERIFY(m_form->insertKey(map, u"a/b"_s));
    QVERIFY(!m_form->insertKey(map, u"a/b"_s));
    QCOMPARE(m_form->fields(map), QStringList({u"a/b"_s}));
    // As deep as a person goes.
    QCOMPARE(m_form->fields(u"/body/tree/children/a~1b/children/x/children/y"_s),
        QStringList({u"kind"_s, u"children"_s}));
    m_form->setValue(u"/body/tree/children/a~1b/kind"_s, u"leaf"_s);
    QVERIFY(m_form->renameKey(map, u"a/b"_s, u"c"_s));
    QCOMPARE(
        textOf(m_form->value(u"/body/tree"_s)), QByteArray("{\"children\":{\"c\":{\"kind\":\"leaf\"}}}"));
    m_form->removeKey(map, u"c"_s);
    QCOMPARE(m_form->fields(map), QStringList());
}

void TestFormLists::aNewMemberIsNotWrongAtOnce_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("an object or a list")
        << QByteArray(R"({"type": ["object", "array"]})") << QByteArray("{}");
    QTest::newRow("a list or a number")
        << QByteArray(R"({"type": ["array", "integer"]})") << QByteArray("[]");
    QTest::newRow("a text or a number")
        << QByteArray(R"({"type": ["string", "integer"]})") << QByteArray("\"\"");
    QTest::newRow("a text that is not empty")
        << QByteArray(R"({"type": ["string", "boolean"], "minLength": 1})") << QByteArray("false");
    QTest::newRow("null is right") << QByteArray(R"({"type": ["integer", "null"]})") << QByteArray("null");
    QTest::newRow("anything") << QByteArray("{}") << QByteArray("null");
    QTest::newRow("a text") << QByteArray(R"({"type": "string"})") << QByteArray("\"\"");
}

void TestFormLists::aNewMemberIsNotWrongAtOnce()
{
    QFETCH(const QByteArray, schema);
    const QByteArray document = R"({"openapi": "3.1.0", "paths": {"/a": {"post": {"operationId": "a",
        "requestBody": {"content": {"application/json": {"schema": {"type": "object", "additionalProperties": )"
        + schema + R"(}}}}, "responses": {"200": {}}}}}})";
    const Result<Catalog, CatalogError> catalog = Catalog::fromJson(document);
    QVERIFY(catalog.hasValue());
    FormModel form(catalog.value().operation(u"a"));
    QVERIFY(form.insertKey(u"/body"_s, u"x"_s));
    QTEST(textOf(form.value(u"/body/x"_s)), "value");
}

TELAMON_TEST(TestFormLists)

} // namespace Telamon

#include "test_formlists.moc"
