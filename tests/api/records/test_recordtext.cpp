// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/isotime.h"
#include "api/records/plaintext.h"
#include "api/records/text.h"
#include "tests/support/testprogram.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// What appendSortKey() makes eight signs at a time.
QByteArray keySignBySign(const std::string& text)
{
    QByteArray key;
    for (std::size_t i = 0; i < text.size();) {
        if (!isDigit(text[i])) {
            key += QByteArray(1, text[i++]).toLower();
            continue;
        }
        QByteArray number;
        for (; i < text.size() && isDigit(text[i]); ++i) {
            if (!number.isEmpty() || text[i] != '0')
                number += text[i];
        }
        key += '0';
        key += static_cast<char>(number.size() + 1);
        key += number;
    }
    return key;
}
} // namespace

class TestRecordText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsTimesAsQtDoes()
    {
        QRandomGenerator random(1);
        for (int i = 0; i < 20000; ++i) {
            const auto msecs =
                static_cast<qint64>(random.bounded(253'402'300'799.0)) * 1000 + random.bounded(1000);
            const QDateTime time = QDateTime::fromMSecsSinceEpoch(msecs, Qt::UTC);
            const QDateTime shifted = time.toOffsetFromUtc(random.bounded(-23, 24) * 3600 + 1800);
            QCOMPARE(parseIsoTime(time.toString(Qt::ISODateWithMs).toStdString()), msecs);
            QCOMPARE(parseIsoTime(shifted.toString(Qt::ISODateWithMs).toStdString()), msecs);
            std::string written(IsoTimeLength, ' ');
            QVERIFY(writeIsoTime(msecs, written.data()));
            QCOMPARE(QString::fromStdString(written), time.toString(Qt::ISODate));
        }
    }

    void readsOnlyTimes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("msecs"); // -1: not a time
        const auto add = [](const char* text, qint64 msecs) {
            QTest::newRow(text) << QByteArray(text) << msecs;
        };
        add("1970-01-02", 86'400'000);
        add("1970-01-01T00:01", 60'000);
        add("1970-01-01 00:00:01.123456789Z", 1123);
        add("1970-01-01T02:00:00+0200", 0);
        add("1970-01-01T02:00:00+02", 0);
        add("1970-01-01T24:00:00Z", 86'400'000);
        add("1972-02-29T00:00:00Z", 68'169'600'000);
        for (const char* text :
            {"", "1970", "1970-13-01", "1971-02-29", "1970-01-01T", "1970-01-01T25:00:00Z",
                "1970-01-01T00:00:00.Z", "1970-01-01T00:00:00Zx", "1970-01-01T00:00:00+99:00", "7d"})
            add(text, -1);
    }
    void readsOnlyTimes()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, msecs);
        QCOMPARE(parseIsoTime(text.toStdString()).value_or(-1), msecs);
    }

    void knowsWhatNeedsNoWork()
    {
        for (std::size_t size = 0; size < 30; ++size) {
            for (int byte = 0; byte < 256; ++byte) {
                for (const char filling : {'[', ']', '\0'}) {
                    const std::string plain(size, filling);
                    QVERIFY(isPlainJson(plain));
                    for (std::size_t at = 0; at < size; ++at) {
                        std::string token = plain;
                        token[at] = static_cast<char>(byte);
                        QCOMPARE(isPlainJson(token), byte < 0x80 && byte != '\\');
                    }
                }
            }
        }
    }

    void showsWhatHides_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("visible");
        QTest::newRow("plain") << u"<b>é😀</b>"_s << u"<b>é😀</b>"_s;
        QTest::newRow("lines") << u"a\r\nb\tc"_s << u"a␍␊b␉c"_s;
        QTest::newRow("delete") << u"\u007f\u0085"_s << u"␡⟨U+0085⟩"_s;
        QTest::newRow("bidi") << u"\u202e\u2066\u200f"_s << u"⟨U+202E⟩⟨U+2066⟩⟨U+200F⟩"_s;
        QTest::newRow("lines of Unicode") << u"\u2028\u2029"_s << u"⟨U+2028⟩⟨U+2029⟩"_s;
        QTest::newRow("half a pair") << QString(QChar(0xd83d)) << u"\ufffd"_s;
        QTest::newRow("long") << QString(5000, u'x') << QString(QString(1000, u'x') + u'…');
    }
    void showsWhatHides()
    {
        QFETCH(QString, text);
        QFETCH(QString, visible);
        QCOMPARE(visibleText(text), visible);
    }

    void findsWithoutRegardToCase_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("needle");
        QTest::addColumn<bool>("occurs");
        QTest::newRow("ascii") << u"Shard-One"_s << u"SHARD"_s << true;
        QTest::newRow("at the end") << u"aab"_s << u"AB"_s << true;
        QTest::newRow("too long") << u"ab"_s << u"abc"_s << false;
        QTest::newRow("other") << u"[x]"_s << u"{"_s << false;
        QTest::newRow("umlaut") << u"ÜBER"_s << u"über"_s << true;
        QTest::newRow("sigma") << u"ΟΔΟΣ"_s << u"οδος"_s << true;
        QTest::newRow("composed") << u"e\u0301cole"_s << u"\u00c9cole"_s << true;
        QTest::newRow("ascii in others") << u"naïve Name"_s << u"NAME"_s << true;
        QTest::newRow("others in ascii") << u"naive"_s << u"naïve"_s << false;
    }
    void findsWithoutRegardToCase()
    {
        QFETCH(QString, text);
        QFETCH(QString, needle);
        QFETCH(bool, occurs);
        TextArena arena;
        const QByteArray folded = foldedText(needle.toStdString());
        QCOMPARE(containsFolded(arena.store(text.toStdString()), folded.toStdString()), occurs);
    }

    void makesKeysSignBySign()
    {
        static constexpr char signs[] = "aZ09 -:/@[`{5xQ07";
        QRandomGenerator random(3);
        for (int i = 0; i < 20000; ++i) {
            std::string text(static_cast<std::size_t>(random.bounded(40)), ' ');
            const int kinds = random.bounded(1, static_cast<int>(sizeof signs));
            for (char& c : text)
                c = signs[random.bounded(kinds)];
            QByteArray made = "before";
            appendSortKey({text.data(), static_cast<quint32>(text.size()), 0}, made);
            QCOMPARE(made, "before" + keySignBySign(text));
        }
    }
};

TELAMON_TEST(TestRecordText)
#include "test_recordtext.moc"
