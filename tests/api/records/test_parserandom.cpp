// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/parsedrecords.h"
#include "tests/api/records/naiveparser.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
// Few keys and values, so that paths often meet something, and often something of another type.
class RandomJson {
public:
    explicit RandomJson(quint32 seed) : m_random(seed) { }

    QString key()
    {
        static const QStringList keys {u"a"_s, u"ab"_s, u"b"_s, u"a/b"_s, u"é\n"_s};
        return keys[m_random.bounded(keys.size())];
    }
    QJsonValue value(int depth)
    {
        static const QStringList texts {u""_s, u"x"_s, u"xy"_s, u"true"_s, u"12"_s, u"-3"_s, u"q\"\\\n"_s,
            u"né😀"_s, u"2026-08-10T03:02:28Z"_s, u"2026-08-10T03:02:28.250+02:00"_s};
        switch (m_random.bounded(depth > 0 ? 8 : 5)) {
        case 0:
            return QJsonValue::Null;
        case 1:
            return m_random.bounded(2) == 1;
        case 2:
            return m_random.bounded(-1000, 1000);
        case 3:
        case 4:
            return texts[m_random.bounded(texts.size())];
        case 5:
            return array(depth - 1);
        default:
            return object(depth - 1);
        }
    }
    QJsonArray array(int depth)
    {
        QJsonArray out;
        for (quint32 n = m_random.bounded(4U); n > 0; --n)
            out.append(value(depth));
        return out;
    }
    QJsonObject object(int depth)
    {
        QJsonObject out;
        for (quint32 n = m_random.bounded(6U); n > 0; --n)
            out.insert(key(), value(depth));
        return out;
    }
    QJsonArray records() // with records of their own at "b"
    {
        QJsonArray out;
        for (int n = 0; n < 3; ++n) {
            QJsonObject outer = object(3);
            if (m_random.bounded(2) == 1)
                outer.insert(u"b"_s, QJsonArray {object(3), value(1), object(3)});
            out.append(outer);
        }
        return out;
    }
    QByteArray path(bool isOuter)
    {
        QByteArray out(isOuter ? "^" : "");
        for (quint32 n = m_random.bounded(1U, 4U); n > 0; --n)
            out += '/' + (m_random.bounded(4) == 0 ? QByteArray("*") : key().toUtf8().replace('/', "~1"));
        return out;
    }
    RecordSource source(std::size_t columns)
    {
        RecordSource out {"random", "/a", m_random.bounded(2) ? "/b" : "", {}};
        for (std::size_t i = 0; i < columns; ++i) {
            FieldPath field;
            for (quint32 n = m_random.bounded(1U, 4U); n > 0; --n)
                field.alternatives += path(!out.nestedPath.isEmpty() && m_random.bounded(3) == 0);
            out.paths.push_back(field);
        }
        return out;
    }

private:
    QRandomGenerator m_random;
};

QVariant cell(const CellColumn& cells, std::size_t row)
{
    if (!cells.isKnown(row))
        return {};
    switch (cells.type()) {
    case ColumnType::Number:
        return cells.number(row);
    case ColumnType::Flag:
        return cells.flag(row) != 0;
    case ColumnType::Integer:
    case ColumnType::Time:
        return cells.integer(row);
    default:
        return QString::fromUtf8(
            cells.textOrEnum(row).view().data(), static_cast<qsizetype>(cells.textOrEnum(row).size));
    }
}
} // namespace

class TestParseRandom : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsWhatASlowReaderFinds()
    {
        using enum ColumnType;
        const Columns columns {{"t", "", Text}, {"e", "", Enum}, {"i", "", Integer}, {"n", "", Number},
            {"z", "", Time}, {"f", "", Flag}};
        RandomJson random(42);
        int known = 0;
        for (int round = 0; round < 20000; ++round) {
            const RecordSource source = random.source(columns.size());
            QJsonObject root = random.object(3);
            root.insert(u"a"_s, random.records());
            const auto format = round % 2 ? QJsonDocument::Compact : QJsonDocument::Indented;
            const QByteArray answer = QJsonDocument(root).toJson(format);
            const QList<QVariantList> expected = naiveRecords(answer, source, columns);
            const auto parsed = parseRecords(answer, source, columns);
            QVERIFY2(parsed, answer.constData());
            QCOMPARE(static_cast<qsizetype>(parsed.value().size()), expected.size());
            for (std::size_t row = 0; row < parsed.value().size(); ++row) {
                for (std::size_t i = 0; i < columns.size(); ++i) {
                    const QVariant found = cell(parsed.value().columns[i], row);
                    const QVariant wanted = expected[qsizetype(row)][qsizetype(i)];
                    known += wanted.isValid() ? 1 : 0;
                    if (found != wanted) {
                        qInfo() << answer.constData() << source.paths[i].alternatives << columns[i].key
                                << found << wanted;
                        QFAIL("found another value");
                    }
                }
            }
        }
        QVERIFY(known > 2000);
    }
};

TELAMON_TEST(TestParseRandom)
#include "test_parserandom.moc"
