// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a field has to look like is said in words: nobody who fills in a form reads expressions.
#include "api/catalog/patternwords.h"
#include "tests/api/test_catalog_support.h"
#include "tests/support/testprogram.h"

#include <QSet>
#include <QTest>

namespace Telamon {

using namespace Qt::StringLiterals;

class TestPatternWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPatternIsSaidInWords();
    void wordsAreSaidOfWhatIsBroken_data();
    void wordsAreSaidOfWhatIsBroken();
};

namespace {

// Every schema that the value of an operation may have, each once.
class SchemaWalk {
public:
    void from(const Operation& operation)
    {
        for (const Parameter& parameter : operation.parameters)
            into(parameter.schema);
        into(operation.parameterRules);
        into(operation.requestSchema);
        for (const ResponseDescription& response : operation.responses)
            into(response.schema);
    }
    const QSet<const Schema*>& seen() const { return m_seen; }

private:
    void into(const Schema* schema)
    {
        if (schema == nullptr || m_seen.contains(schema))
            return;
        m_seen.insert(schema);
        for (const Property& property : schema->properties)
            into(property.schema);
        for (const Schema* variant : schema->variants)
            into(variant);
        for (const ConditionalRule& rule : schema->rules) {
            into(rule.when);
            into(rule.then);
            into(rule.otherwise);
        }
        into(schema->items);
        into(schema->additionalProperties);
        into(schema->negated);
    }

    QSet<const Schema*> m_seen;
};

} // namespace

void TestPatternWords::everyPatternIsSaidInWords()
{
    const auto catalog = Catalog::builtIn();
    QVERIFY(catalog.hasValue());
    SchemaWalk walk;
    for (const std::unique_ptr<Operation>& operation : catalog.value().operations())
        walk.from(*operation);
    qsizetype patterns = 0;
    QStringList unsaid;
    for (const Schema* schema : walk.seen()) {
        if (schema->pattern.isEmpty())
            continue;
        ++patterns;
        const QString words = patternWords(*schema);
        const bool isExpression = words.contains(u'^') || words.contains(u'\\') || words.contains("[a-"_L1);
        if (words.isEmpty() || (isExpression && patternWords(schema->pattern).isEmpty()))
            unsaid.append(schema->title + u' ' + schema->pattern + u' ' + words);
    }
    QVERIFY2(patterns > 20, qPrintable(QString::number(patterns)));
    QVERIFY2(unsaid.isEmpty(), qPrintable(unsaid.join(u'\n')));
}

void TestPatternWords::wordsAreSaidOfWhatIsBroken_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a known one") << QByteArray(R"({"type":"string","pattern":"^([a-f0-9]{24})$"})")
                                 << u"must be 24 characters: digits and a to f"_s;
    QTest::newRow("a class") << QByteArray(R"({"type":"string","pattern":"^vpce-[0-9a-f]{17}$"})")
                             << u"must be vpce- and 17 characters: digits and a to f"_s;
    QTest::newRow("words of its own")
        << QByteArray(R"({"type":"string","pattern":"^a|b$","x-pattern-text":"an a or a b"})")
        << u"must be an a or a b"_s;
    QTest::newRow("of a part") << QByteArray(
        R"({"allOf":[{"type":"string"},{"pattern":"^a|b$","x-pattern-text":"an a or a b"}]})")
                               << u"must be an a or a b"_s;
    // Of a description from elsewhere: the expression is all that is known.
    QTest::newRow("no words") << QByteArray(R"({"type":"string","pattern":"^a|b$"})")
                              << u"must match ^a|b$"_s;
}

void TestPatternWords::wordsAreSaidOfWhatIsBroken()
{
    QFETCH(QByteArray, schema);
    const SchemaUnderTest subject(schema);
    QCOMPARE(subject.error(), QString());
    const Violations violations = validate(*subject, u"zzz"_s);
    QCOMPARE(violations.size(), 1);
    QTEST(violations.first().sentence, "sentence");
}

TELAMON_TEST(TestPatternWords)

} // namespace Telamon

#include "test_patternwords.moc"
