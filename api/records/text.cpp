// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/text.h"

#include <QString>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace Telamon {

namespace {
// A fleet has thousands of small answers with an arena or more each: the first block is small.
constexpr std::size_t SmallestBlock = 128;
constexpr std::size_t LargestBlock = 16 * 1024;

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equalsFolded(const char* text, std::string_view needle)
{
    for (std::size_t i = 0; i < needle.size(); ++i) {
        if (lower(text[i]) != needle[i])
            return false;
    }
    return true;
}

bool occursAfter(char first, const char* from, const char* end, std::string_view needle)
{
    while (from < end) {
        const void* hit = std::memchr(from, first, static_cast<std::size_t>(end - from));
        if (!hit)
            return false;
        from = static_cast<const char*>(hit) + 1;
        if (equalsFolded(from, needle.substr(1)))
            return true;
    }
    return false;
}

bool containsAscii(std::string_view text, std::string_view needle)
{
    if (text.size() < needle.size())
        return false;
    const char* end = text.data() + (text.size() - needle.size() + 1);
    const char first = needle.front();
    if (occursAfter(first, text.data(), end, needle))
        return true;
    return first >= 'a' && first <= 'z'
        && occursAfter(static_cast<char>(first - 'a' + 'A'), text.data(), end, needle);
}

constexpr quint64 eightTimes(unsigned char byte)
{
    return byte * 0x0101010101010101U;
}

// Whether `marked`, which looks at eight bytes at once, sets the highest bit of none. It leaves bytes of 0
// alone.
template <typename Marked> bool noneOf(std::string_view text, const Marked& marked)
{
    constexpr std::size_t step = sizeof(quint64);
    quint64 found = 0;
    const auto look = [&found, &marked, text](std::size_t at) {
        quint64 eight = 0;
        std::memcpy(&eight, text.data() + at, step);
        found |= marked(eight);
    };
    if (text.size() >= step) {
        for (std::size_t i = 0; i + step < text.size(); i += step)
            look(i);
        look(text.size() - step);
    } else {
        for (const char c : text)
            found |= marked(static_cast<unsigned char>(c));
    }
    return (found & eightTimes(0x80)) == 0;
}

// How many of eight bytes stand before the first digit.
std::size_t beforeDigit(const char* text)
{
    const quint64 fromZero = qFromLittleEndian<quint64>(text) ^ eightTimes('0'); // a digit is what it counts
    // Where bytes behind a digit are marked without being one, it does not matter.
    const quint64 marked = (fromZero - eightTimes(10)) & ~fromZero & eightTimes(0x80);
    return marked == 0 ? sizeof marked : static_cast<std::size_t>(std::countr_zero(marked)) / 8;
}

quint64 lower(quint64 eight)
{
    const quint64 low = eight & eightTimes(0x7f);
    const quint64 notBelowA = low + eightTimes(0x80 - 'A');
    const quint64 aboveZ = low + eightTimes(0x7f - 'Z');
    const quint64 isUpper = (notBelowA ^ aboveZ) & ~eight & eightTimes(0x80);
    return eight | (isUpper >> 2);
}

void appendSortKeyOf(std::string_view text, QByteArray& out)
{
    const qsizetype before = out.size();
    out.resize(before + 3 * static_cast<qsizetype>(text.size())); // at most: each number has one digit
    char* to = out.data() + before;
    std::size_t i = 0;
    while (i < text.size()) {
        if (quint64 eight = 0; i + sizeof eight <= text.size()) {
            const std::size_t plain = beforeDigit(text.data() + i);
            std::memcpy(&eight, text.data() + i, sizeof eight);
            eight = lower(eight);
            std::memcpy(to, &eight, sizeof eight); // what is too much is written over
            to += plain;
            i += plain;
            if (plain > 0)
                continue;
        }
        if (text[i] < '0' || text[i] > '9') {
            *to++ = lower(text[i++]);
            continue;
        }
        while (i < text.size() && text[i] == '0')
            ++i;
        const std::size_t begin = i;
        while (i < text.size() && text[i] >= '0' && text[i] <= '9')
            ++i;
        // How many digits comes first, so that the longer number is the greater; '0' keeps numbers where
        // digits belong among other characters.
        const std::size_t digits = std::min<std::size_t>(i - begin, 250);
        *to++ = '0';
        *to++ = static_cast<char>(digits + 1);
        to = std::copy(text.data() + begin, text.data() + i, to);
    }
    out.truncate(to - out.constData());
}
} // namespace

char* TextArena::take(std::size_t size)
{
    if (size > m_left) {
        const std::size_t block = std::max(size, std::clamp(m_capacity, SmallestBlock, LargestBlock));
        m_blocks.push_back(std::make_unique<char[]>(block));
        m_free = m_blocks.back().get();
        m_left = block;
        m_capacity += block;
    }
    char* taken = m_free;
    m_free += size;
    m_left -= size;
    return taken;
}

TextCell TextArena::store(std::string_view text)
{
    TextCell cell;
    const QByteArray folded = isAscii(text) ? QByteArray() : foldedText(text);
    const auto foldedSize = static_cast<std::size_t>(folded.size());
    char* data = take(text.size() + foldedSize + 1); // never null, also for an empty text
    if (!text.empty())
        std::memcpy(data, text.data(), text.size());
    if (foldedSize > 0)
        std::memcpy(data + text.size(), folded.constData(), foldedSize);
    cell.data = data;
    cell.size = static_cast<quint32>(text.size());
    cell.foldedSize = static_cast<quint32>(foldedSize);
    return cell;
}

bool isAscii(std::string_view text)
{
    return noneOf(text, [](quint64 eight) { return eight; });
}

bool isPlainJson(std::string_view token)
{
    return noneOf(token, [](quint64 eight) {
        const quint64 fromBackslash = eight ^ eightTimes('\\');
        return eight | ((fromBackslash - eightTimes(1)) & ~fromBackslash);
    });
}

QByteArray foldedText(std::string_view text)
{
    if (isAscii(text)) {
        QByteArray out(text.data(), static_cast<qsizetype>(text.size()));
        for (char& c : out)
            c = lower(c);
        return out;
    }
    const QString decoded = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return decoded.toCaseFolded().normalized(QString::NormalizationForm_C).toUtf8();
}

bool containsFolded(const TextCell& text, std::string_view needle)
{
    if (text.isAscii())
        return containsAscii(text.view(), needle);
    return text.folded().find(needle) != std::string_view::npos;
}

void appendSortKey(const TextCell& text, QByteArray& out)
{
    if (text.isAscii()) {
        appendSortKeyOf(text.view(), out);
        return;
    }
    const std::string_view folded = text.folded();
    const QString decomposed = QString::fromUtf8(folded.data(), static_cast<qsizetype>(folded.size()))
                                   .normalized(QString::NormalizationForm_KD);
    QString base;
    base.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c.category() != QChar::Mark_NonSpacing)
            base += c;
    }
    const QByteArray bytes = base.toUtf8();
    appendSortKeyOf({bytes.constData(), static_cast<std::size_t>(bytes.size())}, out);
}

} // namespace Telamon
