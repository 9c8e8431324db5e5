// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads beside every field of every operation that ships.
#include "api/catalog/catalog.h"
#include "api/catalog/patternwords.h"
#include "models/forms/formmodel.h"
#include "models/forms/rulesentence.h"
#include "tests/models/forms/fieldwalk.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

const Parameter* parameterAt(const FormModel& form, const QString& pointer)
{
    const QStringList tokens = pointerTokens(pointer);
    return tokens.first() == "parameters"_L1 && tokens.size() == 2 ? form.operation().parameter(tokens.last())
                                                                   : nullptr;
}

QString descriptionAt(const FormModel& form, const QString& pointer)
{
    const Parameter* parameter = parameterAt(form, pointer);
    const Schema* schema = form.schema(pointer);
    return parameter ? parameter->description : schema ? schema->description : QString();
}

QString pickerAt(const FormModel& form, const QString& pointer)
{
    const Parameter* parameter = parameterAt(form, pointer);
    const Schema* schema = form.schema(pointer);
    return parameter && !parameter->picker.isEmpty() ? parameter->picker
                                                     : (schema ? schema->picker : QString());
}

// What only a rule may say, in words that a description may have used for it.
QStringList toldTwice(const QString& description, const QString& rule, const Schema& schema)
{
    QStringList found;
    const QStringList parts = rule.split(u"; "_s, Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        if (description.contains(part, Qt::CaseInsensitive))
            found.append(part);
    }
    static const QRegularExpression limit(
        u"\\b([0-9]+ to [0-9]+|at (most|least) \\w+|between [0-9]+ and [0-9]+|up to [0-9]+"
        "|not beginning with|own name|not empty|only once|characters)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = limit.match(description);
    if (!rule.isEmpty() && match.hasMatch())
        found.append(match.captured());
    const QJsonArray values = schema.enumValues;
    const auto listed = std::count_if(values.begin(), values.end(), [&description](const QJsonValue& value) {
        const QString text = value.isString() ? value.toString() : QString::number(value.toDouble());
        const QRegularExpression word(u"\\b"_s + QRegularExpression::escape(text) + u"\\b"_s);
        return description.contains(word);
    });
    // One or two are explained; all of them are listed.
    if (values.size() > 2 && listed == values.size())
        found.append(u"every value"_s);
    return found;
}

bool isText(const Schema& schema)
{
    const Schema& item = schema.types == Schema::Type::Array && schema.items ? *schema.items : schema;
    return item.types == Schema::Type::String && item.enumValues.isEmpty();
}

// The name, or the last word of it, says that it is somebody's id or name.
bool namesSomething(const QString& name)
{
    static const QRegularExpression names(
        u"(Id|Ids|ID|[nN]ame|[nN]ames|namespaces|^id|^database|^collection|[hH]osts?|eventType|EventType)$"_s);
    return name.contains(names);
}

// Ids and names that no list of the service gives, or that the person makes up.
const QHash<QString, QString>& typedOnPurpose()
{
    static const QHash<QString, QString> reasons {
        {u"listOrgs/parameters/name"_s, u"the beginning of a name, to search by"_s},
        {u"getOrgGroups/parameters/name"_s, u"the beginning of a name, to search by"_s},
        {u"getGroupDbAccessHistoryProcess/parameters/hostname"_s, u"no list of hosts is known"_s},
        {u"getGroupLiveMigrationValidateStatus/parameters/validationId"_s, u"checks are not listed"_s},
        {u"getGroupPipelineRun/parameters/pipelineName"_s, u"no list of pipelines is known"_s},
        {u"getGroupPipelineRun/parameters/pipelineRunId"_s, u"no list of runs is known"_s},
        {u"/body/name"_s, u"a new name"_s},
        {u"/body/definition/analyzers/0/name"_s, u"a new name"_s},
        {u"/body/definition/synonyms/0/name"_s, u"a new name"_s},
        {u"/body/definition/typeSets/0/name"_s, u"a new name"_s},
        {u"/body/source/username"_s, u"a user of the source, which the service does not know"_s},
        {u"/body/destination/privateLinkId"_s,
            u"endpoint services are listed by cloud, which is not asked"_s},
        {u"/body/sharding/shardingEntries/0/collection"_s, u"of the source, which the service cannot list"_s},
        {u"/body/sharding/shardingEntries/0/database"_s, u"of the source, which the service cannot list"_s},
        {u"/body/endpointId"_s, u"made in the cloud, not yet known to the service"_s},
        {u"/body/azureLinkId"_s, u"made in the cloud, not yet known to the service"_s},
        {u"/body/customerEndpointDNSName"_s, u"of the person's own network"_s},
    };
    return reasons;
}

} // namespace

class TestFormWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFieldHasATitle_data() { operations(); }
    void everyFieldHasATitle();
    void whatTheRuleSaysIsSaidOnce_data() { operations(); }
    void whatTheRuleSaysIsSaidOnce();
    void rulesReadWell_data() { operations(); }
    void rulesReadWell();
    void everyIdIsPickedWhereAListExists_data() { operations(); }
    void everyIdIsPickedWhereAListExists();
    void countsHaveTheirNumber_data();
    void countsHaveTheirNumber();
    void onlyLimitsThatLimitAreTold_data();
    void onlyLimitsThatLimitAreTold();

private:
    void operations();
    const Operation& asked();

    std::optional<Catalog> m_catalog;
};

void TestFormWords::initTestCase()
{
    QFile file(qEnvironmentVariable("TELAMON_PROPERTY_DOCUMENT", u":/telamon/atlas.openapi.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto catalog = Catalog::fromJson(file.readAll());
    QVERIFY(catalog.hasValue());
    m_catalog.emplace(std::move(catalog).value());
    QVERIFY(m_catalog->operations().size() >= 94);
}

void TestFormWords::operations()
{
    QTest::addColumn<int>("unused");
    for (const auto& operation : m_catalog->operations())
        QTest::newRow(qPrintable(operation->id)) << 0;
}

const Operation& TestFormWords::asked()
{
    return m_catalog->operation(QString::fromLatin1(QTest::currentDataTag()));
}

void TestFormWords::everyFieldHasATitle()
{
    QStringList untitled;
    FieldWalk(asked(), [&untitled](FormModel& form, const QString& pointer) {
        const Schema* schema = form.schema(pointer);
        if (!schema || schema->title.isEmpty() || schema->title == pointerTokens(pointer).last())
            untitled.append(pointer);
    }).walk();
    QVERIFY2(untitled.isEmpty(), qPrintable(untitled.join(u' ')));
}

void TestFormWords::whatTheRuleSaysIsSaidOnce()
{
    QStringList twice;
    FieldWalk(asked(), [&twice](FormModel& form, const QString& pointer) {
        const Schema* schema = form.schema(pointer);
        const QString description = descriptionAt(form, pointer);
        const QStringList found =
            schema ? toldTwice(description, form.ruleSentence(pointer), *schema) : QStringList();
        if (!found.isEmpty())
            twice.append(u"%1: \"%2\" says %3"_s.arg(pointer, description, found.join(u", "_s)));
    }).walk();
    QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u'\n')));
}

void TestFormWords::rulesReadWell()
{
    QStringList unreadable;
    FieldWalk(asked(), [&unreadable](FormModel& form, const QString& pointer) {
        static const QRegularExpression broken(
            u"as in \\^|\\b1 (to 1|characters|entries|fields)|%[0-9]|,,|  "_s);
        const QString rule = form.ruleSentence(pointer);
        if (rule.contains(broken) && !rule.contains("192.0.2.0%2F24"_L1))
            unreadable.append(pointer + u": "_s + rule);
        if (!rule.isEmpty() && qEnvironmentVariableIsSet("TELAMON_PRINT_RULES"))
            qInfo("%s | %s | %s", qPrintable(pointer), qPrintable(descriptionAt(form, pointer)),
                qPrintable(rule));
    }).walk();
    QVERIFY2(unreadable.isEmpty(), qPrintable(unreadable.join(u'\n')));
}

void TestFormWords::everyIdIsPickedWhereAListExists()
{
    const QString id = asked().id;
    QStringList typed;
    FieldWalk(asked(), [&](FormModel& form, const QString& pointer) {
        const Schema* schema = form.schema(pointer);
        const bool isPicked = !pickerAt(form, pointer).isEmpty();
        const bool isExcepted = typedOnPurpose().contains(pointer) || typedOnPurpose().contains(id + pointer);
        if (schema && isText(*schema) && namesSomething(pointerTokens(pointer).last())
            && isPicked == isExcepted)
            typed.append(pointer + (isPicked ? u" is picked, the exception is not needed"_s : QString()));
    }).walk();
    QVERIFY2(typed.isEmpty(), qPrintable(typed.join(u'\n')));
}

void TestFormWords::countsHaveTheirNumber_data()
{
    QTest::addColumn<qint64>("least");
    QTest::addColumn<qint64>("most"); // -1: no limit
    QTest::addColumn<QString>("entries");
    QTest::addColumn<QString>("characters");
    QTest::newRow("none") << qint64(0) << qint64(-1) << QString() << QString();
    QTest::newRow("one") << qint64(1) << qint64(1) << u"exactly one entry"_s << u"one character"_s;
    QTest::newRow("several") << qint64(4) << qint64(4) << u"exactly 4 entries"_s << u"4 characters"_s;
    QTest::newRow("at most") << qint64(0) << qint64(4) << u"at most 4 entries"_s << u"at most 4 characters"_s;
    QTest::newRow("at most one") << qint64(0) << qint64(1) << u"at most one entry"_s
                                 << u"at most one character"_s;
    QTest::newRow("at least") << qint64(2) << qint64(-1) << u"at least 2 entries"_s
                              << u"at least 2 characters"_s;
    QTest::newRow("at least one") << qint64(1) << qint64(-1) << u"at least one entry"_s << u"not empty"_s;
    QTest::newRow("range") << qint64(1) << qint64(64) << u"1 to 64 entries"_s << u"1 to 64 characters"_s;
}

void TestFormWords::countsHaveTheirNumber()
{
    QFETCH(const qint64, least);
    QFETCH(const qint64, most);
    const std::optional<qint64> limit = most < 0 ? std::nullopt : std::optional<qint64>(most);
    QTEST(countWords(least, limit, Counted::Entries), "entries");
    QTEST(countWords(least, limit, Counted::Characters), "characters");
    QVERIFY(!countWords(least, limit, Counted::Fields).contains("%1"_L1));
}

void TestFormWords::onlyLimitsThatLimitAreTold_data()
{
    using Limit = std::optional<double>;
    QTest::addColumn<Limit>("least");
    QTest::addColumn<Limit>("most");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("range") << Limit(1.0) << Limit(7.0) << u"1 to 7"_s;
    QTest::newRow("up to the type's end") << Limit(1.0) << Limit(2147483647.0) << u"at least 1"_s;
    QTest::newRow("from the type's end") << Limit(-2147483648.0) << Limit(7.0) << u"at most 7"_s;
    QTest::newRow("all of the type") << Limit(-2147483648.0) << Limit(2147483647.0) << QString();
    QTest::newRow("all of the long one") << Limit() << Limit(9223372036854775807.0) << QString();
}

void TestFormWords::onlyLimitsThatLimitAreTold()
{
    QFETCH(const std::optional<double>, least);
    QFETCH(const std::optional<double>, most);
    Schema schema;
    schema.minimum = least;
    schema.maximum = most;
    QTEST(ruleSentenceOf(schema), "sentence");
}

TELAMON_TEST(TestFormWords)

} // namespace Telamon

#include "test_formwords.moc"
