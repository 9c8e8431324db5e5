// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jsonalternatives.h"
#include "models/linediff.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestLineDiff : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatDiffersIsMarked_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected"); // sign and line
        QTest::newRow("nothing") << u""_s << u""_s << u""_s;
        QTest::newRow("the same") << u"a b c"_s << u"a b c"_s << u" a, b, c"_s;
        QTest::newRow("all new") << u""_s << u"a b"_s << u"+a,+b"_s;
        QTest::newRow("all gone") << u"a b"_s << u""_s << u"-a,-b"_s;
        QTest::newRow("one changed") << u"a b c"_s << u"a x c"_s << u" a,-b,+x, c"_s;
        QTest::newRow("at the front") << u"a b"_s << u"x a b"_s << u"+x, a, b"_s;
        QTest::newRow("at the end") << u"a b c"_s << u"a b"_s << u" a, b,-c"_s;
        QTest::newRow("two places") << u"a b c d e"_s << u"a x c d y e"_s << u" a,-b,+x, c, d,+y, e"_s;
        QTest::newRow("first what goes") << u"a b c d"_s << u"a x y d"_s << u" a,-b,-c,+x,+y, d"_s;
        QTest::newRow("repeated") << u"a a a"_s << u"a a"_s << u" a, a,-a"_s;
    }
    void onlyWhatDiffersIsMarked()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        QFETCH(const QString, expected);
        QStringList lines;
        const QList<DiffLine> diff = lineDiff(words(before), words(after));
        for (const DiffLine& line : diff)
            lines.append(QString(signOf(line.kind) + line.text));
        QCOMPARE(lines.join(u','), expected);
    }

    void bothTextsCanBeReadInIt_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("kinds"); // of lines
        QTest::newRow("few kinds") << 200 << 3;
        QTest::newRow("many kinds") << 200 << 60;
        QTest::newRow("beyond the limit") << 3000 << 1000000;
    }
    void bothTextsCanBeReadInIt()
    {
        QFETCH(const int, size);
        QFETCH(const int, kinds);
        QRandomGenerator random(7);
        const auto text = [&random, size, kinds] {
            QStringList lines;
            for (int i = 0; i < size; ++i)
                lines.append(QString::number(random.bounded(kinds)));
            return lines;
        };
        for (int round = 0; round < 10; ++round) {
            const QStringList before = text();
            const QStringList after = text();
            const QList<DiffLine> diff = lineDiff(before, after);
            QCOMPARE(linesWithout(diff, DiffLine::Kind::Added), before);
            QCOMPARE(linesWithout(diff, DiffLine::Kind::Removed), after);
        }
    }

    void alternativesStandElementByElement()
    {
        const QJsonObject record = QJsonDocument::fromJson(
            QByteArray("{'hosts':[{'name':'one','main':{'is':{'a':1}},'staged':{'is':2}},"
                       "{'main':{'is':null},'staged':{'is':3}},"
                       "{'main':{'is':[4]}},{'name':'f\\u202Eour','main':{'is':5}}]}")
                .replace('\'', '"'))
                                       .object();
        QVERIFY(!record.isEmpty());
        const auto found = alternativesIn(record,
            {{u"/hosts/*/main/is"_s, u"/name"_s, u"%1, main"_s},
                {u"/hosts/*/staged/is"_s, u"/name"_s, u"%1, staged"_s}});
        QStringList labels;
        for (const JsonAlternative& each : found)
            labels.append(each.label);
        QCOMPARE(labels,
            QStringList(
                {u"one, main"_s, u"one, staged"_s, u"2, staged"_s, u"3, main"_s, u"f⟨U+202E⟩our, main"_s}));
        QCOMPARE(found.first().value, QJsonValue(QJsonObject {{u"a"_s, 1}}));
        QVERIFY(alternativesIn(QJsonValue(), {{u"/hosts/*/main/is"_s, u"/name"_s, u"%1"_s}}).isEmpty());
    }

private:
    static QStringList words(const QString& text) { return text.split(u' ', Qt::SkipEmptyParts); }

    static QChar signOf(DiffLine::Kind kind)
    {
        return kind == DiffLine::Kind::Added ? u'+' : kind == DiffLine::Kind::Removed ? u'-' : u' ';
    }

    static QStringList linesWithout(const QList<DiffLine>& diff, DiffLine::Kind kind)
    {
        QStringList lines;
        for (const DiffLine& line : diff) {
            if (line.kind != kind)
                lines.append(line.text);
        }
        return lines;
    }
};

TELAMON_TEST(TestLineDiff)
#include "test_linediff.moc"
